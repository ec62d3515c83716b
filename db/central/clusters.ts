import type { Cluster } from '../../shared/contract/reports.ts';
import type { Reader } from './database.ts';
import { narrowed, narrowingValues, type Narrowing } from './facets.ts';
import type { FigureCursor, FigureScope } from './figures.ts';

// Index: figure_rows_pkey for the grievances of the days, order_topics_pkey for what each is about.
const grievances = (condition: string): string => `
SELECT r.order_id, r.unit_id, r.day, r.subject_id AS subject, t.place, coalesce(t.concerned, '') AS concerned
FROM figure_rows r JOIN order_topics t ON t.order_id = r.order_id
WHERE r.figure = 'grievances' AND r.day BETWEEN $1::date AND $2::date
  AND ($3::text[] IS NULL OR r.unit_id = ANY ($3::text[]))
  AND ($4::text[] IS NULL OR r.subject_id = ANY ($4::text[]))${condition}`;

const clusters = (lines: string): string => `
WITH g AS (${lines}), each AS (
  SELECT 'concerned' AS by, concerned AS key, day FROM g UNION ALL
  SELECT 'subject', subject, day FROM g UNION ALL
  SELECT 'place', place, day FROM g)
SELECT by, key, (count(*) FILTER (WHERE day >= $5::date))::int AS n, (count(*) FILTER (WHERE day < $5::date))::int AS before
FROM each WHERE key <> '' GROUP BY by, key HAVING count(*) FILTER (WHERE day >= $5::date) >= $6
ORDER BY 3 DESC, 1, 2 LIMIT 100`;
const CLUSTERS = clusters(grievances(''));
const NARROWED = grievances(` AND ${narrowed('r.order_id', 7)}`);
const CLUSTERS_NARROWED = clusters(NARROWED);

/**
 * Grievances of a period that come together about one unit, subject or place, with as many days before to compare.
 * @param since the first day to compare with
 */
export async function findClusters(
  db: Reader,
  { from, to, units, subjects }: FigureScope,
  narrowing: Narrowing | null,
  since: string,
  least: number,
): Promise<Omit<Cluster, 'name'>[]> {
  const values = [since, to, units, subjects, from, least];
  if (!narrowing) return db.read(CLUSTERS, values);
  return db.read(CLUSTERS_NARROWED, [...values, ...narrowingValues(narrowing)]);
}

type ClusterBy = 'concerned' | 'place';

const behind = (lines: string, by: ClusterBy): string => `
WITH g AS (${lines}) SELECT to_char(day, 'YYYY-MM-DD') AS day, unit_id AS unit, order_id AS "orderId"
FROM g WHERE ${by} = $5 ORDER BY 1 DESC, 3 LIMIT $6`;
const BEHIND: Readonly<Record<ClusterBy, string>> = {
  concerned: behind(grievances(''), 'concerned'),
  place: behind(grievances(''), 'place'),
};
const BEHIND_NARROWED: Readonly<Record<ClusterBy, string>> = {
  concerned: behind(NARROWED, 'concerned'),
  place: behind(NARROWED, 'place'),
};

/** The orders of a cluster, newest first. */
export async function clustered(
  db: Reader,
  { from, to, units, subjects }: FigureScope,
  narrowing: Narrowing | null,
  by: ClusterBy,
  key: string,
  limit: number,
): Promise<FigureCursor[]> {
  const values = [from, to, units, subjects, key, limit];
  if (!narrowing) return db.read(BEHIND[by], values);
  return db.read(BEHIND_NARROWED[by], [...values, ...narrowingValues(narrowing)]);
}
