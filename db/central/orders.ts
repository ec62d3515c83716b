import type { AccountId, OrderId, UnitId } from '../../shared/domain/ids.ts';
import { orderSchema, RUNNING_STATES, type HistoryEntry, type Order } from '../../shared/domain/order.ts';
import type { Sensitivity } from '../../shared/domain/people.ts';
import { instant, type Instant } from '../../shared/instant.ts';
import type { OrderRecord } from '../../shared/sync/feed.ts';
import type { Reader, Value, Writer } from './database.ts';
import { narrowed, narrowingValues, type Narrowing } from './facets.ts';

/**
 * Which orders a reader may have: the columns the scope stands in, with `units` null for all of them. This only narrows
 * what is read; `visibility.ts` has the last word on every row.
 */
export interface OrderScope {
  readonly sensitivities: readonly Sensitivity[];
  readonly units: readonly UnitId[] | null;
  /** Orders this account is recused from are not counted either. J5. */
  readonly accountId: AccountId;
}

/** An official order always has its number: it gets it in the transaction that makes it. */
export type NumberedOrder = Order & { readonly number: string };

/** What one accepted command added to an order's course. */
export interface Course {
  readonly orderId: OrderId;
  /** The version the command made. */
  readonly version: number;
  readonly entries: readonly HistoryEntry[];
}

/**
 * Locks the orders in the order of their ids, and reads them in today's shape: what is decided about must not lack what
 * has been added to orders since they were written. Index: orders_pkey.
 */
export async function lockOrders(db: Writer, ids: readonly OrderId[]): Promise<Order[]> {
  const rows = await db.write<{ data: unknown }>(
    'SELECT data FROM orders WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    [ids],
  );
  return rows.map(({ data }) => orderSchema.parse(data));
}

/**
 * Says that this transaction will write orders before it writes anything that follows from them: a recount of the figures
 * lets nobody write orders and then takes the figures, and whoever came the other way round would wait for it crosswise.
 */
export async function enterOrders(db: Writer): Promise<void> {
  await db.write('LOCK TABLE orders IN ROW EXCLUSIVE MODE');
}

/** The columns are read out of the documents: one parameter, parsed once, is twice as fast as an array for each. */
const ROWS = `
SELECT (d->>'id')::uuid AS id, d->>'number' AS number, (d->>'version')::int AS version, d->>'state' AS state,
       d#>>'{request,sensitivity}' AS sensitivity, d->>'unitId' AS unit_id,
       (d#>>'{createdBy,accountId}')::uuid AS created_by, (d->>'createdAt')::timestamptz AS created_at,
       (d->>'closedAt')::timestamptz AS closed_at, (d#>>'{deadline,due}')::timestamptz AS due,
       ARRAY(SELECT a->>'unitId' FROM jsonb_array_elements(d#>'{life,assistants}') a) AS assisting,
       ARRAY(SELECT (r->>'accountId')::uuid FROM jsonb_array_elements(d#>'{life,recused}') r) AS recused, d AS data
FROM jsonb_array_elements($1::jsonb) d`;

const INSERT = `
INSERT INTO orders (id, number, version, state, sensitivity, unit_id, created_by, created_at, closed_at, due, assisting,
  recused, data)
${ROWS}`;

const UPDATE = `
UPDATE orders o SET version = t.version, state = t.state, sensitivity = t.sensitivity, unit_id = t.unit_id,
  closed_at = t.closed_at, due = t.due, assisting = t.assisting, recused = t.recused, data = t.data
FROM (${ROWS}) t
WHERE o.id = t.id`;

/** Orders that are new; one that another transaction made meanwhile raises a unique violation. */
export async function insertOrders(db: Writer, orders: readonly NumberedOrder[]): Promise<void> {
  if (orders.length > 0) await db.write(INSERT, [JSON.stringify(orders)]);
}

/** Orders locked before with {@link lockOrders}. */
export async function updateOrders(db: Writer, orders: readonly NumberedOrder[]): Promise<void> {
  if (orders.length > 0) await db.write(UPDATE, [JSON.stringify(orders)]);
}

