import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { queuesOf, type Course, type Queue } from '../../../shared/domain/queues.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

/** An order's columns that its places in queues bear too. */
const SHARED = ['created_at', 'state', 'mode', 'category', 'unit_id', 'created_by', 'secret', 'pending'] as const;
type Shared = (typeof SHARED)[number];

// indexes queues_of_order, assistants_of_order, recusals_of_order
const CLEAR = [
  'DELETE FROM order_queues WHERE rid = ?',
  'DELETE FROM order_assistants WHERE rid = ?',
  'DELETE FROM order_recusals WHERE rid = ?',
] as const;
const QUEUE = `INSERT INTO order_queues (queue, rid, due_key, ${SHARED.join(', ')})
VALUES (:queue, :rid, :due_key, ${SHARED.map((name) => `:${name}`).join(', ')})`;
const ASSISTANT = `INSERT OR REPLACE INTO order_assistants (unit_id, rid, waiting) VALUES (?, ?, ?)`;
const RECUSAL = `INSERT OR IGNORE INTO order_recusals (account_id, rid) VALUES (?, ?)`;
// primary key (account_id, rid)
const RECUSED = `SELECT rid FROM order_recusals WHERE account_id = ?`;

/** The list statements, for the test that looks at their plans. */
export const WAITING_SETS = [...CLEAR, RECUSED] as const;

/** Writes where an order waits, who assists with it and who is kept from it. */
export function putWaiting(
  db: WritableDb,
  rid: number,
  order: Order,
  pack: Course,
  columns: Readonly<Record<Shared | 'due_key', string | number | null>>,
): void {
  dropWaiting(db, rid);
  const shared = Object.fromEntries(SHARED.map((name) => [name, columns[name]]));
  for (const queue of [...queuesOf(order, 'centre', pack), ...queuesOf(order, 'unit', pack)])
    db.run(QUEUE, { ...shared, queue, rid, due_key: dueIn(queue, order) ?? columns.due_key });
  for (const { unitId, answer } of order.life.assistants) db.run(ASSISTANT, [unitId, rid, answer ? 0 : 1]);
  for (const { accountId } of order.life.recused) db.run(RECUSAL, [accountId, rid]);
}

export function dropWaiting(db: WritableDb, rid: number): void {
  for (const sql of CLEAR) db.run(sql, [rid]);
}

/** Rows of orders that an account has been kept from (回避). J5. */
export function recusedFrom(db: ReadableDb, account: AccountId): number[] {
  return db.all<{ rid: number }>(RECUSED, [account]).map(({ rid }) => rid);
}

/** The limit that counts in this queue, where it is not the order's own. */
function dueIn(queue: Queue, order: Order): string | null {
  if (queue !== 'assisting') return null;
  const open = order.life.assistants.flatMap(({ answer, due }) => (answer || due === null ? [] : [due]));
  return open.toSorted().at(0) ?? null;
}
