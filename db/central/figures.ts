import type { Contribution } from '../../shared/figures/contributions.ts';
import type { Counts } from '../../shared/figures/definitions.ts';
import { figureIdSchema, type FigureId } from '../../shared/figures/ids.ts';
import { orderIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Database, Reader, Writer } from './database.ts';

/** A contribution with the order it is of. */
export interface FigureRow extends Contribution {
  readonly orderId: OrderId;
}

/** Slots of one sum. */
const SLOTS = 16;

// Index: figure_rows_pkey.
const DROP_ROWS = `
DELETE FROM figure_rows r USING jsonb_array_elements($1::jsonb) d
WHERE r.figure = d->>'figure' AND r.day = (d->>'day')::date AND r.unit_id = d->>'unit' AND r.order_id = (d->>'orderId')::uuid`;
const PUT_ROWS = `
INSERT INTO figure_rows (figure, day, unit_id, order_id, subject_id, n)
SELECT d->>'figure', (d->>'day')::date, d->>'unit', (d->>'orderId')::uuid, d->>'subject', (d->>'n')::int
FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (figure, day, unit_id, order_id) DO UPDATE SET subject_id = EXCLUDED.subject_id, n = EXCLUDED.n`;
// Sorted, so that two transactions in one slot never wait for each other crosswise. Index: figure_days_pkey.
const ADD_DAYS = `
INSERT INTO figure_days (figure, day, unit_id, subject_id, slot, n)
SELECT d->>'figure', (d->>'day')::date, d->>'unit', d->>'subject', $2::smallint, sum((d->>'n')::int)
FROM jsonb_array_elements($1::jsonb) d GROUP BY 1, 2, 3, 4 HAVING sum((d->>'n')::int) <> 0 ORDER BY 1, 2, 3, 4
ON CONFLICT (figure, day, unit_id, subject_id, slot) DO UPDATE SET n = figure_days.n + EXCLUDED.n`;

/** Changes the figures: in the transaction that changes the orders. */
export async function changeFigures(db: Writer, gone: readonly FigureRow[], come: readonly FigureRow[]): Promise<void> {
  if (gone.length > 0) await db.write(DROP_ROWS, [JSON.stringify(gone)]);
  if (come.length > 0) await db.write(PUT_ROWS, [JSON.stringify(come)]);
  const deltas = [...gone.map((row) => ({ ...row, n: -row.n })), ...come];
  if (deltas.length === 0) return;
  await db.write(ADD_DAYS, [JSON.stringify(deltas), Math.floor(Math.random() * SLOTS)]);
}

// Index: figure_days_slots.
const SLOTTED_DAY = `
SELECT to_char(day, 'YYYY-MM-DD') AS day FROM figure_days WHERE slot <> 0 AND day < $1::date ORDER BY figure_days.day LIMIT 1`;
// Index: figure_days_slots. In the order in which commands take their locks.
const FOLD = `
WITH slotted AS (
  SELECT figure, day, unit_id, subject_id, slot FROM figure_days WHERE slot <> 0 AND day = $1::date
  ORDER BY 1, 2, 3, 4, 5 FOR UPDATE),
gone AS (DELETE FROM figure_days f USING slotted s
  WHERE (f.figure, f.day, f.unit_id, f.subject_id, f.slot) = (s.figure, s.day, s.unit_id, s.subject_id, s.slot)
  RETURNING f.figure, f.day, f.unit_id, f.subject_id, f.n)
INSERT INTO figure_days (figure, day, unit_id, subject_id, slot, n)
SELECT figure, day, unit_id, subject_id, 0, sum(n) FROM gone GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
ON CONFLICT (figure, day, unit_id, subject_id, slot) DO UPDATE SET n = figure_days.n + EXCLUDED.n`;

/**
 * Puts the slots of each day before this one together, a day in a transaction: a past day is hardly written to, and its
 * sums are read as one row each instead of {@link SLOTS}.
 */
export async function foldSlots(db: Database, before: string): Promise<void> {
  for (;;) {
    const [found] = await db.read<{ day: string }>(SLOTTED_DAY, [before]);
    if (!found) return;
    await db.transaction((tx) => tx.write(FOLD, [found.day]));
  }
}

