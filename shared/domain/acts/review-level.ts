import type { Pack } from '../../policy/pack.ts';
import type { Order } from '../order.ts';
import { thisTurn } from './course.ts';

/** Which review the caller may ask for next about this answer; null: the text knows none, or all are through. H12. */
export function nextReviewLevel({ review }: Pack, order: Pick<Order, 'life'>): 1 | 2 | null {
  if (!review) return null;
  const last = thisTurn(order).reviews.at(-1);
  if (!last) return 1;
  return last.level < review.levels ? 2 : null;
}
