import { orderIdSchema, type OrderId } from '../../../shared/domain/ids.ts';
import { isRunning, type Order } from '../../../shared/domain/order.ts';
import type { Course } from '../../../shared/domain/queues.ts';
import { orderRecordSchema, type OrderRecord } from '../../../shared/sync/feed.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';
import { gramsOf } from './grams.ts';
import { dropWaiting, putWaiting } from './waiting.ts';

/** After every date: where an order without a running deadline sorts. */
export const NO_DUE = '9999-12-31T23:59:59.999Z';

/** Characters of an order's content that lists show. */
const SUMMARY_LENGTH = 120;

/** An order as the replica holds it. */
export interface ReplicaOrder {
  /** As the centre last gave it; null where only this desk knows it. */
  readonly server: OrderRecord | null;
  /** With pending commands replayed; the same as `server` where nothing is pending. */
  readonly effective: OrderRecord;
  readonly pending: boolean;
}

interface RecordRow {
  rid: number;
  pending: number;
  server: string | null;
  effective: string | null;
}

const BY_ID = `SELECT o.rid, o.pending, r.server, r.effective
FROM orders o JOIN order_records r ON r.rid = o.rid WHERE o.id = ?`;
const FIND = `SELECT rid, server_version, pending FROM orders WHERE id = ?`;
const COLUMN_NAMES = [
  'generation',
  'server_version',
  'pending',
  'number',
  'provisional_number',
  'state',
  'mode',
  'category',
  'urgent',
  'secret',
  'subject_id',
  'unit_id',
  'accused_unit',
  'summary',
  'place',
  'caller_name',
  'caller_phone',
  'caller_address',
  'identity',
  'created_at',
  'created_by',
  'created_by_name',
  'due',
  'due_key',
  'closed_at',
] as const;
const UPSERT = `INSERT INTO orders (id, ${COLUMN_NAMES.join(', ')})
VALUES (:id, ${COLUMN_NAMES.map((name) => `:${name}`).join(', ')})
ON CONFLICT (id) DO UPDATE SET ${COLUMN_NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}
RETURNING rid`;
const PUT_RECORD = `INSERT INTO order_records (rid, server, effective) VALUES (?, ?, ?)
ON CONFLICT (rid) DO UPDATE SET server = excluded.server, effective = excluded.effective`;
const PUT_GRAMS = `INSERT OR REPLACE INTO order_grams (rowid, grams) VALUES (?, ?)`;
const DELETE_GRAMS = `DELETE FROM order_grams WHERE rowid = ?`;
const DELETE_RECORD = `DELETE FROM order_records WHERE rid = ?`;
const DELETE_ORDER = `DELETE FROM orders WHERE rid = ?`;
const CONFIRM = `UPDATE orders SET generation = ? WHERE rid = ?`;
// index orders_pending
const PENDING = `SELECT id FROM orders WHERE pending = 1`;
// the primary key: an index on the generation would be written with every order, and read once in a snapshot
const UNCONFIRMED = `SELECT id FROM orders WHERE rid > ? AND rid <= ? AND generation < ?`;
const LAST_RID = `SELECT coalesce(max(rid), 0) AS rid FROM orders`;
// index orders_by_closing
const CLOSED_BEFORE = `SELECT id FROM orders WHERE closed_at IS NOT NULL AND closed_at < ? AND pending = 0 LIMIT ?`;

// the primary key
const RECORDS = `SELECT rid, server, effective FROM order_records WHERE rid IN (SELECT value FROM json_each(?))`;
// both primary keys
const CONTENTS_AFTER = `SELECT o.rid, o.id, coalesce(json_extract(r.effective, '$.order.request.content'),
  json_extract(r.server, '$.order.request.content')) AS content
FROM orders o JOIN order_records r ON r.rid = o.rid WHERE o.rid > ? ORDER BY o.rid LIMIT ?`;

/** The list statements, for the test that looks at their plans. */
export const ORDER_SETS = [BY_ID, PENDING, UNCONFIRMED, CLOSED_BEFORE, RECORDS, CONTENTS_AFTER] as const;

export function findOrder(db: ReadableDb, id: OrderId): ReplicaOrder | null {
  const row = db.get<RecordRow>(BY_ID, [id]);
  if (!row) return null;
  const server = row.server === null ? null : recordOf(row.server);
  const effective = row.effective === null ? server : recordOf(row.effective);
  if (!effective) throw new Error(`order ${id} has neither a server record nor an effective one`);
  return { server, effective, pending: row.pending === 1 };
}

/**
 * Writes an order with its columns, its records, what it is found by and where it waits.
 * @param pack the city's, which says whom an order waits for
 */
