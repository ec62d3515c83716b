import { failure, type Failure } from '../../failure.ts';
import type { Pack } from '../../policy/pack.ts';
import type { FollowUp } from '../life.ts';
import type { Order } from '../order.ts';
import { thisTurn, TRIES } from './course.ts';
import { replyOwed } from './owed.ts';
import type { PayloadOf } from './step.ts';
import { DETAILS } from './text.ts';

type Reason = PayloadOf<'order.close'>['reason'];
const REASONS: readonly Reason[] = ['satisfied', 'lawfulReply', 'unreachable'];

/** The caller's latest word in this turn. */
export function lastRated(order: Pick<Order, 'life'>): FollowUp | null {
  return thisTurn(order).followUps.findLast(({ rating }) => rating !== null) ?? null;
}

/** Tries in a row, up to now, that reached nobody. */
export function unreachedTries(order: Pick<Order, 'life'>): number {
  const { followUps } = thisTurn(order);
  return followUps.length - 1 - followUps.findLastIndex(({ reached }) => reached);
}

/**
 * What stands against closing for this reason. The caller is answered first in any case; then
 * - `satisfied`: the latest rating is one that closes;
 * - `unreachable`: so many tries in vain;
 * - `lawfulReply`: the text closes on it (T14, Z10) or says nothing; where all orders are followed up before they close
 *   (T15), that has been tried; and nobody reasonable is left dissatisfied.
 */
export function closingObjection(pack: Pack, order: Order, reason: Reason): Failure | null {
  const article = pack.followUp?.article ?? null;
  const rated = lastRated(order);
  switch (reason) {
    case 'satisfied':
      if (!rated?.rating) return failure('FOLLOW_UP_FIRST', { article });
      if (!closesOn(pack).includes(rated.rating)) return failure('NOT_SATISFIED', { article });
      break;
    case 'unreachable':
      if (unreachedTries(order) < TRIES) return failure('FOLLOW_UP_FIRST', { article, detail: DETAILS.tries(TRIES) });
      break;
    case 'lawfulReply':
      if (rated?.rating === 'dissatisfied' && rated.reasonable === true) return failure('NOT_SATISFIED', { article });
      if (pack.followUp?.coverage === 'all' && !pack.followUp.lawfulReplyCloses)
        return failure('NOT_SATISFIED', { article });
      if (mustFollowUpFirst(pack, order)) return failure('FOLLOW_UP_FIRST', { article });
      break;
  }
  return replyOwed(pack, order);
}

/** What stands against closing for whatever reason: the answer for a button that is greyed. */
export function closingBarred(pack: Pack, order: Order): Failure | null {
  const objections = REASONS.map((reason) => closingObjection(pack, order, reason));
  return objections.includes(null) ? null : closingObjection(pack, order, 'lawfulReply');
}

function closesOn({ followUp }: Pack): readonly string[] {
  return followUp && followUp.closesOn.length > 0 ? followUp.closesOn : ['satisfied', 'mostlySatisfied'];
}

/** T15 covers every order; a follow-up with a limit from the closing (Z10) comes after it. */
function mustFollowUpFirst({ followUp }: Pack, order: Order): boolean {
  if (followUp?.coverage !== 'all' || followUp.withinWd !== null) return false;
  return order.request.caller.phone !== '' && thisTurn(order).followUps.length === 0;
}
