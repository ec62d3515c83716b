import type { CallBackAttempt, MissedState } from '../../shared/domain/calls/missed.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** A caller to be rung back, as it is kept. */
export interface MissedRow {
  readonly id: string;
  readonly state: MissedState;
  readonly claimedBy: AccountId | null;
  readonly claimedName: string | null;
  readonly claimedAt: Instant | null;
  readonly data: MissedData;
}

export interface MissedData {
  /** As the exchange told it: this is what is dialled. */
  readonly number: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly calls: readonly CallId[];
  readonly waitedSeconds: number | null;
  readonly closed: boolean;
  readonly attempts: readonly CallBackAttempt[];
  readonly endedAt: Instant | null;
  readonly note: string;
}

const COLUMNS = `m.id, m.state, m.claimed_by AS "claimedBy", m.claimed_at AS "claimedAt", m.data,
  (SELECT name FROM accounts WHERE id = m.claimed_by) AS "claimedName"`;

/** Everybody who is still to be rung back, who has waited longest first, and what was finished since. Index: missed_open, missed_last. */
export async function missedList(db: Reader, finishedSince: Instant, limit: number): Promise<MissedRow[]> {
  return db.read<MissedRow>(
    `SELECT * FROM (
  (SELECT ${COLUMNS}, 0 AS rank, m.last_at FROM missed_calls m WHERE m.state IN ('waiting', 'claimed'))
  UNION ALL
  (SELECT ${COLUMNS}, 1 AS rank, m.last_at FROM missed_calls m
   WHERE m.state IN ('reached', 'came', 'dropped') AND m.last_at >= $1 ORDER BY m.last_at DESC LIMIT $2)
) listed ORDER BY rank, CASE WHEN rank = 0 THEN last_at END, last_at DESC LIMIT $2`,
    [finishedSince, limit],
  );
}

/** Locked, for who is about to change it. Index: missed_calls_pkey. */
export async function lockMissed(db: Writer, id: string): Promise<MissedRow | null> {
  const rows = await db.write<MissedRow>(`SELECT ${COLUMNS} FROM missed_calls m WHERE m.id = $1 FOR UPDATE`, [id]);
  return rows.at(0) ?? null;
}

/** The open row of a number, locked. Index: missed_open. */
export async function lockOpenMissed(db: Writer, number: string): Promise<MissedRow | null> {
  const rows = await db.write<MissedRow>(
    `SELECT ${COLUMNS} FROM missed_calls m WHERE m.number = $1 AND m.state IN ('waiting', 'claimed') FOR UPDATE`,
    [number],
  );
  return rows.at(0) ?? null;
}

/** Rows with an attempt by this call, locked: at most one. */
export async function lockMissedByAttempt(db: Writer, callId: CallId): Promise<MissedRow | null> {
  const rows = await db.write<MissedRow>(
    `SELECT ${COLUMNS} FROM missed_calls m
     WHERE m.state IN ('waiting', 'claimed') AND m.data->'attempts' @> $1::jsonb FOR UPDATE`,
    [JSON.stringify([{ callId }])],
  );
  return rows.at(0) ?? null;
}

/** @param number as numbers are compared */
export async function insertMissed(db: Writer, id: string, number: string, data: MissedData): Promise<void> {
  await db.write(
    `INSERT INTO missed_calls (id, number, state, last_at, data) VALUES ($1, $2, 'waiting', $3, $4::jsonb)`,
    [id, number, data.lastAt, JSON.stringify(data)],
  );
}

/** A row locked before. */
export async function updateMissed(
  db: Writer,
  id: string,
  row: Pick<MissedRow, 'state' | 'claimedBy' | 'claimedAt' | 'data'>,
): Promise<void> {
  await db.write(
    `UPDATE missed_calls SET state = $2, claimed_by = $3, claimed_at = $4, last_at = $5, data = $6::jsonb WHERE id = $1`,
    [id, row.state, row.claimedBy, row.claimedAt, row.data.lastAt, JSON.stringify(row.data)],
  );
}
