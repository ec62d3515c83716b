import type { Pack } from '../../policy/pack.ts';
import type { Order } from '../order.ts';
import { thisTurn, TRIES } from './course.ts';

/**
 * Whether the caller is still to be asked how it was handled (回访), as the city has it: everybody who was given an answer
 * (T15, Z10), only those drawn into a sample (H6, H12, H15), or, where the text knows no follow-up, nobody.
 * @param pack null before a desk knows its city: nobody is passed over then
 */
export function isToBeAsked(order: Order, pack: Pick<Pack, 'followUp'> | null): boolean {
  const { state, request, life } = order;
  if (pack && !pack.followUp) return false;
  const sampled = pack?.followUp?.coverage === 'sample';
  if (state === 'replied') return !sampled || (life.sampled !== null && isStillToAsk(order));
  if (state !== 'closed' || life.dispatchedAt === null || !isStillToAsk(order)) return false;
  return sampled ? life.sampled !== null : request.followUp;
}

/** Nobody was reached in this turn, and not so often in vain that it counts as asked. */
function isStillToAsk(order: Order): boolean {
  const { followUps } = thisTurn(order);
  return followUps.length < TRIES && !followUps.some(({ reached }) => reached);
}
