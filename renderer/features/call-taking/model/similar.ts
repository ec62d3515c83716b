import { ACTS } from '../../../../shared/domain/acts/table.ts';
import type { OrderState } from '../../../../shared/domain/order.ts';

interface Likeness {
  readonly sameCaller: boolean;
  readonly score: number;
  readonly state: OrderState;
}

/** True where an order still takes words: 补充诉求 and, with a unit, 催办. */
export function isOpen({ state }: Pick<Likeness, 'state'>): boolean {
  return ACTS['order.supplement'].states.includes(state);
}

/** The same caller's orders first, then the likest. */
export function bySameCaller<T extends Likeness>(orders: readonly T[]): readonly T[] {
  return orders.toSorted((left, right) =>
    left.sameCaller === right.sameCaller ? right.score - left.score : left.sameCaller ? -1 : 1,
  );
}

/** The order to point out before a new one is saved: an open one of the same caller about the same matter. */
export function likelyRepeat<T extends Likeness>(orders: readonly T[]): T | null {
  return bySameCaller(orders).find((order) => order.sameCaller && isOpen(order)) ?? null;
}
