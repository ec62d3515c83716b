import type { Writer } from './database.ts';

// The row stays locked to the end of the transaction: one that is rolled back gives its numbers back, so none is missing.
const LOCK = `
INSERT INTO counters (name, value) VALUES ($1, 0)
ON CONFLICT (name) DO UPDATE SET value = counters.value
RETURNING value`;

/** Locks a counter. @returns the last number it gave, 0 at its beginning. Index: counters_pkey */
export async function lockCounter(db: Writer, name: string): Promise<number> {
  const [row] = await db.write<{ value: number }>(LOCK, [name]);
  if (!row) throw new Error(`counter ${name} has no value`);
  return row.value;
}

/** Notes the last number given of a counter locked before. */
export async function setCounter(db: Writer, name: string, value: number): Promise<void> {
  await db.write('UPDATE counters SET value = $2 WHERE name = $1', [name, value]);
}