/** Forgets all figures, to count them anew. Nobody changes an order meanwhile. */
export async function clearFigures(db: Writer): Promise<void> {
  await db.write('LOCK TABLE orders IN SHARE MODE');
  await db.write('TRUNCATE figure_days, figure_rows');
}

/** @returns the version of the definitions they were counted by; null before they were */
export async function figuresVersion(db: Reader): Promise<number | null> {
  return (await db.read<{ version: number }>('SELECT version FROM figure_state')).at(0)?.version ?? null;
}

export async function setFiguresVersion(db: Writer, version: number): Promise<void> {
  await db.write('INSERT INTO figure_state (version) VALUES ($1) ON CONFLICT (one) DO UPDATE SET version = $1', [
    version,
  ]);
}

/** A period and whose units are looked at; `units` null: all. Both days count. */
export interface FigureScope {
  readonly from: string;
  readonly to: string;
  readonly units: readonly string[] | null;
}

/** Index: figure_days_pkey, by figure and day. */
export const SUMS = {
  unit: `SELECT figure, unit_id AS key, sum(n)::int AS n FROM figure_days
WHERE figure = ANY ($1::text[]) AND day BETWEEN $2::date AND $3::date AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
GROUP BY 1, 2 HAVING sum(n) <> 0`,
  subject: `SELECT figure, subject_id AS key, sum(n)::int AS n FROM figure_days
WHERE figure = ANY ($1::text[]) AND day BETWEEN $2::date AND $3::date AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
GROUP BY 1, 2 HAVING sum(n) <> 0`,
  day: `SELECT figure, to_char(day, 'YYYY-MM-DD') AS key, sum(n)::int AS n FROM figure_days
WHERE figure = ANY ($1::text[]) AND day BETWEEN $2::date AND $3::date AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
GROUP BY 1, 2 HAVING sum(n) <> 0`,
} as const;

/** Sums of a period by unit, subject or day. */
export async function sumFigures(
  db: Reader,
  by: keyof typeof SUMS,
  { from, to, units }: FigureScope,
  figures: readonly FigureId[] = figureIdSchema.options,
): Promise<Map<string, Counts>> {
  const rows = await db.read<{ figure: FigureId; key: string; n: number }>(SUMS[by], [figures, from, to, units]);
  const counts = new Map<string, Partial<Record<FigureId, number>>>();
  for (const { figure, key, n } of rows) {
    const known = counts.get(key) ?? {};
    known[figure] = n;
    counts.set(key, known);
  }
  return counts;
}

/** Where a page of rows ended. */
export interface FigureCursor {
  readonly day: string;
  readonly unit: string;
  readonly orderId: OrderId;
}

/** Index: figure_rows_pkey. */
export const ROWS_BEHIND = `
SELECT to_char(day, 'YYYY-MM-DD') AS day, unit_id AS unit, order_id AS "orderId", n FROM figure_rows
WHERE figure = $1 AND day BETWEEN $2::date AND $3::date
  AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[])) AND ($5::text IS NULL OR subject_id = $5)
  AND (day, unit_id, order_id) > ($6::date, $7, $8::uuid)
ORDER BY figure_rows.day, unit_id, order_id LIMIT $9`;

/** The orders behind a figure, a page at a time. */
export async function rowsBehind(
  db: Reader,
  figure: FigureId,
  { from, to, units }: FigureScope,
  subject: string | null,
  after: FigureCursor | null,
  limit: number,
): Promise<(FigureCursor & { readonly n: number })[]> {
  const { day, unit, orderId } = after ?? { day: '0001-01-01', unit: '', orderId: SMALLEST };
  return db.read(ROWS_BEHIND, [figure, from, to, units, subject, day, unit, orderId, limit]);
}

// Index: figure_rows_pkey.
const COUNT_ROWS = `
SELECT count(*)::int AS n FROM figure_rows WHERE figure = $1 AND day BETWEEN $2::date AND $3::date
  AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[])) AND ($5::text IS NULL OR subject_id = $5)`;

/** How many lines {@link rowsBehind} has in all. */
export async function countRows(
  db: Reader,
  figure: FigureId,
  { from, to, units }: FigureScope,
  subject: string | null,
): Promise<number> {
  return (await db.read<{ n: number }>(COUNT_ROWS, [figure, from, to, units, subject])).at(0)?.n ?? 0;
}

const SMALLEST = orderIdSchema.parse('00000000-0000-0000-0000-000000000000');
