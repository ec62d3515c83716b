import type { OrderFilter } from '../../../shared/contract/desk.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { instant } from '../../../shared/instant.ts';
import type { Value } from '../sqlite.ts';
import { gramQuery } from './grams.ts';
import { whereOf, type OrderScope } from './scope.ts';

/** 将到期: due within this many milliseconds. */
export const SOON_MS = 48 * 3600_000;

export const LISTED_COLUMNS = `o.id, o.pending, o.number, o.provisional_number, o.state, o.mode, o.category, o.urgent, o.secret,
  o.subject_id, o.unit_id, o.accused_unit, o.summary, o.place, o.caller_name, o.caller_phone, o.caller_address, o.identity,
  o.created_at, o.created_by_name, o.due`;

/** A list's statements with what they are given. */
export interface ListQuery {
  readonly page: string;
  /** The same page walked to from the far end: `offset` then counts from there. */
  readonly pageFromEnd: string;
  readonly count: string;
  readonly params: Readonly<Record<string, Value>>;
}

/** What a text was found in: these rows, or too many to be looked up one by one. */
export type Found = readonly number[] | 'many';

/** What a list is made from. */
export interface Listing {
  readonly filter: OrderFilter;
  readonly actor: Actor;
  readonly scope: OrderScope;
  /** Decides what is overdue. */
  readonly nowMs: number;
  /** Where the filter's text occurs; null without one. */
  readonly found: Found | null;
}

/**
 * The statements of a list. Which index leads is said in the SQL: the planner has no statistics on a desk, and all of
 * them carry every filtered column, so that neither counting nor paging reads the rows themselves.
 */
export function listQuery({ filter, actor, scope, nowMs, found }: Listing): ListQuery {
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
  if (filter.queue) conditions.push(`queue = ${bind('queue', filter.queue)}`);
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
  if (found === 'many') {
    const match = bind('grams', gramQuery(filter.text));
    conditions.push(`rid IN (SELECT rowid FROM order_grams WHERE order_grams MATCH ${match})`);
  } else if (found) {
    conditions.push(`rid IN (SELECT value FROM json_each(${bind('found', JSON.stringify(found))}))`);
  }
  const bare = conditions.length === 1 && /^secret = [01]$/.test(conditions.join());
  const from = filter.queue ? queueSource(filter, found) : orderSource(filter, found);
  const where = whereOf(conditions);
  const page = (walked: string): string => `SELECT ${LISTED_COLUMNS} FROM (
  SELECT rid, created_at, due_key FROM ${from} ${where} ORDER BY ${walked} LIMIT :limit OFFSET :offset
) AS page JOIN orders AS o ON o.rid = page.rid ORDER BY ${orderBy(filter.sort, 'page.')}`;
  return {
    page: page(orderBy(filter.sort)),
    pageFromEnd: page(orderBy(FROM_END[filter.sort])),
    count: `SELECT count(*) AS total FROM ${bare ? 'orders INDEXED BY orders_by_secret' : from} ${where}`,
    params,
  };
}

function orderSource(filter: OrderFilter, found: Found | null): string {
  return found && found !== 'many' ? 'orders NOT INDEXED' : `orders INDEXED BY ${indexFor(filter)}`;
}

function queueSource({ due, sort }: OrderFilter, found: Found | null): string {
  if (found && found !== 'many') return 'order_queues INDEXED BY queues_of_order';
  return `order_queues INDEXED BY ${due !== 'any' || sort === 'due' ? 'queues_by_due' : 'queues_by_created'}`;
}

function indexFor(filter: OrderFilter): string {
  if (filter.pendingOnly) return 'orders_pending';
  if (filter.due !== 'any' || filter.sort === 'due') return 'orders_by_due';
  if (filter.mine) return 'orders_by_creator';
  if (filter.unitId) return 'orders_by_unit';
  return 'orders_by_created';
}

type Walk = OrderFilter['sort'] | 'dueBackwards';

const FROM_END: Readonly<Record<OrderFilter['sort'], Walk>> = {
  newest: 'oldest',
  oldest: 'newest',
  due: 'dueBackwards',
};

function orderBy(walk: Walk, table = ''): string {
  const columns = walk === 'newest' || walk === 'oldest' ? ['created_at', 'rid'] : ['due_key', 'created_at', 'rid'];
  const direction = walk === 'newest' || walk === 'dueBackwards' ? 'DESC' : 'ASC';
  return columns.map((column) => `${table}${column} ${direction}`).join(', ');
}
