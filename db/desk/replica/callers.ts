import type { Actor } from '../../../shared/domain/people.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb } from '../sqlite.ts';
import { LISTED_COLUMNS } from './list-query.ts';
import type { ListedOrder } from './order-list.ts';
import { scopeIn, whereOf } from './scope.ts';

/** Orders of one caller's number within the actor's grants, newest first. Index orders_by_phone. */
export function ordersOfCaller(db: ReadableDb, phone: string, actor: Actor, limit: number): ListedOrder[] {
  const scope = scopeIn(db, actor);
  if (!scope || phone === '') return [];
  return db.all<ListedOrder>(callerQuery(scope.conditions), { ...scope.params, phone, limit });
}

/** How often a number has called since an instant. Index orders_by_phone. */
export function countOrdersOfCaller(db: ReadableDb, phone: string, actor: Actor, since: Instant): number {
  const scope = scopeIn(db, actor);
  if (!scope || phone === '') return 0;
  const row = db.get<{ total: number }>(callerCount(scope.conditions), { ...scope.params, phone, since });
  return row?.total ?? 0;
}

/** Orders by their ids within the actor's grants, in no particular order. Index of the id. */
export function ordersByIds(db: ReadableDb, ids: readonly OrderId[], actor: Actor): ListedOrder[] {
  const scope = scopeIn(db, actor);
  if (!scope || ids.length === 0) return [];
  return db.all<ListedOrder>(idsQuery(scope.conditions), { ...scope.params, ids: JSON.stringify(ids) });
}

/**
 * For the test that looks at the plans. The ids come first whatever the planner thinks: it takes one of the two values of
 * `secret` for the narrower choice, and reads every order of the desk.
 */
export function idsQuery(conditions: readonly string[]): string {
  return `SELECT ${LISTED_COLUMNS} FROM json_each(:ids) AS wanted CROSS JOIN orders AS o
${whereOf(['o.id = wanted.value', ...conditions])}`;
}

/** For the test that looks at the plans. */
export function callerQuery(conditions: readonly string[]): string {
  return `SELECT ${LISTED_COLUMNS} FROM orders AS o INDEXED BY orders_by_phone
${whereOf(['caller_phone = :phone', ...conditions])} ORDER BY created_at DESC LIMIT :limit`;
}

/** For the test that looks at the plans. */
export function callerCount(conditions: readonly string[]): string {
  return `SELECT count(*) AS total FROM orders INDEXED BY orders_by_phone
${whereOf(['caller_phone = :phone', 'created_at >= :since', ...conditions])}`;
}
