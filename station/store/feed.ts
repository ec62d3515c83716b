import { ordersAcknowledgedAfter, ordersWithPending } from '../../db/desk/outbox/commands.ts';
import {
  advanceSnapshot,
  finishSnapshot,
  readFeed,
  saveCursor,
  startSnapshot,
  type SnapshotState,
} from '../../db/desk/replica/feed.ts';
import { confirmOrder, findOrder, lastRow, pendingOrders, unconfirmedOrders } from '../../db/desk/replica/orders.ts';
import { dropNotice, dropUnconfirmedNotices, putNotice } from '../../db/desk/replica/notices.ts';
import { dropReference, dropUnconfirmedReference, putReference } from '../../db/desk/replica/reference.ts';
import type { Table } from '../../shared/contract/desk.ts';
import { orderIdSchema } from '../../shared/domain/ids.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import { historyOf, rowSchema, type Change, type Entity, type Row } from '../../shared/sync/feed.ts';
import { closedBefore, refreshOrder, refreshRules, type WriterContext } from './context.ts';
import { meetHistory } from './delivery.ts';

const TABLE_OF: Readonly<Record<Entity, Table>> = {
  order: 'orders',
  article: 'articles',
  unit: 'units',
  subject: 'subjects',
  centre: 'centre',
  catalogue: 'catalogue',
  model: 'models',
  tie: 'ties',
  synonym: 'synonyms',
  notice: 'notices',
  manuscript: 'manuscripts',
  feedback: 'feedback',
};

/** Everything that a fresh copy may have changed. */
export const REPLICA_TABLES: readonly Table[] = Object.values(TABLE_OF);

/**
 * Applies one page of the feed with its cursor, all or nothing.
 * @returns the notices this desk had not heard of before
 */
export function applyChanges(context: WriterContext, changes: readonly Change[], cursor: number): Notice[] {
  const { replica } = context;
  const before = readFeed(replica).cursor;
  const tables = new Set<Table>();
  const arrived: Notice[] = [];
  replica.transaction(() => {
    for (const change of changes) {
      const entity = change.op === 'put' ? change.row.entity : change.entity;
      tables.add(TABLE_OF[entity]);
      if (change.op === 'put') arrived.push(...putRow(context, change.row, cursor));
      else if (change.entity === 'order') refreshOrder(context, orderIdSchema.parse(change.id), null, cursor);
      else if (change.entity === 'notice') dropNotice(replica, change.id);
      else dropReference(replica, change.entity, change.id);
    }
    saveCursor(replica, cursor);
    // What was acknowledged up to here is in the rows now, or has been taken out of this desk's sight.
    for (const id of ordersAcknowledgedAfter(context.outbox, before)) {
      refreshOrder(context, orderIdSchema.parse(id));
      tables.add('orders');
    }
  });
  rulesChanged(context, tables);
  if (tables.size > 0) context.changed([...tables]);
  return arrived;
}

/** Begins to load everything anew; what is here stays in sight meanwhile. */
export function beginSnapshot(context: WriterContext, audience: string, state: SnapshotState): void {
  meetHistory(context, historyOf(state.epoch));
  startSnapshot(context.replica, audience, state);
}

/** Loads a piece of a snapshot's page; small pieces let a call-taker's save in between. */
export function loadRows(context: WriterContext, rows: readonly Row[]): void {
  const { replica } = context;
  const { generation, cursor, epoch, snapshot } = readFeed(replica);
  // Rows of another life of the centre replace ours whatever their versions.
  const other = epoch !== null && snapshot !== null && historyOf(epoch) !== historyOf(snapshot.epoch);
  const tables = new Set<Table>();
  replica.transaction(() => {
    for (const row of rows) {
      tables.add(TABLE_OF[row.entity]);
      if (!other && isSame(row) && confirmOrder(replica, row.id, row.version, generation)) continue;
      putRow(context, row, cursor, other);
    }
  });
  rulesChanged(context, tables);
  context.changed([...tables]);
}

export function advance(context: WriterContext, state: SnapshotState): void {
  advanceSnapshot(context.replica, state);
}

/**
 * Takes out what a whole snapshot has not brought, but for what only this desk knows, among some of the rows.
 * @param after the row to go on after; 0 to begin
 * @returns where to go on; null once all have been looked at
 */
export function sweep(context: WriterContext, after: number, count: number): number | null {
  const { replica } = context;
  const upTo = after + count;
  const gone = unconfirmedOrders(replica, readFeed(replica).generation, after, upTo);
  replica.transaction(() => {
    for (const id of gone) refreshOrder(context, id, null);
  });
  return upTo < lastRow(replica) ? upTo : null;
}

/** Ends a snapshot after the last {@link sweep}: pulling starts at its head. */
export function endSnapshot(context: WriterContext, state: SnapshotState): void {
  const { replica } = context;
  const { generation } = readFeed(replica);
  replica.transaction(() => {
    dropUnconfirmedReference(replica, generation);
    dropUnconfirmedNotices(replica, generation);
    finishSnapshot(replica, state);
  });
  refreshRules(context);
  reconcile(context);
  context.changed(REPLICA_TABLES);
}

/** Brings the overlay in line with the outbox: after a start, and whenever what the desk decides by has changed. */
export function reconcile(context: WriterContext): void {
  const { outbox, replica } = context;
  const { cursor } = readFeed(replica);
  const ids = new Set([...ordersWithPending(outbox, cursor), ...pendingOrders(replica)]);
  for (const id of ids) refreshOrder(context, orderIdSchema.parse(id));
  if (ids.size > 0) context.changed(['orders']);
}

function rulesChanged(context: WriterContext, tables: ReadonlySet<Table>): void {
  if (!tables.has('units') && !tables.has('subjects') && !tables.has('centre')) return;
  const first = context.rules === null;
  refreshRules(context);
  if (first) reconcile(context);
}

/** An order that names one of our units as the accused is another one to each reader, whatever its version. J5. */
function isSame(row: Row): boolean {
  return row.entity === 'order' && row.data.order.request.accused.unitId === null;
}

/** @returns the row's notice, where it is one that this desk had not heard of */
function putRow(context: WriterContext, row: Row, cursor: number, whatever = false): Notice[] {
  const { replica } = context;
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) {
    // A row in a shape this desk does not read must not stop the rows after it; the next version of the desk takes a snapshot.
    context.log({ event: 'row not understood', entity: row.entity, id: row.id, at: parsed.error.issues[0]?.path });
    return [];
  }
  if (row.entity === 'notice') return putNotice(replica, row.data, readFeed(replica).generation) ? [row.data] : [];
  if (row.entity !== 'order') {
    putReference(replica, row.entity, row, readFeed(replica).generation);
    // At once: it decides about the orders that come behind it.
    if (row.entity === 'centre') context.retentionDays = row.data.retentionDays;
    return [];
  }
  const id = orderIdSchema.parse(row.id);
  const present = findOrder(replica, id);
  // A page read earlier may be applied later: the newer row stays.
  if (!whatever && present?.server && present.server.order.version > row.version) return [];
  const { closedAt } = row.data.order;
  const limit = closedBefore(context);
  const past = closedAt !== null && limit !== null && closedAt < limit;
  refreshOrder(context, id, past ? null : row.data, cursor);
  return [];
}
