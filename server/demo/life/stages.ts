import type { OrderState } from '../../../shared/domain/order.ts';
import { answered, afterClosing, reviewed } from './answered.ts';
import { dispatched, waiting } from './dispatch.ts';
import { meet } from './fate.ts';
import { inHand, inspected, leaderReviewed, submitted } from './handling.ts';
import { walkFrom, type Dossier, type Setting, type Walk } from './walk.ts';

/** What happens to an order in each state. @returns false where nothing more happens to it */
const STAGES: Readonly<Record<OrderState, (walk: Walk) => boolean>> = {
  accepted: waiting,
  dispatched,
  handling: inHand,
  leaderReview: leaderReviewed,
  inspecting: inspected,
  submitted,
  replied: answered,
  reviewing: reviewed,
  closed: afterClosing,
  refused: () => false,
  transferred: () => false,
  merged: () => false,
  archived: () => false,
};

/** Round and round between a unit and those who judge its work; nobody's patience lasts longer. */
const MOST_STAGES = 60;

/**
 * What became of an order until now. Steps that would lie after now have not happened: that is how orders wait in every
 * queue, near due or overdue.
 */
export function lived(begun: Dossier, setting: Setting): Dossier {
  const walk = walkFrom(begun, setting);
  // Answered while the caller was on the line: it is over, and nobody gathers its papers.
  if (walk.order.state === 'closed') return begun;
  if (setting.fate) {
    meet(walk, setting.fate);
    return walk.dossier;
  }
  for (let stage = 0; stage < MOST_STAGES && !walk.over; stage += 1) {
    if (!STAGES[walk.order.state](walk)) break;
  }
  return walk.dossier;
}
