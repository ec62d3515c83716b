import type { OrderFilter } from '../../../shared/contract/desk.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { instant } from '../../../shared/instant.ts';
import type { ReadableDb, Value } from '../sqlite.ts';
import { gramQuery } from './grams.ts';

/** 将到期: due within this many milliseconds. */
export const SOON_MS = 48 * 3600_000;

/** A row as lists read it; names of units and subjects are filled in by whoever knows them. */
export interface ListedOrder {
  id: string;
  pending: number;
  number: string | null;
  provisional_number: string;
  state: string;
  mode: string;
  category: string;
  urgent: number;
  secret: number;
  subject_id: string | null;
  unit_id: string | null;
  summary: string;
  place: string;
  caller_name: string;
  caller_phone: string;
  caller_address: string;
  identity: string;
  created_at: string;
  created_by_name: string;
  due: string | null;
}

export const LISTED_COLUMNS = `o.id, o.pending, o.number, o.provisional_number, o.state, o.mode, o.category, o.urgent, o.secret,
  o.subject_id, o.unit_id, o.summary, o.place, o.caller_name, o.caller_phone, o.caller_address, o.identity, o.created_at,
  o.created_by_name, o.due`;

/** A list's two statements with what they are given. */
export interface ListQuery {
  readonly page: string;
  readonly count: string;
  readonly params: Readonly<Record<string, Value>>;
}

/**
 * One page of an order list and how many rows there are in all.
 * @param nowMs decides what is overdue
 */
export function listOrders(
  db: ReadableDb,
  wanted: { filter: OrderFilter; offset: number; limit: number },
  actor: Actor,
  nowMs: number,
): { rows: ListedOrder[]; total: number } {
  const query = listQuery(wanted.filter, actor, nowMs);
  if (!query) return { rows: [], total: 0 };
  const total = db.get<{ total: number }>(query.count, query.params)?.total ?? 0;
  const rows =
    wanted.offset < total
      ? db.all<ListedOrder>(query.page, { ...query.params, limit: wanted.limit, offset: wanted.offset })
      : [];
  return { rows, total };
}

/**
 * The statements of a list. Which index leads is said in the SQL: the planner has no statistics on a desk, and all of
 * them carry every filtered column, so that neither counting nor paging reads the rows themselves.
 * @returns null where the actor may see none
 */
export function listQuery(filter: OrderFilter, actor: Actor, nowMs: number): ListQuery | null {
  const scope = scopeOf(actor);
  if (!scope) return null;
  const params: Record<string, Value> = { ...scope.params };
  const conditions = [...scope.conditions];
  const bind = (name: string, value: Value): string => {
    params[name] = value;
    return `:${name}`;
  };
  const among = (column: string, values: readonly string[]): void => {
    if (values.length === 0) return;
    conditions.push(`${column} IN (${values.map((value, at) => bind(`${column}${at}`, value)).join(', ')})`);
  };
  if (filter.mine) conditions.push(`created_by = ${bind('me', actor.accountId)}`);
  if (filter.unitId) conditions.push(`unit_id = ${bind('unit', filter.unitId)}`);
  among('state', filter.states);
  among('mode', filter.modes);
  among('category', filter.categories);
  if (filter.from) conditions.push(`created_at >= ${bind('from', filter.from)}`);
  if (filter.to) conditions.push(`created_at < ${bind('to', filter.to)}`);
  if (filter.due !== 'any') {
    const now = bind('now', instant(nowMs));
    if (filter.due === 'overdue') conditions.push(`due_key < ${now}`);
    else conditions.push(`due_key >= ${now}`, `due_key < ${bind('soon', instant(nowMs + SOON_MS))}`);
  }
  if (filter.pendingOnly) conditions.push('pending = 1');
  const grams = filter.text.trim() === '' ? null : gramQuery(filter.text);
  if (grams) {
    const match = bind('grams', grams);
    conditions.push(`rid IN (SELECT rowid FROM order_grams WHERE order_grams MATCH ${match})`);
  }
  const from = `FROM orders INDEXED BY ${indexFor(filter)} ${whereOf(conditions)}`;
  return {
    page: `SELECT ${LISTED_COLUMNS} FROM (SELECT rid ${from} ORDER BY ${orderBy(filter)} LIMIT :limit OFFSET :offset) AS page
JOIN orders AS o ON o.rid = page.rid ORDER BY ${orderBy(filter, 'o.')}`,
    count: `SELECT count(*) AS total ${from}`,
    params,
  };
}

/** The conditions joined, or nothing where there are none. */
export function whereOf(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

function indexFor(filter: OrderFilter): string {
  if (filter.pendingOnly) return 'orders_pending';
  if (filter.due !== 'any' || filter.sort === 'due') return 'orders_by_due';
  if (filter.mine) return 'orders_by_creator';
  if (filter.unitId) return 'orders_by_unit';
  return 'orders_by_created';
}

function orderBy({ sort }: OrderFilter, table = ''): string {
  if (sort === 'due') return `${table}due_key, ${table}created_at, ${table}rid`;
  const direction = sort === 'newest' ? 'DESC' : 'ASC';
  return `${table}created_at ${direction}, ${table}rid ${direction}`;
}

/** What an actor's grants let them see, as conditions; null where they see nothing. */
export function scopeOf(actor: Actor): { conditions: string[]; params: Record<string, Value> } | null {
  const { grants } = actor;
  if (!grants.permissions.includes('order.view')) return null;
  const conditions: string[] = [];
  const params: Record<string, Value> = {};
  if (!grants.sensitivities.includes('secret')) conditions.push('secret = 0');
  if (!grants.sensitivities.includes('normal')) conditions.push('secret = 1');
  if (grants.units !== 'all') {
    params['units'] = JSON.stringify(grants.units);
    conditions.push('unit_id IN (SELECT value FROM json_each(:units))');
  }
  return { conditions, params };
}
