import type { OrderId, UnitId } from '../../shared/domain/ids.ts';
import type { HistoryEntry, Order } from '../../shared/domain/order.ts';
import type { Sensitivity } from '../../shared/domain/people.ts';
import type { Instant } from '../../shared/instant.ts';
import type { OrderRecord } from '../../shared/sync/feed.ts';
import type { Reader, Writer } from './database.ts';

/** Which orders a reader may have: the columns the scope stands in, with `units` null for all of them. */
export interface OrderScope {
  readonly sensitivities: readonly Sensitivity[];
  readonly units: readonly UnitId[] | null;
}

/** An official order always has its number: it gets it in the transaction that makes it. */
export type NumberedOrder = Order & { readonly number: string };

export interface OrderWrite {
  readonly order: NumberedOrder;
  /** History lines the order had before. */
  readonly lines: number;
  readonly added: readonly HistoryEntry[];
}

/** Locks the orders in the order of their ids, with the count of their history lines. Index: orders_pkey, history_pkey. */
export async function lockOrders(db: Writer, ids: readonly OrderId[]): Promise<{ order: Order; lines: number }[]> {
  return db.write<{ order: Order; lines: number }>(
    `SELECT data AS "order", (SELECT count(*)::int FROM history WHERE order_id = o.id) AS lines
     FROM orders o WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE OF o`,
    [ids],
  );
}

const COLUMNS = `unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::uuid[],
  $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::text[])
  AS t (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, data)`;

const INSERT = `
INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, data)
SELECT t.id, t.number, t.version, t.state, t.sensitivity, t.unit_id, t.created_by, t.created_at, t.closed_at, t.due,
       t.data::jsonb
FROM ${COLUMNS}`;

const UPDATE = `
UPDATE orders o SET version = t.version, state = t.state, sensitivity = t.sensitivity, unit_id = t.unit_id,
  closed_at = t.closed_at, due = t.due, data = t.data::jsonb
FROM ${COLUMNS}
WHERE o.id = t.id`;

function columnsOf(orders: readonly NumberedOrder[]) {
  return [
    orders.map(({ id }) => id),
    orders.map(({ number }) => number),
    orders.map(({ version }) => version),
    orders.map(({ state }) => state),
    orders.map(({ request }) => request.sensitivity),
    orders.map(({ unitId }) => unitId),
    orders.map(({ createdBy }) => createdBy.accountId),
    orders.map(({ createdAt }) => createdAt),
    orders.map(({ closedAt }) => closedAt),
    orders.map(({ deadline }) => deadline?.due ?? null),
    orders.map((order) => JSON.stringify(order)),
  ];
}

/** Orders that are new; one that another transaction made meanwhile raises a unique violation. */
export async function insertOrders(db: Writer, writes: readonly OrderWrite[]): Promise<void> {
  if (writes.length === 0) return;
  await db.write(INSERT, columnsOf(writes.map(({ order }) => order)));
  await insertHistory(db, writes);
}

/** Orders locked before with {@link lockOrders}. */
export async function updateOrders(db: Writer, writes: readonly OrderWrite[]): Promise<void> {
  if (writes.length === 0) return;
  await db.write(UPDATE, columnsOf(writes.map(({ order }) => order)));
  await insertHistory(db, writes);
}

async function insertHistory(db: Writer, writes: readonly OrderWrite[]): Promise<void> {
  const rows = writes.flatMap(({ order, lines, added }) =>
    added.map((entry, index) => ({ id: order.id, line: lines + index + 1, entry })),
  );
  await db.write(
    `INSERT INTO history (order_id, line, entry)
     SELECT t.id, t.line, t.entry::jsonb FROM unnest($1::uuid[], $2::int[], $3::text[]) AS t (id, line, entry)`,
    [rows.map(({ id }) => id), rows.map(({ line }) => line), rows.map(({ entry }) => JSON.stringify(entry))],
  );
}

/** The orders with their course. Index: orders_pkey, history_pkey. */
export async function readOrders(db: Reader, ids: readonly string[]): Promise<OrderRecord[]> {
  const orders = await db.read<{ data: Order }>('SELECT data FROM orders WHERE id = ANY ($1::uuid[]) ORDER BY id', [
    ids,
  ]);
  return withHistory(
    db,
    orders.map(({ data }) => data),
  );
}

async function withHistory(db: Reader, orders: readonly Order[]): Promise<OrderRecord[]> {
  const lines = await db.read<{ id: OrderId; entry: HistoryEntry }>(
    'SELECT order_id AS id, entry FROM history WHERE order_id = ANY ($1::uuid[]) ORDER BY order_id, line',
    [orders.map(({ id }) => id)],
  );
  const courses = Map.groupBy(lines, ({ id }) => id);
  return orders.map((order) => ({ order, history: (courses.get(order.id) ?? []).map(({ entry }) => entry) }));
}

const IN_SCOPE = `sensitivity = ANY ($1::text[]) AND ($2::text[] IS NULL OR unit_id = ANY ($2::text[]))`;

/** Index: orders_open. */
export const OPEN_PAGE = `
SELECT data FROM orders WHERE closed_at IS NULL AND ${IN_SCOPE} AND id > $3::uuid ORDER BY id LIMIT $4`;

/** Index: orders_closed. */
export const CLOSED_PAGE = `
SELECT data FROM orders
WHERE closed_at IS NOT NULL AND ${IN_SCOPE} AND (closed_at, id) > ($3::timestamptz, $4::uuid)
ORDER BY closed_at, id LIMIT $5`;

const SMALLEST_ID = '00000000-0000-0000-0000-000000000000';

/** Open orders by id. @param after the id of the page before's last order */
export async function openOrders(
  db: Reader,
  scope: OrderScope,
  after: string | null,
  limit: number,
): Promise<OrderRecord[]> {
  const rows = await db.read<{ data: Order }>(OPEN_PAGE, [
    scope.sensitivities,
    scope.units,
    after ?? SMALLEST_ID,
    limit,
  ]);
  return withHistory(
    db,
    rows.map(({ data }) => data),
  );
}

/** Closed orders by the time they closed. @param after where the page before ended, or from when on */
export async function closedOrders(
  db: Reader,
  scope: OrderScope,
  after: { readonly closedAt: Instant; readonly id: string | null },
  limit: number,
): Promise<OrderRecord[]> {
  const rows = await db.read<{ data: Order }>(CLOSED_PAGE, [
    scope.sensitivities,
    scope.units,
    after.closedAt,
    after.id ?? SMALLEST_ID,
    limit,
  ]);
  return withHistory(
    db,
    rows.map(({ data }) => data),
  );
}

/** How many orders a snapshot will bring. Index: orders_open, orders_closed. */
export async function countOrders(db: Reader, scope: OrderScope, closedSince: Instant): Promise<number> {
  const rows = await db.read<{ total: number }>(
    `SELECT (SELECT count(*) FROM orders WHERE closed_at IS NULL AND ${IN_SCOPE})
          + (SELECT count(*) FROM orders WHERE closed_at > $3 AND ${IN_SCOPE}) AS total`,
    [scope.sensitivities, scope.units, closedSince],
  );
  return rows.at(0)?.total ?? 0;
}

/** True where there is no order yet. */
export async function hasNoOrders(db: Reader): Promise<boolean> {
  return (await db.read('SELECT 1 FROM orders LIMIT 1')).length === 0;
}
