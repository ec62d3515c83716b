/** The desks of work, each an entry of the rail. */
export const WORKSPACE_IDS = [
  'dispatching',
  'handling',
  'supervising',
  'followingUp',
  'inspecting',
  'instructing',
  'reviewing',
] as const;
export type WorkspaceId = (typeof WORKSPACE_IDS)[number];
