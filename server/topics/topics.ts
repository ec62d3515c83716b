import { findOrders } from '../../db/central/orders.ts';
import { topicGroups, topicOrders, type TopicScope } from '../../db/central/topics.ts';
import { topicWindowSchema, type Topic, type TopicWindow } from '../../shared/contract/topics.ts';
import type { ReportRow } from '../../shared/contract/reports.ts';
import { subjectIdSchema } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { beijingDate, instant, type Instant } from '../../shared/instant.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import { isReadable, textTerms } from '../../shared/text/text-terms.ts';
import { createSegmenter } from '../models/segment.ts';
import { readNames } from '../reports/names.ts';
import { shown } from '../reports/rows.ts';
import { unitsOf } from '../reports/looked-at.ts';
import type { Service } from '../service.ts';
import { LEAST, rises, riseOf } from './rise.ts';

const DAY_MS = 86_400_000;
const WINDOW_DAYS: Readonly<Record<TopicWindow, number>> = { day: 1, week: 7, month: 30 };
/** How many windows of the same length before it say what is usual. */
const PAST: Readonly<Record<TopicWindow, number>> = { day: 7, week: 4, month: 2 };
/** Days back from which requests count, the one in which the longest window begins included. */
export const LOOKED_AT_DAYS =
  Math.max(...topicWindowSchema.options.map((one) => WINDOW_DAYS[one] * (1 + PAST[one]))) + 1;
const LISTED = 60;
const MOST_ROWS = 1000;
const WORDS = 8;
/** Requests whose texts are read for their common words. */
const READ = 200;
/** What requests of every matter say. */
const COMMON: ReadonlySet<string> = new Set(['号楼', '单元', '小区', '反映', '来电', '市民', '群众', '来电人', '希望']);

type Parts = Pick<Service, 'db' | 'nowMs'>;

/** What is asked more than usual now, by subject and place and by subject alone; what rises most first. T13, T16. */
export async function hotTopics(
  { db, nowMs }: Parts,
  actor: Actor,
  window: TopicWindow,
): Promise<{ at: Instant; topics: Topic[] }> {
  const at = nowMs();
  const [groups, names] = await Promise.all([topicGroups(db, scopeOf(actor, window, at), LEAST), readNames(db)]);
  const topics = groups
    .map(({ subject, place, n, past }) => {
      const usual = past / PAST[window];
      const subjectId = subjectIdSchema.parse(subject);
      return { subjectId, place, subjectName: names.subject(subject), n, usual, rises: rises(n, usual) };
    })
    .toSorted((a, b) => riseOf(b.n, b.usual) - riseOf(a.n, a.usual) || b.n - a.n);
  return { at: instant(at), topics: topics.slice(0, LISTED) };
}

/** The requests behind a topic as far as they are for whoever asks, and what they say. */
export async function topicRows(
  { db, nowMs }: Parts,
  actor: Actor,
  asked: Pick<Topic, 'subjectId' | 'place'> & { readonly window: TopicWindow },
): Promise<{ rows: ReportRow[]; hidden: number; words: string[] }> {
  const scope = scopeOf(actor, asked.window, nowMs());
  const ids = await topicOrders(db, scope, asked.subjectId, asked.place, MOST_ROWS);
  const [orders, names] = await Promise.all([findOrders(db, ids), readNames(db)]);
  const views = orders
    .flatMap((order) => viewFor(order, actor) ?? [])
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const rows = views.map((order) => ({ ...shown(order, names), day: beijingDate(Date.parse(order.createdAt)) }));
  return { rows, hidden: ids.length - rows.length, words: commonWords(views) };
}

function scopeOf(actor: Actor, window: TopicWindow, nowMs: number): TopicScope {
  const days = WINDOW_DAYS[window];
  const sinceMs = nowMs - days * DAY_MS;
  const day = beijingDate(sinceMs);
  return { since: instant(sinceMs), day, firstDay: addDays(day, -PAST[window] * days), units: unitsOf(actor) };
}

let segmenter: ReturnType<typeof createSegmenter> | null = null;

/** Words that at least a third of the requests have in common, the commonest first: what the matter is about. */
function commonWords(orders: readonly Order[]): string[] {
  if (orders.length < LEAST) return [];
  segmenter ??= createSegmenter();
  const seen = new Map<string, number>();
  const read = orders.slice(0, READ);
  for (const { request } of read)
    for (const term of textTerms(request.content, segmenter).keys())
      if (isReadable(term) && !COMMON.has(term)) seen.set(term, (seen.get(term) ?? 0) + 1);
  const least = Math.max(LEAST, read.length / 3);
  return [...seen]
    .filter(([, n]) => n >= least)
    .toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .slice(0, WORDS)
    .map(([word]) => word);
}
