import type { OrderFilter } from '../../../shared/contract/desk.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { queuesFor } from '../../../shared/domain/queues.ts';
import type { ReadableDb } from '../sqlite.ts';
import { gramQuery, sampledIn, wholeQuery } from './grams.ts';
import { listQuery, type Found, type ListQuery } from './list-query.ts';
import { searchedTexts } from './orders.ts';
import { scopeIn } from './scope.ts';

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
  accused_unit: string | null;
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

/** Counts of lists as they are now; whoever holds it empties it when orders change. */
export type Totals = Map<string, number>;

/** Rows that are quicker to look up one by one than by walking the whole list past them. */
const FEW = 4000;
/** Finds whose texts are read to see whether a long word really stands there; more are still being narrowed down. */
const READ = 50;
const TOTALS_KEPT = 50;
// the full-text index
const MATCHING = `SELECT rowid AS rid FROM order_grams WHERE order_grams MATCH ? LIMIT ${FEW + 1}`;

/**
 * One page of an order list and how many rows there are in all. A queue that is not theirs holds nothing for somebody.
 * @param nowMs decides what is overdue
 */
export function listOrders(
  db: ReadableDb,
  wanted: { filter: OrderFilter; offset: number; limit: number },
  actor: Actor,
  nowMs: number,
  totals: Totals = new Map(),
): { rows: ListedOrder[]; total: number } {
  const { filter } = wanted;
  const scope = scopeIn(db, actor, filter.queue);
  if (!scope || (filter.queue && !queuesFor(actor).includes(filter.queue))) return { rows: [], total: 0 };
  const query = listQuery({ filter, actor, scope, nowMs, found: findText(db, filter.text) });
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
  if (rows.length > FEW) return 'many';
  const rids = rows.map((row) => row.rid);
  const occurs = sampledIn(typed);
  if (rids.length > READ || !occurs) return rids;
  return searchedTexts(db, rids).flatMap(({ rid, fields }) => (occurs(fields) ? [rid] : []));
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
