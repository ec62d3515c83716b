import type { Database } from './database.ts';

/** Slots of one sum, so that commands of one day and unit do not wait for each other. */
export const SLOTS = 16;

/** Where a command adds to a sum: as likely as not, no other is writing there. */
export function freeSlot(): number {
  return Math.floor(Math.random() * SLOTS);
}

/** What is added to the same sum becomes one row of it; what comes to nothing is left out. @param keyOf what sums are told apart by */
export function summedUp<T extends { readonly n: number }>(
  rows: readonly T[],
  keyOf: (row: T) => readonly string[],
): T[] {
  const sums = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row).join('\n');
    const had = sums.get(key);
    sums.set(key, had ? { ...had, n: had.n + row.n } : row);
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** Slots of a day that are apart. Index: figure_days_slots, topic_days_slots. */
const SLOTTED = 'day = $1::date AND slot <> 0';
/**
 * Tables whose sums lie in slots: by what they are told apart, in the order of the primary key, and which rows are put
 * together at once. What is open now runs down to nothing, and goes with its last slot; a past day stays.
 */
const TABLES = {
  figure_days: { keys: ['figure', 'day', 'unit_id', 'subject_id'], rows: SLOTTED },
  topic_days: { keys: ['day', 'subject_id', 'place', 'unit_id'], rows: SLOTTED },
  standing: { keys: ['unit_id', 'state', 'due'], rows: 'unit_id = $1' },
} as const;

/** Puts the slots of some rows together. In the order in which commands take their locks. */
export function folding(table: keyof typeof TABLES): string {
  const { keys, rows } = TABLES[table];
  const list = (from: string): string => keys.map((key) => `${from}${key}`).join(', ');
  const numbers = keys.map((_, at) => at + 1).join(', ');
  return `
WITH apart AS (SELECT ${list('')}, slot FROM ${table} WHERE ${rows} ORDER BY ${list('')}, slot FOR UPDATE),
gone AS (DELETE FROM ${table} f USING apart a
  WHERE (${list('f.')}, f.slot) = (${list('a.')}, a.slot) RETURNING ${list('f.')}, f.n)
INSERT INTO ${table} (${list('')}, slot, n)
SELECT ${list('')}, 0, sum(n) FROM gone GROUP BY ${numbers} HAVING sum(n) <> 0 ORDER BY ${numbers}
ON CONFLICT (${list('')}, slot) DO UPDATE SET n = ${table}.n + EXCLUDED.n`;
}

/** Index: figure_days_slots, topic_days_slots. */
const slottedDay = (table: 'figure_days' | 'topic_days'): string =>
  `SELECT to_char(day, 'YYYY-MM-DD') AS day FROM ${table} t WHERE slot <> 0 AND day < $1::date ORDER BY t.day LIMIT 1`;

/**
 * Puts the slots of each day before this one together, a day in a transaction: a past day is hardly written to, and its
 * sums are read as one row each instead of {@link SLOTS}.
 */
export async function foldSlots(db: Database, before: string): Promise<void> {
  for (const table of ['figure_days', 'topic_days'] as const) {
    for (;;) {
      const [found] = await db.read<{ day: string }>(slottedDay(table), [before]);
      if (!found) break;
      await db.transaction((tx) => tx.write(folding(table), [found.day]));
    }
  }
}
