import { create } from 'zustand';
import type { WorkspaceId } from '../features/workspaces/workspace-ids.ts';

export type ScreenId =
  | WorkspaceId
  | 'desk'
  | 'floor'
  | 'calls'
  | 'missed'
  | 'callSettings'
  | 'orders'
  | 'knowledge'
  | 'knowledgeDesk'
  | 'reports'
  | 'scoring'
  | 'mine'
  | 'rules'
  | 'sync'
  | 'settings';

/** What a screen is asked to show, e.g. `{ orderId }` for `orders`, `{ draftId }` for `desk`, `{ articleId }` for `knowledge`, `{ rule }` for `rules`. */
export type ScreenParams = Readonly<Record<string, string>>;

export interface Navigation {
  readonly screen: ScreenId;
  readonly params: ScreenParams;
  readonly go: (screen: ScreenId, params?: ScreenParams) => void;
}

/** Which screen is in front. Screens stay alive behind each other: what was being written is still there on return. */
export const useNavigation = create<Navigation>((set) => ({
  screen: 'desk',
  params: {},
  go: (screen, params = {}) => set({ screen, params }),
}));