export function putOrder(db: WritableDb, order: ReplicaOrder, generation: number, pack: Course): void {
  const { server, effective, pending } = order;
  const columns = { pending: pending ? 1 : 0, ...columnsOf(effective.order) };
  const row = db.get<{ rid: number }>(UPSERT, {
    id: effective.order.id,
    generation,
    server_version: server?.order.version ?? null,
    ...columns,
  });
  if (!row) throw new Error('an upsert gave no row');
  const { rid } = row;
  db.run(PUT_RECORD, [rid, server && JSON.stringify(server), effective === server ? null : JSON.stringify(effective)]);
  db.run(PUT_GRAMS, [rid, gramsOf(searchedFields(effective.order), keysOf(effective.order))]);
  putWaiting(db, rid, effective.order, pack, columns);
}

/**
 * Confirms an order that a snapshot brings just as it is here already.
 * @returns false where it has to be written
 */
export function confirmOrder(db: WritableDb, id: string, version: number, generation: number): boolean {
  const row = db.get<{ rid: number; server_version: number | null; pending: number }>(FIND, [id]);
  if (!row || row.pending === 1 || row.server_version !== version) return false;
  db.run(CONFIRM, [generation, row.rid]);
  return true;
}

export function deleteOrder(db: WritableDb, id: string): void {
  const row = db.get<{ rid: number }>(FIND, [id]);
  if (!row) return;
  dropWaiting(db, row.rid);
  db.run(DELETE_GRAMS, [row.rid]);
  db.run(DELETE_RECORD, [row.rid]);
  db.run(DELETE_ORDER, [row.rid]);
}

/** Orders that bear this desk's own pending commands. */
export function pendingOrders(db: ReadableDb): OrderId[] {
  return ids(db, PENDING, []);
}

/** Orders that a whole snapshot has not brought, among the rows after one place up to another. */
export function unconfirmedOrders(db: ReadableDb, generation: number, after: number, upTo: number): OrderId[] {
  return ids(db, UNCONFIRMED, [after, upTo, generation]);
}

/** The last row there is; 0 where there is none. */
export function lastRow(db: ReadableDb): number {
  return db.get<{ rid: number }>(LAST_RID)?.rid ?? 0;
}

/** Closed orders past their time on this desk. H19. */
export function ordersClosedBefore(db: ReadableDb, before: string, limit: number): OrderId[] {
  return ids(db, CLOSED_BEFORE, [before, limit]);
}

/** What orders are about, in the order in which they came to this desk. */
export function contentsAfter(
  db: ReadableDb,
  rid: number,
  limit: number,
): { rid: number; id: OrderId; content: string }[] {
  const rows = db.all<{ rid: number; id: string; content: string }>(CONTENTS_AFTER, [rid, limit]);
  return rows.map((row) => ({ ...row, id: orderIdSchema.parse(row.id) }));
}

/** What each of these rows is found by. */
export function searchedTexts(db: ReadableDb, rids: readonly number[]): { rid: number; fields: readonly string[] }[] {
  return db
    .all<Pick<RecordRow, 'rid' | 'server' | 'effective'>>(RECORDS, [JSON.stringify(rids)])
    .flatMap(({ rid, server, effective }) => {
      const json = effective ?? server;
      return json === null ? [] : [{ rid, fields: searchedFields(recordOf(json).order) }];
    });
}

function ids(db: ReadableDb, sql: string, params: readonly (string | number)[]): OrderId[] {
  return db.all<{ id: string }>(sql, params).map((row) => orderIdSchema.parse(row.id));
}

function recordOf(json: string): OrderRecord {
  return orderRecordSchema.parse(JSON.parse(json));
}

function columnsOf(order: Order) {
  const { request } = order;
  const due = order.deadline?.due ?? null;
  return {
    number: order.number,
    provisional_number: order.provisionalNumber,
    state: order.state,
    mode: order.mode,
    category: request.category,
    urgent: request.urgent ? 1 : 0,
    secret: request.sensitivity === 'secret' ? 1 : 0,
    subject_id: request.subjectId,
    unit_id: order.unitId,
    accused_unit: request.accused.unitId,
    summary: shortened(request.content),
    place: request.place,
    caller_name: request.caller.name,
    caller_phone: request.caller.phone,
    caller_address: request.caller.address,
    identity: request.identity,
    created_at: order.createdAt,
    created_by: order.createdBy.accountId,
    created_by_name: order.createdBy.name,
    due,
    due_key: isRunning(order.state) && due !== null ? due : NO_DUE,
    closed_at: order.closedAt,
  };
}

/** An order's content as lists show it. */
export function shortened(content: string): string {
  return Array.from(content.replaceAll(/\s+/g, ' ')).slice(0, SUMMARY_LENGTH).join('');
}

/** What is read out to a caller, or off the telephone, in one piece. */
function keysOf({ number, provisionalNumber, request }: Order): string[] {
  return [number ?? '', provisionalNumber, request.caller.phone];
}

function searchedFields({ number, provisionalNumber, request }: Order): string[] {
  const { caller, content, wish, place } = request;
  return [number ?? '', provisionalNumber, content, wish, place, caller.name, caller.phone];
}
