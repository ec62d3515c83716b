import type { Migrator, Reader, Writer } from './database.ts';
import type { KeptSum } from './figures.ts';

// Every statement of the check sees one moment, so that orders may change meanwhile; and it may take its time.
const BEGIN = `
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
SET LOCAL statement_timeout = 0;
CREATE TEMPORARY TABLE counted_sums (figure text, day date, unit_id text, subject_id text, n bigint) ON COMMIT DROP`;

/** Begins a check: the first thing in a transaction of its own. */
export async function beginFigureCheck(tx: Migrator): Promise<void> {
  await tx.script(BEGIN);
}

const ADD = `
INSERT INTO counted_sums
SELECT d->>'figure', (d->>'day')::date, d->>'unit', d->>'subject', (d->>'n')::bigint FROM jsonb_array_elements($1::jsonb) d`;

/** Puts counted sums aside; one key may come many times. */
export async function addCounted(tx: Writer, sums: readonly KeptSum[]): Promise<void> {
  if (sums.length > 0) await tx.write(ADD, [JSON.stringify(sums)]);
}

/** A sum that is not what the orders say. */
export interface Deviation {
  /** Figure, day, unit and subject. */
  readonly what: string;
  readonly counted: number;
  readonly kept: number;
  readonly rows: number;
}

const COMPARED = `
WITH each AS (
  SELECT figure, day, unit_id, subject_id, n AS counted, 0 AS kept, 0 AS lines FROM counted_sums UNION ALL
  SELECT figure, day, unit_id, subject_id, 0, n, 0 FROM figure_days UNION ALL
  SELECT figure, day, unit_id, subject_id, 0, 0, n FROM figure_rows UNION ALL
  -- Calls have no lines: their own rows are what was counted.
  SELECT figure, day, unit_id, subject_id, 0, 0, n FROM counted_sums WHERE figure LIKE 'calls%' UNION ALL
  SELECT 'topics', day, unit_id, concat_ws(' ', subject_id, place), 0, n, 0 FROM topic_days UNION ALL
  -- What each order is about has been compared with it: these rows are what was counted.
  SELECT 'topics', (at AT TIME ZONE 'Asia/Shanghai')::date, unit_id, concat_ws(' ', subject_id, place), 1, 0, 1
  FROM order_topics WHERE subject_id <> ''),
summed AS (
  SELECT figure, day, unit_id, subject_id, sum(counted) AS counted, sum(kept) AS kept, sum(lines) AS lines
  FROM each GROUP BY 1, 2, 3, 4)`;

const SUMS = `${COMPARED}
SELECT count(*) FILTER (WHERE counted <> 0)::int AS sums,
  count(*) FILTER (WHERE counted <> kept OR counted <> lines)::int AS deviations FROM summed`;

const DEVIATIONS = `${COMPARED}
SELECT concat_ws(' ', figure, to_char(day, 'YYYY-MM-DD'), unit_id, subject_id) AS what,
  counted::int, kept::int, lines::int AS rows FROM summed
WHERE counted <> kept OR counted <> lines ORDER BY figure, day, unit_id, subject_id LIMIT $1`;

/** Compares what was counted with what is kept, in the database, however many sums there are. */
export async function compareSums(
  tx: Reader,
  most: number,
): Promise<{ sums: number; differing: number; deviations: Deviation[] }> {
  const [row] = await tx.read<{ sums: number; deviations: number }>(SUMS);
  const deviations = (row?.deviations ?? 0) === 0 ? [] : await tx.read<Deviation>(DEVIATIONS, [most]);
  return { sums: row?.sums ?? 0, differing: row?.deviations ?? 0, deviations };
}
