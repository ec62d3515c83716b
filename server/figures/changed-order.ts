import type { Order } from '../../shared/domain/order.ts';

/** An order before a transaction and after it. */
export interface ChangedOrder {
  readonly before: Order | null;
  readonly after: Order;
}
