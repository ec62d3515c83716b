import type { Contribution } from '../../shared/figures/contributions.ts';
import { figureIdSchema, type AnyFigureId, type FigureId } from '../../shared/figures/ids.ts';
import { orderIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import type { Reader, Value, Writer } from './database.ts';
import { facetsMatch, narrowed, narrowingValues, wordsMatch, type Narrowing } from './facets.ts';
import { freeSlot, summedUp } from './slots.ts';

/** A contribution with the order it is of. */
export interface FigureRow extends Contribution {
  readonly orderId: OrderId;
}

// Index: figure_rows_pkey.
const DROP_ROWS = `
DELETE FROM figure_rows r USING jsonb_array_elements($1::jsonb) d
WHERE r.figure = d->>'figure' AND r.day = (d->>'day')::date AND r.unit_id = d->>'unit' AND r.order_id = (d->>'orderId')::uuid`;
const PUT_ROWS = `
INSERT INTO figure_rows (figure, day, unit_id, order_id, subject_id, n)
SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::uuid[], $5::text[], $6::int[])
ON CONFLICT (figure, day, unit_id, order_id) DO UPDATE SET subject_id = EXCLUDED.subject_id, n = EXCLUDED.n`;
// Sorted, so that two transactions in one slot never wait for each other crosswise. Index: figure_days_pkey.
const ADD_DAYS = `
INSERT INTO figure_days (figure, day, unit_id, subject_id, slot, n)
SELECT d.figure, d.day, d.unit, d.subject, $6::smallint, d.n
FROM unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::int[]) AS d (figure, day, unit, subject, n) ORDER BY 1, 2, 3, 4
ON CONFLICT (figure, day, unit_id, subject_id, slot) DO UPDATE SET n = figure_days.n + EXCLUDED.n`;

/** Changes the figures: in the transaction that changes the orders. */
export async function changeFigures(db: Writer, gone: readonly FigureRow[], come: readonly FigureRow[]): Promise<void> {
  if (gone.length > 0) await db.write(DROP_ROWS, [JSON.stringify(gone)]);
  if (come.length > 0) await db.write(PUT_ROWS, rowValues(come));
  await addSums(db, [...gone.map((row) => ({ ...row, n: -row.n })), ...come]);
}

/** Short rows by the thousand: an array for each column costs a third less than a document to be taken apart. */
function rowValues(rows: readonly FigureRow[]): Value[] {
  return [
    rows.map(({ figure }) => figure),
    rows.map(({ day }) => day),
    rows.map(({ unit }) => unit),
    rows.map(({ orderId }) => orderId),
    rows.map(({ subject }) => subject),
    rows.map(({ n }) => n),
  ];
}

/** A sum, or what is to be added to it. */
export interface KeptSum extends Omit<Contribution, 'figure'> {
  readonly figure: AnyFigureId;
}

/** Changes sums alone: what is counted has its own rows. */
export async function addSums(db: Writer, deltas: readonly KeptSum[]): Promise<void> {
  const sums = summedUp(deltas, ({ figure, day, unit, subject }) => [figure, day, unit, subject]);
  if (sums.length === 0) return;
  await db.write(ADD_DAYS, [
    sums.map(({ figure }) => figure),
    sums.map(({ day }) => day),
    sums.map(({ unit }) => unit),
    sums.map(({ subject }) => subject),
    sums.map(({ n }) => n),
    freeSlot(),
  ]);
}

/** Forgets all figures, to count them anew. Nobody changes an order meanwhile. */
export async function clearFigures(db: Writer): Promise<void> {
  await db.write('LOCK TABLE orders IN SHARE MODE');
  await db.write('TRUNCATE figure_days, figure_rows, order_facets, grievance_callers, order_topics, topic_days');
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

/** A period and whose units are looked at; `units` and `subjects` null: all. Both days count. */
export interface FigureScope {
  readonly from: string;
  readonly to: string;
  readonly units: readonly string[] | null;
  readonly subjects: readonly string[] | null;
}

// Behind the figures in $1.
const IN_SCOPE = `day BETWEEN $2::date AND $3::date AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
  AND ($5::text[] IS NULL OR subject_id = ANY ($5::text[]))`;

/** By what figures are summed up. */
const KEYS = {
  unit: 'unit_id',
  subject: 'subject_id',
  day: `to_char(day, 'YYYY-MM-DD')`,
  month: `to_char(day, 'YYYY-MM')`,
} as const;
export type SumsBy = keyof typeof KEYS;

const sums = (key: string): string => `SELECT figure, ${key} AS key, sum(n)::int AS n FROM figure_days
WHERE figure = ANY ($1::text[]) AND ${IN_SCOPE} GROUP BY 1, 2 HAVING sum(n) <> 0`;
/** Index: figure_days_pkey, by figure and day. */
export const SUMS: Readonly<Record<SumsBy, string>> = {
  unit: sums(KEYS.unit),
  subject: sums(KEYS.subject),
  day: sums(KEYS.day),
  month: sums(KEYS.month),
};

// The lines first, then each order's text once, however many figures it stands behind.
const counted = (key: string): string => `
WITH lines AS MATERIALIZED (
  SELECT figure, ${key} AS key, order_id, n FROM figure_rows r
  WHERE figure = ANY ($1::text[]) AND ${IN_SCOPE} AND ${facetsMatch('r.order_id', 6)}),
worded AS (SELECT DISTINCT order_id FROM lines WHERE $12::text <> '')
SELECT figure, key, sum(n)::int AS n FROM lines
WHERE $12::text = '' OR order_id IN (SELECT order_id FROM worded WHERE ${wordsMatch('worded.order_id', 12)})
GROUP BY 1, 2`;
/** Index: figure_rows_pkey for the lines of the days, order_facets_pkey, orders_pkey. */
export const COUNTED: Readonly<Record<SumsBy, string>> = {
  unit: counted(KEYS.unit),
  subject: counted(KEYS.subject),
  day: counted(KEYS.day),
  month: counted(KEYS.month),
};

/** One figure of one line. */
export interface Sum {
  readonly figure: AnyFigureId;
  readonly key: string;
  readonly n: number;
}

/**
 * Sums of a period by unit, subject, day or month: kept ones, or counted order by order where they are narrowed by what
 * the kept ones do not know.
 */
export async function sumFigures(
  db: Reader,
  by: SumsBy,
  { from, to, units, subjects }: FigureScope,
  narrowing: Narrowing | null = null,
  figures: readonly AnyFigureId[] = figureIdSchema.options,
): Promise<Sum[]> {
  const values = [figures, from, to, units, subjects];
  if (!narrowing) return db.read<Sum>(SUMS[by], values);
  return db.read<Sum>(COUNTED[by], [...values, ...narrowingValues(narrowing)]);
}

/** Where a page of rows ended. */
export interface FigureCursor {
  readonly day: string;
  readonly unit: string;
  readonly orderId: OrderId;
}

const rows = (condition: string): string => `
SELECT to_char(day, 'YYYY-MM-DD') AS day, unit_id AS unit, order_id AS "orderId", n FROM figure_rows r
WHERE figure = $1 AND ${IN_SCOPE} AND (day, unit_id, order_id) > ($6::date, $7, $8::uuid)${condition}
ORDER BY r.day, unit_id, order_id LIMIT $9`;
/** Index: figure_rows_pkey. */
export const ROWS_BEHIND = rows('');
const ROWS_NARROWED = rows(` AND ${narrowed('r.order_id', 10)}`);

/** The orders behind a figure, a page at a time. */
export async function rowsBehind(
  db: Reader,
  figure: FigureId,
  { from, to, units, subjects }: FigureScope,
  narrowing: Narrowing | null,
  after: FigureCursor | null,
  limit: number,
): Promise<(FigureCursor & { readonly n: number })[]> {
  const { day, unit, orderId } = after ?? { day: '0001-01-01', unit: '', orderId: SMALLEST };
  const values = [figure, from, to, units, subjects, day, unit, orderId, limit];
  if (!narrowing) return db.read(ROWS_BEHIND, values);
  return db.read(ROWS_NARROWED, [...values, ...narrowingValues(narrowing)]);
}

// Index: figure_rows_pkey.
const COUNT_ROWS = `SELECT count(*)::int AS n FROM figure_rows r WHERE figure = $1 AND ${IN_SCOPE}`;
const COUNT_NARROWED = `${COUNT_ROWS} AND ${narrowed('r.order_id', 6)}`;

/** How many lines {@link rowsBehind} has in all. */
export async function countRows(
  db: Reader,
  figure: FigureId,
  { from, to, units, subjects }: FigureScope,
  narrowing: Narrowing | null,
): Promise<number> {
  const values = [figure, from, to, units, subjects];
  const found = narrowing
    ? db.read<{ n: number }>(COUNT_NARROWED, [...values, ...narrowingValues(narrowing)])
    : db.read<{ n: number }>(COUNT_ROWS, values);
  return (await found).at(0)?.n ?? 0;
}

const SMALLEST = orderIdSchema.parse('00000000-0000-0000-0000-000000000000');
