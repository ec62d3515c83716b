import type { OrderFilter } from '../../../shared/contract/desk.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { instant } from '../../../shared/instant.ts';
import type { ReadableDb, Value } from '../sqlite.ts';
import { gramQuery, wholeQuery } from './grams.ts';

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

/** Counts of lists as they are now; whoever holds it empties it when orders change. */
export type Totals = Map<string, number>;

/** Rows that are quicker to look up one by one than by walking the whole list past them. */
const FEW = 4000;
const TOTALS_KEPT = 50;
// the full-text index
const MATCHING = `SELECT rowid AS rid FROM order_grams WHERE order_grams MATCH ? LIMIT ${FEW + 1}`;

/**
 * One page of an order list and how many rows there are in all.
 * @param nowMs decides what is overdue
 */
export function listOrders(
  db: ReadableDb,
  wanted: { filter: OrderFilter; offset: number; limit: number },
  actor: Actor,
  nowMs: number,
  totals: Totals = new Map(),
): { rows: ListedOrder[]; total: number } {
  const query = listQuery(wanted.filter, actor, nowMs, findText(db, wanted.filter.text));
  if (!query) return { rows: [], total: 0 };
  const total = countOnce(db, query, totals);
  const left = total - wanted.offset;
  if (left <= 0) return { rows: [], total };
  const limit = Math.min(wanted.limit, left);
  // Whichever end is nearer: a scrollbar let go at the bottom does not walk past everything above.
  const rows =
    wanted.offset <= total / 2
      ? db.all<ListedOrder>(query.page, { ...query.params, limit, offset: wanted.offset })
      : db.all<ListedOrder>(query.pageFromEnd, { ...query.params, limit, offset: left - limit });
  return { rows, total };
}

/** Where a text occurs; null where nothing searchable was typed. */
function findText(db: ReadableDb, typed: string): Found | null {
  const grams = gramQuery(typed);
  if (!grams) return null;
  const whole = wholeQuery(typed);
  const exact = whole === null ? [] : db.all<{ rid: number }>(MATCHING, [whole]);
  if (exact.length > 0 && exact.length <= FEW) return exact.map((row) => row.rid);
  const rows = db.all<{ rid: number }>(MATCHING, [grams]);
  return rows.length > FEW ? 'many' : rows.map((row) => row.rid);
}

/** Scrolling asks for one page after another of a list that has not changed. */
function countOnce(db: ReadableDb, { count, params }: ListQuery, totals: Totals): number {
  const key = `${count} ${JSON.stringify(params)}`;
  const known = totals.get(key);
  if (known !== undefined) return known;
  const total = db.get<{ total: number }>(count, params)?.total ?? 0;
  if (totals.size >= TOTALS_KEPT) totals.clear();
  totals.set(key, total);
  return total;
}

/**
 * The statements of a list. Which index leads is said in the SQL: the planner has no statistics on a desk, and all of
 * them carry every filtered column, so that neither counting nor paging reads the rows themselves.
 * @param found where the filter's text occurs; null without one
 * @returns null where the actor may see none
 */
export function listQuery(filter: OrderFilter, actor: Actor, nowMs: number, found: Found | null): ListQuery | null {
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
  if (found === 'many') {
    const match = bind('grams', gramQuery(filter.text));
    conditions.push(`rid IN (SELECT rowid FROM order_grams WHERE order_grams MATCH ${match})`);
  } else if (found) {
    conditions.push(`rid IN (SELECT value FROM json_each(${bind('found', JSON.stringify(found))}))`);
  }
  const bare = conditions.length === 1 && /^secret = [01]$/.test(conditions.join());
  const lead = found && found !== 'many' ? 'NOT INDEXED' : `INDEXED BY ${indexFor(filter)}`;
  const where = whereOf(conditions);
  const rowids = `SELECT rid FROM orders ${lead} ${where}`;
  const page = (walked: string): string => `SELECT ${LISTED_COLUMNS} FROM (${rowids} ORDER BY ${walked}
LIMIT :limit OFFSET :offset) AS page JOIN orders AS o ON o.rid = page.rid ORDER BY ${orderBy(filter.sort, 'o.')}`;
  return {
    page: page(orderBy(filter.sort)),
    pageFromEnd: page(orderBy(FROM_END[filter.sort])),
    count: `SELECT count(*) AS total FROM orders ${bare ? 'INDEXED BY orders_by_secret' : lead} ${where}`,
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
