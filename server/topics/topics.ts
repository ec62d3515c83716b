import { readCentre } from '../../db/central/reference.ts';
import { findOrders } from '../../db/central/orders.ts';
import { topicGroups, topicOrders, type TopicScope } from '../../db/central/topics.ts';
import type { Topic, TopicWindow } from '../../shared/contract/topics.ts';
import type { ReportRow } from '../../shared/contract/reports.ts';
import { subjectIdSchema } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { createGazetteer } from '../../shared/hints/gazetteer.ts';
import { beijingDate, instant, type Instant } from '../../shared/instant.ts';
import { isReadable, textTerms } from '../../shared/text/text-terms.ts';
import { createSegmenter } from '../models/segment.ts';
import { readNames } from '../reports/names.ts';
import { shown } from '../reports/rows.ts';
import { unitsOf } from '../reports/looked-at.ts';
import type { Service } from '../service.ts';
import { LEAST, rises, riseOf } from './rise.ts';

const DAY_MS = 86_400_000;
const WINDOW_MS: Readonly<Record<TopicWindow, number>> = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS };
/** How many windows of the same length before it say what is usual. */
const PAST: Readonly<Record<TopicWindow, number>> = { day: 7, week: 4, month: 2 };
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
  const since = at - WINDOW_MS[window];
  const scope = scopeOf(actor, since - PAST[window] * WINDOW_MS[window], at);
  const [groups, names, placeOf] = await Promise.all([
    topicGroups(db, scope, instant(since)),
    readNames(db),
    placeNames(db),
  ]);
  const found = new Map<string, { subject: string; place: string | null; n: number; past: number }>();
  for (const { subject, place, n, past } of groups)
    for (const where of new Set([null, placeOf(place)])) {
      const key = `${subject} ${where ?? ''}`;
      const known = found.get(key) ?? { subject, place: where, n: 0, past: 0 };
      found.set(key, { ...known, n: known.n + n, past: known.past + past });
    }
  const topics = [...found.values()]
    .filter(({ n }) => n >= LEAST)
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
  const at = nowMs();
  const placeOf = await placeNames(db);
  const all = await topicOrders(db, scopeOf(actor, at - WINDOW_MS[asked.window], at), asked.subjectId, MOST_ROWS);
  const ids = all
    .filter(({ place }) => asked.place === null || placeOf(place) === asked.place)
    .map(({ orderId }) => orderId);
  const [orders, names] = await Promise.all([findOrders(db, ids), readNames(db)]);
  const views = orders
    .flatMap((order) => viewFor(order, actor) ?? [])
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const rows = views.map((order) => ({ ...shown(order, names), day: beijingDate(Date.parse(order.createdAt)) }));
  return { rows, hidden: ids.length - rows.length, words: commonWords(views) };
}

/** Civil dates around the instants narrow what is read. */
function scopeOf(actor: Actor, fromMs: number, toMs: number): TopicScope {
  return {
    firstDay: beijingDate(fromMs),
    lastDay: beijingDate(toMs),
    from: instant(fromMs),
    to: instant(toMs),
    units: unitsOf(actor),
  };
}

/** What a place is called by the centre's list, so that two ways of writing it come together; null where none is said. */
async function placeNames(db: Service['db']): Promise<(written: string) => string | null> {
  const gazetteer = createGazetteer((await readCentre(db))?.places ?? []);
  const known = new Map<string, string | null>();
  return (written) => {
    if (written === '') return null;
    const before = known.get(written);
    if (before !== undefined) return before;
    const name = gazetteer.find(written)?.place ?? written;
    known.set(written, name);
    return name;
  };
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
