import { may, type Actor } from '../../shared/domain/people.ts';
import { useLive } from '../data/live.ts';
import { WORKSPACE_IDS } from '../features/workspaces/workspace-ids.ts';
import { worksIn } from '../features/workspaces/workspaces.ts';
import { useNavigation, type ScreenId } from './navigation.ts';

/** Where this person's day begins: taking calls, or the first of their own kinds of work. */
export function homeOf(actor: Actor): ScreenId {
  if (may(actor, 'order.create')) return 'desk';
  const work = WORKSPACE_IDS.find((id) => worksIn(id, actor));
  return work ?? (may(actor, 'order.view') ? 'orders' : 'knowledge');
}

/**
 * Brings whoever signs in to their own work, once: signing in again after a session has ended leaves them where they were.
 * @returns stops following
 */
export function followHome(): () => void {
  return useLive.subscribe((now, before) => {
    const actor = now.holder?.actor;
    if (actor && actor.accountId !== before.holder?.actor.accountId) useNavigation.getState().go(homeOf(actor));
  });
}