const INSERT_COURSE = `
INSERT INTO history (order_id, version, entries)
SELECT (d->>'orderId')::uuid, (d->>'version')::int, d->'entries' FROM jsonb_array_elements($1::jsonb) d`;

export async function insertCourse(db: Writer, course: readonly Course[]): Promise<void> {
  if (course.length > 0) await db.write(INSERT_COURSE, [JSON.stringify(course)]);
}

// Index: history_pkey.
const LENGTHEN_COURSE = `
UPDATE history h SET entries = h.entries || (d->'entries') FROM jsonb_array_elements($1::jsonb) d
WHERE h.order_id = (d->>'orderId')::uuid AND h.version = (d->>'version')::int`;

/** Adds lines to what was inserted for these versions before. */
export async function lengthenCourse(db: Writer, course: readonly Course[]): Promise<void> {
  if (course.length > 0) await db.write(LENGTHEN_COURSE, [JSON.stringify(course)]);
}

/** The orders as they stand, without a lock. Index: orders_pkey. */
export async function findOrders(db: Reader, ids: readonly OrderId[]): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>('SELECT data FROM orders WHERE id = ANY ($1::uuid[])', [ids]);
  return rows.map(({ data }) => orderSchema.parse(data));
}

const overdue = (condition: string): string => `orders o
WHERE closed_at IS NULL AND due < $1 AND state = ANY ($2::text[]) AND ($3::text[] IS NULL OR unit_id = ANY ($3::text[]))
  AND ($4::text[] IS NULL OR data #>> '{request,subjectId}' = ANY ($4::text[]))${condition}`;
const page = (condition: string): string =>
  `SELECT data, due FROM ${overdue(` AND (due, id) > ($5::timestamptz, $6::uuid)${condition}`)} ORDER BY due, id LIMIT $7`;
/** Index: orders_due. */
export const OVERDUE = page('');
const OVERDUE_NARROWED = page(` AND ${narrowed('o.id', 8)}`);
const COUNT_OVERDUE = `SELECT count(*)::int AS n FROM ${overdue('')}`;
const COUNT_OVERDUE_NARROWED = `${COUNT_OVERDUE} AND ${narrowed('o.id', 5)}`;

/** Orders whose limit has passed and still runs. `units` and `subjects` null: all. */
export interface OverdueWanted {
  readonly at: Instant;
  readonly units: readonly string[] | null;
  readonly subjects: readonly string[] | null;
  readonly narrowing: Narrowing | null;
}

/** Where a page of overdue orders ended. */
export interface OverdueCursor {
  readonly due: Instant;
  readonly id: string;
}

/** A page of them, the longest overdue first. @returns `next`: null after the last */
export async function overdueOrders(
  db: Reader,
  { at, units, subjects, narrowing }: OverdueWanted,
  after: OverdueCursor | null,
  limit: number,
): Promise<{ orders: Order[]; next: OverdueCursor | null }> {
  const { due, id } = after ?? { due: instant(0), id: SMALLEST_ID };
  const values = [at, RUNNING_STATES, units, subjects, due, id, limit];
  const rows = narrowing
    ? await db.read<{ data: unknown; due: Instant }>(OVERDUE_NARROWED, [...values, ...narrowingValues(narrowing)])
    : await db.read<{ data: unknown; due: Instant }>(OVERDUE, values);
  const orders = rows.map(({ data }) => orderSchema.parse(data));
  const [last, row] = [orders.at(-1), rows.at(-1)];
  return { orders, next: last && row && rows.length === limit ? { due: row.due, id: last.id } : null };
}

/** How many {@link overdueOrders} has in all. */
export async function countOverdue(db: Reader, { at, units, subjects, narrowing }: OverdueWanted): Promise<number> {
  const values = [at, RUNNING_STATES, units, subjects];
  const found = narrowing
    ? db.read<{ n: number }>(COUNT_OVERDUE_NARROWED, [...values, ...narrowingValues(narrowing)])
    : db.read<{ n: number }>(COUNT_OVERDUE, values);
  return (await found).at(0)?.n ?? 0;
}

