import type { ReactNode } from 'react';
import { WorkspaceScreen } from './workspace-screen.tsx';

/** 派单台. */
export function DispatchingScreen(): ReactNode {
  return <WorkspaceScreen id="dispatching" />;
}

/** 承办单位. */
export function HandlingScreen(): ReactNode {
  return <WorkspaceScreen id="handling" />;
}

/** 督办台. */
export function SupervisingScreen(): ReactNode {
  return <WorkspaceScreen id="supervising" />;
}

/** 回访台. */
export function FollowingUpScreen(): ReactNode {
  return <WorkspaceScreen id="followingUp" />;
}

/** 质检. */
export function InspectingScreen(): ReactNode {
  return <WorkspaceScreen id="inspecting" />;
}

/** 领导批示. */
export function InstructingScreen(): ReactNode {
  return <WorkspaceScreen id="instructing" />;
}

/** 复查复核. */
export function ReviewingScreen(): ReactNode {
  return <WorkspaceScreen id="reviewing" />;
}
