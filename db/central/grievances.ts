import type { OrderId } from '../../shared/domain/ids.ts';
import type { Reader, Writer } from './database.ts';

/** One order's complaint: who, digested; about what; at which unit ('' none); in which month (2026-11). */
export interface GrievanceRow {
  readonly orderId: OrderId;
  readonly caller: string;
  readonly subject: string;
  readonly unit: string;
  readonly month: string;
}

const PUT = `
INSERT INTO grievance_callers (order_id, caller, subject_id, unit_id, month)
SELECT (d->>'orderId')::uuid, d->>'caller', d->>'subject', d->>'unit', d->>'month'
FROM jsonb_array_elements($1::jsonb) d ORDER BY 1
ON CONFLICT (order_id) DO UPDATE SET caller = EXCLUDED.caller, subject_id = EXCLUDED.subject_id,
  unit_id = EXCLUDED.unit_id, month = EXCLUDED.month`;

/** Brings the complaints along with the orders that have changed: those that are none any more go. Index: grievance_callers_pkey. */
export async function putGrievances(
  db: Writer,
  gone: readonly OrderId[],
  rows: readonly GrievanceRow[],
): Promise<void> {
  if (gone.length > 0) await db.write('DELETE FROM grievance_callers WHERE order_id = ANY ($1::uuid[])', [gone]);
  if (rows.length > 0) await db.write(PUT, [JSON.stringify(rows)]);
}

/** Index: grievance_callers_matter. */
export const MATTER_MONTHS = `
SELECT DISTINCT caller, subject_id AS subject, month FROM grievance_callers
WHERE caller = ANY ($1::text[]) AND NOT order_id = ANY ($2::uuid[])`;

/** In which months these callers have complained of what, beside these orders. */
export async function matterMonths(
  db: Reader,
  callers: readonly string[],
  beside: readonly OrderId[],
): Promise<Pick<GrievanceRow, 'caller' | 'subject' | 'month'>[]> {
  return db.read(MATTER_MONTHS, [callers, beside]);
}

/** Index: grievance_callers_matter. */
export const MATTER_ORDERS = `
SELECT order_id AS "orderId" FROM grievance_callers g
JOIN unnest($1::text[], $2::text[], $3::text[]) AS m (caller, subject, month)
  ON g.caller = m.caller AND g.subject_id = m.subject AND g.month >= m.month
WHERE NOT order_id = ANY ($4::uuid[])`;

/** Orders of the same matters since those months, beside these. */
export async function matterOrders(
  db: Reader,
  matters: readonly Pick<GrievanceRow, 'caller' | 'subject' | 'month'>[],
  beside: readonly OrderId[],
): Promise<OrderId[]> {
  const rows = await db.read<{ orderId: OrderId }>(MATTER_ORDERS, [
    matters.map(({ caller }) => caller),
    matters.map(({ subject }) => subject),
    matters.map(({ month }) => month),
    beside,
  ]);
  return [...new Set(rows.map(({ orderId }) => orderId))];
}

export interface PersistentRow {
  readonly subject: string;
  /** Months in which they complained, as 2026-09, in order. */
  readonly months: readonly string[];
  /** Newest first. */
  readonly orders: readonly OrderId[];
}

/** Index: grievance_callers_month. */
export const PERSISTENT = `
SELECT subject_id AS subject, array_agg(DISTINCT month) AS months, array_agg(order_id ORDER BY month DESC, order_id DESC) AS orders
FROM grievance_callers WHERE month >= $1 AND ($2::text[] IS NULL OR unit_id = ANY ($2::text[]))
GROUP BY caller, subject_id HAVING count(DISTINCT month) >= $3 ORDER BY count(*) DESC LIMIT 500`;

/** Who has complained about one subject in so many months since one. @param first as 2026-01 */
export async function persistentCallers(
  db: Reader,
  first: string,
  units: readonly string[] | null,
  months: number,
): Promise<PersistentRow[]> {
  return db.read(PERSISTENT, [first, units, months]);
}
