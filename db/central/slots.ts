import type { Database } from './database.ts';

/** Slots of one sum, so that commands of one day and unit do not wait for each other. */
const SLOTS = 16;

/** Where a command adds to a sum: as likely as not, no other is writing there. */
export function freeSlot(): number {
  return Math.floor(Math.random() * SLOTS);
}

/** Tables of sums by day with what else each is told apart by, in the order of the primary key. */
const TABLES = {
  figure_days: ['figure', 'day', 'unit_id', 'subject_id'],
  topic_days: ['day', 'subject_id', 'place', 'unit_id'],
} as const;

type Table = keyof typeof TABLES;

/** Index: figure_days_slots, topic_days_slots. */
const slottedDay = (table: Table): string =>
  `SELECT to_char(day, 'YYYY-MM-DD') AS day FROM ${table} t WHERE slot <> 0 AND day < $1::date ORDER BY t.day LIMIT 1`;

/** Index: figure_days_slots, topic_days_slots. In the order in which commands take their locks. */
function folding(table: Table): string {
  const keys = TABLES[table];
  const list = (from: string): string => keys.map((key) => `${from}${key}`).join(', ');
  const numbers = keys.map((_, at) => at + 1).join(', ');
  return `
WITH slotted AS (
  SELECT ${list('')}, slot FROM ${table} WHERE slot <> 0 AND day = $1::date ORDER BY ${list('')}, slot FOR UPDATE),
gone AS (DELETE FROM ${table} f USING slotted s
  WHERE (${list('f.')}, f.slot) = (${list('s.')}, s.slot) RETURNING ${list('f.')}, f.n)
INSERT INTO ${table} (${list('')}, slot, n)
SELECT ${list('')}, 0, sum(n) FROM gone GROUP BY ${numbers} ORDER BY ${numbers}
ON CONFLICT (${list('')}, slot) DO UPDATE SET n = ${table}.n + EXCLUDED.n`;
}

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
