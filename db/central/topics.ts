import type { OrderId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader } from './database.ts';

/** Requests of a time, and whose units are looked at; null: all. */
export interface TopicScope {
  /** Civil dates in Beijing around the instants, for the index. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly units: readonly string[] | null;
}

/** Index: figure_rows_pkey for the days, orders_pkey for each. */
const RECEIVED = `
SELECT o.id, r.day, r.unit_id AS unit, r.subject_id AS subject, o.created_at AS at,
       btrim(coalesce(o.data #>> '{request,place}', '')) AS place
FROM figure_rows r JOIN orders o ON o.id = r.order_id
WHERE r.figure = 'received' AND r.day BETWEEN $1::date AND $2::date AND r.subject_id <> ''
  AND o.created_at >= $3 AND o.created_at < $4 AND ($5::text[] IS NULL OR r.unit_id = ANY ($5::text[]))`;

/** More places than a city names about its subjects in some months. */
const MOST_GROUPS = 50_000;

export const TOPIC_GROUPS = `
WITH r AS (${RECEIVED})
SELECT subject, place, (count(*) FILTER (WHERE at >= $6))::int AS n, (count(*) FILTER (WHERE at < $6))::int AS past
FROM r GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC LIMIT ${MOST_GROUPS}`;

export interface TopicGroup {
  readonly subject: string;
  /** As it was written; '' where nobody said. */
  readonly place: string;
  readonly n: number;
  readonly past: number;
}

/** How often each subject came up at each place since an instant, and in the time before it. */
export async function topicGroups(db: Reader, scope: TopicScope, since: Instant): Promise<TopicGroup[]> {
  return db.read(TOPIC_GROUPS, [...valuesOf(scope), since]);
}

/** The requests about a subject, newest first, with the place as it was written. */
export async function topicOrders(
  db: Reader,
  scope: TopicScope,
  subject: string,
  limit: number,
): Promise<{ readonly orderId: OrderId; readonly place: string }[]> {
  return db.read(
    `WITH r AS (${RECEIVED}) SELECT id AS "orderId", place FROM r WHERE subject = $6 ORDER BY at DESC, id LIMIT $7`,
    [...valuesOf(scope), subject, limit],
  );
}

function valuesOf({ firstDay, lastDay, from, to, units }: TopicScope): (string | readonly string[] | null)[] {
  return [firstDay, lastDay, from, to, units];
}