/** All orders by id, a page at a time. Index: orders_pkey. */
export async function ordersPage(db: Reader, after: OrderId | null, limit: number): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>('SELECT data FROM orders WHERE id > $1::uuid ORDER BY id LIMIT $2', [
    after ?? SMALLEST_ID,
    limit,
  ]);
  return rows.map(({ data }) => orderSchema.parse(data));
}

/** Orders whose limit runs, by id, without a lock. Index: orders_open. */
export async function runningOrders(db: Reader, after: OrderId | null, limit: number): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM orders WHERE closed_at IS NULL AND id > $1::uuid AND state = ANY ($2::text[]) ORDER BY id LIMIT $3`,
    [after ?? SMALLEST_ID, RUNNING_STATES, limit],
  );
  return rows.map(({ data }) => orderSchema.parse(data));
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
  const lines = await db.read<{ id: OrderId; entries: HistoryEntry[] }>(
    'SELECT order_id AS id, entries FROM history WHERE order_id = ANY ($1::uuid[]) ORDER BY order_id, version',
    [orders.map(({ id }) => id)],
  );
  const courses = Map.groupBy(lines, ({ id }) => id);
  return orders.map((order) => ({ order, history: (courses.get(order.id) ?? []).flatMap(({ entries }) => entries) }));
}

// The assisting units' index holds only orders that have some, hence the condition that seems to say nothing.
const IN_SCOPE = `sensitivity = ANY ($1::text[])
  AND ($2::text[] IS NULL OR unit_id = ANY ($2::text[]) OR (assisting <> '{}' AND assisting && $2::text[]))
  AND NOT $3::uuid = ANY (recused)`;

function scopeValues({ sensitivities, units, accountId }: OrderScope): readonly Value[] {
  return [sensitivities, units, accountId];
}

/** Index: orders_open. */
export const OPEN_PAGE = `
SELECT data FROM orders WHERE closed_at IS NULL AND ${IN_SCOPE} AND id > $4::uuid ORDER BY id LIMIT $5`;

/** Index: orders_closed. */
export const CLOSED_PAGE = `
SELECT data FROM orders
WHERE closed_at IS NOT NULL AND ${IN_SCOPE} AND (closed_at, id) > ($4::timestamptz, $5::uuid)
ORDER BY closed_at, id LIMIT $6`;

const SMALLEST_ID = '00000000-0000-0000-0000-000000000000';

/** Open orders by id. @param after the id of the page before's last order */
export async function openOrders(
  db: Reader,
  scope: OrderScope,
  after: string | null,
  limit: number,
): Promise<OrderRecord[]> {
  const rows = await db.read<{ data: Order }>(OPEN_PAGE, [...scopeValues(scope), after ?? SMALLEST_ID, limit]);
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
    ...scopeValues(scope),
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
          + (SELECT count(*) FROM orders WHERE closed_at > $4 AND ${IN_SCOPE}) AS total`,
    [...scopeValues(scope), closedSince],
  );
  return rows.at(0)?.total ?? 0;
}

/** Which orders somebody is recused from, by id. Index: orders_recused. */
export async function recusedFrom(db: Reader, accountId: AccountId): Promise<OrderId[]> {
  const rows = await db.read<{ id: OrderId }>(
    `SELECT id FROM orders WHERE recused <> '{}' AND recused @> ARRAY[$1]::uuid[] ORDER BY id`,
    [accountId],
  );
  return rows.map(({ id }) => id);
}

/** Orders by the number a caller was told, official or a desk's own. Index: orders_number_key, orders_provisional. */
export async function ordersByNumber(db: Reader, number: string): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM orders WHERE number = $1 OR data->>'provisionalNumber' = $1 LIMIT 2`,
    [number],
  );
  return rows.map(({ data }) => orderSchema.parse(data));
}

/** True where there is no order yet. */
export async function hasNoOrders(db: Reader): Promise<boolean> {
  return (await db.read('SELECT 1 FROM orders LIMIT 1')).length === 0;
}
