import type { OrderId } from '../../shared/domain/ids.ts';
import { beijingDate, msOf, type Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';
import { freeSlot, summedUp } from './slots.ts';

/** What an order is about. */
export interface TopicRow {
  readonly orderId: OrderId;
  /** When it was received. */
  readonly at: Instant;
  /** '' where it names none. */
  readonly subject: string;
  /** As the centre's list names it, or as it was written; '' where nobody said. */
  readonly place: string;
  /** '' where no unit of ours has it. */
  readonly unit: string;
  /** The unit a complaint or report is about, '' for none; null where it is neither. */
  readonly concerned: string | null;
}

const PUT = `
INSERT INTO order_topics (order_id, at, subject_id, place, unit_id, concerned)
SELECT (d->>'orderId')::uuid, (d->>'at')::timestamptz, d->>'subject', d->>'place', d->>'unit', d->>'concerned'
FROM jsonb_array_elements($1::jsonb) d ORDER BY 1
ON CONFLICT (order_id) DO UPDATE SET at = EXCLUDED.at, subject_id = EXCLUDED.subject_id, place = EXCLUDED.place,
  unit_id = EXCLUDED.unit_id, concerned = EXCLUDED.concerned`;
// Sorted, so that two transactions in one slot never wait for each other crosswise. Index: topic_days_pkey.
const ADD = `
INSERT INTO topic_days (day, subject_id, place, unit_id, slot, n)
SELECT d.day, d.subject, d.place, d.unit, $6::smallint, d.n
FROM unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::int[]) AS d (day, subject, place, unit, n) ORDER BY 1, 2, 3, 4
ON CONFLICT (day, subject_id, place, unit_id, slot) DO UPDATE SET n = topic_days.n + EXCLUDED.n`;

/** Changes what orders are about, and the sums with it: in the transaction that changes the orders. @param gone what stood before */
export async function changeTopics(db: Writer, gone: readonly TopicRow[], come: readonly TopicRow[]): Promise<void> {
  if (come.length === 0) return;
  await db.write(PUT, [JSON.stringify(come)]);
  const deltas = [...gone.flatMap((row) => sumOf(row, -1)), ...come.flatMap((row) => sumOf(row, 1))];
  const sums = summedUp(deltas, ({ day, subject, place, unit }) => [day, subject, place, unit]);
  if (sums.length === 0) return;
  await db.write(ADD, [
    sums.map(({ day }) => day),
    sums.map(({ subject }) => subject),
    sums.map(({ place }) => place),
    sums.map(({ unit }) => unit),
    sums.map(({ n }) => n),
    freeSlot(),
  ]);
}

type Sum = Pick<TopicRow, 'subject' | 'place' | 'unit'> & { readonly day: string; readonly n: number };

function sumOf({ at, subject, place, unit }: TopicRow, n: number): Sum[] {
  return subject === '' ? [] : [{ day: beijingDate(msOf(at)), subject, place, unit, n }];
}

const COLUMNS = 'order_id AS "orderId", at, subject_id AS subject, place, unit_id AS unit, concerned';

/** Index: order_topics_pkey. */
export async function topicsKept(db: Reader, orders: readonly OrderId[]): Promise<TopicRow[]> {
  return db.read<TopicRow>(`SELECT ${COLUMNS} FROM order_topics WHERE order_id = ANY ($1::uuid[])`, [orders]);
}

/** Orders received since, oldest first, a page at a time. Index: order_topics_at. */
export async function topicsSince(
  db: Reader,
  since: Instant,
  after: OrderId | null,
  limit: number,
): Promise<TopicRow[]> {
  return db.read<TopicRow>(
    `SELECT ${COLUMNS} FROM order_topics WHERE at >= $1 AND (at > $1 OR $2::uuid IS NULL OR order_id > $2::uuid)
     ORDER BY order_topics.at, order_id LIMIT $3`,
    [since, after, limit],
  );
}

/** Requests of a time that ends now, and as much of the time before it as says what is usual. */
export interface TopicScope {
  /** When the window begins. */
  readonly since: Instant;
  /** The civil day in Beijing in which that is: what came in it before counts for nothing. */
  readonly day: string;
  /** The first of the days before it that say what is usual. */
  readonly firstDay: string;
  /** Whose units are looked at; null: all. */
  readonly units: readonly string[] | null;
}

/** More places than a city names about its subjects in some months. */
const MOST_GROUPS = 50_000;

/** Whole days from their sums, the one in which the window begins from its orders. Index: topic_days_pkey, order_topics_at. */
export const TOPIC_GROUPS = `
WITH counted AS (
  SELECT subject_id, place, sum(n) FILTER (WHERE day > $2::date) AS n, sum(n) FILTER (WHERE day < $2::date) AS past
  FROM topic_days WHERE day >= $3::date AND day <> $2::date AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
  GROUP BY 1, 2
  UNION ALL
  SELECT subject_id, place, count(*), 0 FROM order_topics
  WHERE at >= $1 AND at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND subject_id <> ''
    AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
  GROUP BY 1, 2)
SELECT subject_id AS subject, place, sum(n)::int AS n, coalesce(sum(past), 0)::int AS past FROM counted
GROUP BY GROUPING SETS ((subject_id), (subject_id, place))
HAVING sum(n) >= $5 AND (grouping(place) = 1 OR place <> '')
ORDER BY 3 DESC, 4 LIMIT ${MOST_GROUPS}`;

export interface TopicGroup {
  readonly subject: string;
  /** Null: wherever, and where nobody said. */
  readonly place: string | null;
  readonly n: number;
  readonly past: number;
}

/** How often each subject came up since the window began, at each place and in all, and in the days before it. @param least that many at least */
export async function topicGroups(db: Reader, scope: TopicScope, least: number): Promise<TopicGroup[]> {
  return db.read(TOPIC_GROUPS, [scope.since, scope.day, scope.firstDay, scope.units, least]);
}

/** Index: order_topics_subject. */
export const TOPIC_ORDERS = `
SELECT order_id AS "orderId" FROM order_topics
WHERE subject_id = $1 AND at >= $2 AND ($3::text[] IS NULL OR unit_id = ANY ($3::text[]))
  AND ($4::text IS NULL OR place = $4)
ORDER BY at DESC, order_id LIMIT $5`;

/** The requests about a subject since the window began, newest first. @param place null: wherever */
export async function topicOrders(
  db: Reader,
  { since, units }: Pick<TopicScope, 'since' | 'units'>,
  subject: string,
  place: string | null,
  limit: number,
): Promise<OrderId[]> {
  const rows = await db.read<{ orderId: OrderId }>(TOPIC_ORDERS, [subject, since, units, place, limit]);
  return rows.map(({ orderId }) => orderId);
}
