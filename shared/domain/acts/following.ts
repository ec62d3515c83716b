import { citationOf } from '../../policy/citation.ts';
import type { Pack } from '../../policy/pack.ts';
import { RATING_NAMES, type FollowUp, type Rating } from '../life.ts';
import type { Citation, Order } from '../order.ts';
import { may } from '../people.ts';
import { stampOf, type Outcome } from '../outcome.ts';
import { closingObjection, lastRated, unreachedTries } from './closing.ts';
import { denied, deny, lineOf, step, type ActDecision, type PayloadOf } from './step.ts';
import { CLOSING_NAMES, DETAILS, LINES } from './text.ts';
import { backAnew } from './turn.ts';
import { unitName, unitObjection } from './units.ts';

/** 回访 with the caller's rating, or a try that reached nobody; a good rating closes where the text says so. T14, T15, H12, Z10. */
export function followUp(decision: ActDecision, payload: PayloadOf<'order.followUp'>): Outcome {
  const { order, rules } = decision;
  const { reached, note, call } = payload;
  const rating = reached ? payload.rating : null;
  const reasonable = reached ? payload.reasonable : null;
  if (reached && !rating) return deny(decision, 'RATING_REQUIRED');
  const poor = rating !== null && poorRatings(rules.pack).includes(rating);
  if (poor && note === '') return deny(decision, 'REASON_REQUIRED');
  if (poor && reasonable === null) return deny(decision, 'RATING_REQUIRED', DETAILS.reasonable);
  const stamp = stampOf(decision);
  const tried: FollowUp = { ...stamp, reached, rating, reasonable, note, call };
  const closes = order.state === 'replied' && rating !== null && closingRatings(rules.pack).includes(rating);
  const hint = poor ? secondPoor(rules.pack, order) : null;
  return step(decision, {
    kind: 'followedUp',
    text: lineOf(
      rating ? RATING_NAMES[rating] : LINES.unreached(unreachedTries(order) + 1),
      LINES.reasonable(reasonable),
      note,
      hint && LINES.secondPoor(hint.article),
    ),
    order: closes ? { state: 'closed', closedAt: stamp.at } : {},
    life: { followUps: [...order.life.followUps, tried] },
    cited: closes ? citationOf(rules.pack, 'close') : decision.cited,
  });
}

function poorRatings({ followUp: rule }: Pack): readonly Rating[] {
  return rule?.redoOn ?? ['dissatisfied'];
}

/** A text that doesn't say what closes an order has it closed by a person. */
function closingRatings({ followUp: rule }: Pack): readonly Rating[] {
  return rule?.closesOn ?? [];
}

/** A second poor rating may bring liability (T18). The overseer flags it; the line reminds them. */
function secondPoor(pack: Pack, { life }: Order): Citation | null {
  const before = life.followUps.some(({ rating }) => rating === 'dissatisfied');
  return before ? (pack.liabilityFlags.find(({ on }) => on === 'secondPoorRating') ?? null) : null;
}

/** 退回重办: after a reasonable dissatisfaction, or on the overseer's word. T15, H12, J23, Z10. */
export function redo(decision: ActDecision, payload: PayloadOf<'order.redo'>): Outcome {
  const { order, rules, actor } = decision;
  const { source, unitId, reason } = payload;
  if (!may(actor, source === 'followUp' ? 'order.followUp' : 'order.supervise')) return deny(decision, 'NOT_PERMITTED');
  if (source === 'followUp' && !isFounded(order)) return deny(decision, 'REDO_UNFOUNDED');
  const objection = unitObjection(rules, order.request, unitId);
  if (objection) return denied(decision, objection);
  const back = backAnew(decision, source, reason, unitId);
  return step(decision, {
    kind: 'redone',
    text: lineOf(LINES.redoBy(unitName(rules, unitId)), reason, LINES.due(back.order.deadline?.due)),
    order: back.order,
    life: back.life,
  });
}

/** Only a rating that is no praise, of a wish that is reasonable, sends an order back. T15. */
function isFounded(order: Order): boolean {
  const last = lastRated(order);
  if (!last?.rating) return false;
  return last.rating !== 'satisfied' && last.rating !== 'mostlySatisfied' && last.reasonable !== false;
}

/** 办结 with its reason; what the text wants first has to be there. T14, T15, Z10, J7, A2. */
export function close(decision: ActDecision, { reason, note }: PayloadOf<'order.close'>): Outcome {
  const objection = closingObjection(decision.rules.pack, decision.order, reason);
  if (objection) return denied(decision, objection);
  return step(decision, {
    kind: 'closed',
    text: lineOf(CLOSING_NAMES[reason], note),
    order: { state: 'closed', closedAt: stampOf(decision).at },
  });
}
