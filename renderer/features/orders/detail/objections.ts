import { failure, type Failure } from '../../../../shared/failure.ts';
import { isWithUnit, type Order } from '../../../../shared/domain/order.ts';

export type Addition = 'supplement' | 'urge';

/**
 * Why the order takes no supplement or urge as it stands, told before anything is written. The same rules as
 * `transition`, which decides in the end. H11.
 * @param urgeArticle the article that speaks of 催办 here
 */
export function objection(order: Order, what: Addition, urgeArticle: string | null): Failure | null {
  const article = what === 'urge' ? urgeArticle : null;
  const detail = order.number ?? order.provisionalNumber;
  if (order.state === 'closed' || order.state === 'refused') return failure('ORDER_CLOSED', { article, detail });
  if (what === 'urge' && !isWithUnit(order.state)) return failure('ORDER_NOT_WITH_UNIT', { article, detail });
  return null;
}
