import type { Cluster } from '../../shared/contract/reports.ts';
import type { Reader } from './database.ts';
import type { FigureCursor, FigureScope } from './figures.ts';

// Index: figure_rows_pkey for the grievances of the days, orders_pkey for each.
const GRIEVANCES = `
SELECT r.order_id, r.unit_id, r.day, r.subject_id AS subject, btrim(o.data #>> '{request,place}') AS place,
       coalesce(o.data #>> '{request,accused,unitId}', nullif(r.unit_id, ''), '') AS concerned
FROM figure_rows r JOIN orders o ON o.id = r.order_id
WHERE r.figure = 'grievances' AND r.day BETWEEN $1::date AND $2::date
  AND ($3::text[] IS NULL OR r.unit_id = ANY ($3::text[]))`;

const CLUSTERS = `
WITH g AS (${GRIEVANCES}), each AS (
  SELECT 'concerned' AS by, concerned AS key, day FROM g UNION ALL
  SELECT 'subject', subject, day FROM g UNION ALL
  SELECT 'place', place, day FROM g)
SELECT by, key, (count(*) FILTER (WHERE day >= $4::date))::int AS n, (count(*) FILTER (WHERE day < $4::date))::int AS before
FROM each WHERE key <> '' GROUP BY by, key HAVING count(*) FILTER (WHERE day >= $4::date) >= $5
ORDER BY 3 DESC, 1, 2 LIMIT 100`;

/**
 * Grievances of a period that come together about one unit, subject or place, with as many days before to compare.
 * @param since the first day to compare with
 */
export async function findClusters(
  db: Reader,
  { from, to, units }: FigureScope,
  since: string,
  least: number,
): Promise<Omit<Cluster, 'name'>[]> {
  return db.read(CLUSTERS, [since, to, units, from, least]);
}

const BEHIND = {
  concerned: `WITH g AS (${GRIEVANCES}) SELECT to_char(day, 'YYYY-MM-DD') AS day, unit_id AS unit, order_id AS "orderId"
FROM g WHERE concerned = $4 ORDER BY 1 DESC, 3 LIMIT $5`,
  place: `WITH g AS (${GRIEVANCES}) SELECT to_char(day, 'YYYY-MM-DD') AS day, unit_id AS unit, order_id AS "orderId"
FROM g WHERE place = $4 ORDER BY 1 DESC, 3 LIMIT $5`,
} as const;

/** The orders of a cluster, newest first. */
export async function clustered(
  db: Reader,
  { from, to, units }: FigureScope,
  by: keyof typeof BEHIND,
  key: string,
  limit: number,
): Promise<FigureCursor[]> {
  return db.read(BEHIND[by], [from, to, units, key, limit]);
}

const COUNT = {
  concerned: `WITH g AS (${GRIEVANCES}) SELECT count(*)::int AS n FROM g WHERE concerned = $4`,
  place: `WITH g AS (${GRIEVANCES}) SELECT count(*)::int AS n FROM g WHERE place = $4`,
} as const;

/** How many orders a cluster has. */
export async function countClustered(
  db: Reader,
  { from, to, units }: FigureScope,
  by: keyof typeof COUNT,
  key: string,
): Promise<number> {
  return (await db.read<{ n: number }>(COUNT[by], [from, to, units, key])).at(0)?.n ?? 0;
}
