import { instant, instantSchema, msOf, type Instant } from '../../../shared/instant.ts';
import type { ReadableDb } from '../sqlite.ts';
import { SOON_MS } from './list-query.ts';
import { NO_DUE } from './orders.ts';

// index orders_by_due
const NEXT_OF_ORDERS = `SELECT min(due_key) AS due FROM orders INDEXED BY orders_by_due WHERE due_key >= ?`;
// index queues_by_due: an assisting unit's own limit
const NEXT_OF_ASSISTANTS = `SELECT min(due_key) AS due FROM order_queues INDEXED BY queues_by_due
WHERE queue = 'assisting' AND due_key >= ?`;

/** The statements, for the test that looks at their plans. */
export const NEXT_TURNS = [NEXT_OF_ORDERS, NEXT_OF_ASSISTANTS] as const;

/** When an order here first comes into 将到期 or 超期, from that moment on; null where none will. */
export function nextTurn(db: ReadableDb, fromMs: number): Instant | null {
  const overdue = NEXT_TURNS.flatMap((sql) => next(db, sql, fromMs));
  const soon = NEXT_TURNS.flatMap((sql) => next(db, sql, fromMs + SOON_MS)).map((ms) => ms - SOON_MS);
  const first = Math.min(...overdue, ...soon);
  return Number.isFinite(first) ? instant(first) : null;
}

function next(db: ReadableDb, sql: string, fromMs: number): number[] {
  const due = db.get<{ due: string | null }>(sql, [instant(fromMs)])?.due ?? NO_DUE;
  return due === NO_DUE ? [] : [msOf(instantSchema.parse(due))];
}
