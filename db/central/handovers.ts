import { handoverSchema, type Handover } from '../../shared/hall/handover.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';
import { standingCounts } from './standing.ts';

/** @returns false where an earlier one still waits for whoever takes over. Index: handovers_open */
export async function insertHandover(db: Writer, handover: Handover): Promise<boolean> {
  const rows = await db.write(
    `INSERT INTO handovers (id, given_at, given_by, data) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT ((true)) WHERE taken_by IS NULL DO NOTHING RETURNING id`,
    [handover.id, handover.givenAt, handover.givenBy.accountId, JSON.stringify(handover)],
  );
  return rows.length > 0;
}

/** Locked. Index: handovers_pkey. */
export async function lockHandover(db: Writer, id: string): Promise<Handover | null> {
  const rows = await db.write<{ data: unknown }>('SELECT data FROM handovers WHERE id = $1 FOR UPDATE', [id]);
  const [row] = rows;
  return row ? handoverSchema.parse(row.data) : null;
}

export async function takeHandover(db: Writer, handover: Handover): Promise<void> {
  await db.write('UPDATE handovers SET taken_by = $2, data = $3::jsonb WHERE id = $1', [
    handover.id,
    handover.takenBy?.accountId ?? null,
    JSON.stringify(handover),
  ]);
}

/** Newest first. Index: handovers_given, from its end. */
export async function listHandovers(db: Reader, limit: number): Promise<Handover[]> {
  const rows = await db.read<{ data: unknown }>('SELECT data FROM handovers ORDER BY given_at DESC LIMIT $1', [limit]);
  return rows.map(({ data }) => handoverSchema.parse(data));
}

/** What of a shift is counted in the database. Index: missed_calls' own. */
export async function shiftCounts(
  db: Reader,
  now: Instant,
): Promise<{ missed: number; undispatched: number; overdue: number }> {
  const [[row], standing] = await Promise.all([
    db.read<{ missed: number }>(`SELECT count(*) AS missed FROM missed_calls WHERE state IN ('waiting', 'claimed')`),
    standingCounts(db, now),
  ]);
  return { missed: row?.missed ?? 0, ...standing };
}
