import type { AccountId } from '../../shared/domain/ids.ts';
import { orderSchema, type Order } from '../../shared/domain/order.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader } from './database.ts';

/** Index: orders_created_by. */
export const OWN_ORDERS = `
SELECT data FROM orders WHERE created_by = $1 AND created_at >= $2 AND created_at < $3
ORDER BY created_at DESC LIMIT $4`;

/** What somebody has written down in a time, newest first. */
export async function ownOrders(
  db: Reader,
  by: AccountId,
  from: Instant,
  to: Instant,
  limit: number,
): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>(OWN_ORDERS, [by, from, to, limit]);
  return rows.map(({ data }) => orderSchema.parse(data));
}

/** Index: calls_queued. What is not known counts nowhere. */
const OWN_CALLS = `
SELECT count(*) FILTER (WHERE outcome = 'answered' AND direction = 'inbound')::int AS answered,
  count(*) FILTER (WHERE outcome = 'answered' AND direction = 'outbound')::int AS "rungOut",
  (avg(extract(epoch FROM ended_at - answered_at)) FILTER (WHERE outcome = 'answered') * 1000)::bigint AS "talkMs"
FROM calls WHERE queued_at >= $2 AND queued_at < $3 AND NOT live AND $1::uuid = ANY (agents)`;

export interface OwnCalls {
  readonly answered: number;
  readonly rungOut: number;
  /** On average, ms; null without a call. */
  readonly talkMs: number | null;
}

/** How many calls somebody has taken part in, and how long they were on average. */
export async function ownCalls(db: Reader, by: AccountId, from: Instant, to: Instant): Promise<OwnCalls> {
  const [row] = await db.read<OwnCalls>(OWN_CALLS, [by, from, to]);
  if (!row) throw new Error('an aggregate has one row');
  return row;
}
