import { orderSchema, type Order } from '../../shared/domain/order.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

export type RecordingState = 'fetching' | 'kept' | 'lost' | 'deleted';

/** A recording as it is registered; its sound lies in the vault. */
export interface RecordingRow {
  readonly id: string;
  readonly callId: CallId;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly state: RecordingState;
  readonly bytes: number | null;
  readonly sha256: Uint8Array | null;
  readonly file: string | null;
  readonly deletedAt: Instant | null;
}

const COLUMNS = `id, call_id AS "callId", started_at AS "startedAt", ended_at AS "endedAt", state, bytes, sha256, file,
  deleted_at AS "deletedAt"`;

/** The exchange has told of one; told twice, it is registered once. @returns whether it has still to be fetched */
export async function registerRecording(
  db: Writer,
  { id, callId, startedAt, endedAt }: Pick<RecordingRow, 'id' | 'callId' | 'startedAt' | 'endedAt'>,
): Promise<RecordingState> {
  await db.write(
    `INSERT INTO recordings (id, call_id, started_at, ended_at, state) VALUES ($1, $2, $3, $4, 'fetching')
     ON CONFLICT DO NOTHING`,
    [id, callId, startedAt, endedAt],
  );
  return (await findRecording(db, id))?.state ?? 'fetching';
}

/** @returns false where another process has kept it meanwhile */
export async function recordingKept(
  db: Writer,
  id: string,
  { file, bytes, sha256 }: { readonly file: string; readonly bytes: number; readonly sha256: Uint8Array },
): Promise<boolean> {
  const rows = await db.write(
    `UPDATE recordings SET state = 'kept', file = $2, bytes = $3, sha256 = $4 WHERE id = $1 AND state = 'fetching'
     RETURNING id`,
    [id, file, bytes, sha256],
  );
  return rows.length > 0;
}

export async function recordingLost(db: Writer, id: string): Promise<void> {
  await db.write(`UPDATE recordings SET state = 'lost' WHERE id = $1 AND state = 'fetching'`, [id]);
}

/** Still at the exchange as far as is known. Index: recordings_fetching. */
export async function recordingsToFetch(db: Reader): Promise<RecordingRow[]> {
  return db.read<RecordingRow>(`SELECT ${COLUMNS} FROM recordings WHERE state = 'fetching' ORDER BY id`);
}

/** Index: recordings_pkey. */
export async function findRecording(db: Reader, id: string): Promise<RecordingRow | null> {
  return (await db.read<RecordingRow>(`SELECT ${COLUMNS} FROM recordings WHERE id = $1`, [id])).at(0) ?? null;
}

/** Index: recordings_call. */
export async function recordingsOf(db: Reader, calls: readonly CallId[]): Promise<RecordingRow[]> {
  return db.read<RecordingRow>(
    `SELECT ${COLUMNS} FROM recordings WHERE call_id = ANY ($1::text[]) AND state <> 'lost' ORDER BY started_at`,
    [calls],
  );
}

/** The orders that were written in a call, or that a 回访 was rung for in it. Index: orders_call, orders_follow_up_calls. */
export async function ordersOfCall(db: Reader, callId: CallId): Promise<Order[]> {
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM orders WHERE data#>>'{call,callId}' = $1 AND data#>>'{call,callId}' IS NOT NULL
     UNION
     SELECT data FROM orders
     WHERE data#>'{life,followUps}' <> '[]'::jsonb AND data#>'{life,followUps}' @> $2::jsonb`,
    [callId, JSON.stringify([{ call: { callId } }])],
  );
  return rows.map(({ data }) => orderSchema.parse(data));
}

/** Who has listened, newest first. */
export interface RecordingLook {
  readonly at: Instant;
  readonly jobNumber: string;
  readonly name: string;
  readonly why: string;
}

/** Index: recording_looks_of. */
export async function looksAt(db: Reader, recordingId: string, limit: number): Promise<RecordingLook[]> {
  return db.read<RecordingLook>(
    `SELECT l.at, a.job_number AS "jobNumber", a.name, l.why FROM recording_looks l JOIN accounts a ON a.id = l.account_id
     WHERE l.recording_id = $1 ORDER BY l.at DESC LIMIT $2`,
    [recordingId, limit],
  );
}

export async function insertLook(
  db: Writer,
  look: { readonly recordingId: string; readonly accountId: AccountId; readonly at: Instant; readonly why: string },
): Promise<void> {
  await db.write('INSERT INTO recording_looks (recording_id, account_id, at, why) VALUES ($1, $2, $3, $4)', [
    look.recordingId,
    look.accountId,
    look.at,
    look.why,
  ]);
}

/** Whether this account has said since `since` why it listens. Index: recording_looks_of. */
export async function looksSince(
  db: Reader,
  recordingId: string,
  accountId: AccountId,
  since: Instant,
): Promise<boolean> {
  const rows = await db.read(
    'SELECT 1 FROM recording_looks WHERE recording_id = $1 AND account_id = $2 AND at >= $3 LIMIT 1',
    [recordingId, accountId, since],
  );
  return rows.length > 0;
}

/** Kept ones begun before an instant, oldest first. Index: recordings_kept. */
export async function recordingsBefore(
  db: Reader,
  before: Instant,
  after: { readonly startedAt: Instant; readonly id: string } | null,
  limit: number,
): Promise<RecordingRow[]> {
  return db.read<RecordingRow>(
    `SELECT ${COLUMNS} FROM recordings WHERE state = 'kept' AND started_at < $1
       AND ($2::timestamptz IS NULL OR (started_at, id) > ($2::timestamptz, $3::text))
     ORDER BY started_at, id LIMIT $4`,
    [before, after?.startedAt ?? null, after?.id ?? '', limit],
  );
}

export async function recordingDeleted(db: Writer, id: string, at: Instant): Promise<boolean> {
  const rows = await db.write(
    `UPDATE recordings SET state = 'deleted', deleted_at = $2, file = NULL WHERE id = $1 AND state = 'kept' RETURNING id`,
    [id, at],
  );
  return rows.length > 0;
}

/** What one round of the deleting job has done. */
export interface RecordingPurge {
  readonly at: Instant;
  readonly days: number;
  readonly deleted: number;
  /** Past their time and kept because an order that still runs needs them. */
  readonly held: number;
  readonly bytes: number;
}

export async function insertPurge(db: Writer, { at, days, deleted, held, bytes }: RecordingPurge): Promise<void> {
  await db.write(
    'INSERT INTO recording_purges (at, days, deleted, held, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [at, days, deleted, held, bytes],
  );
}

export async function listPurges(db: Reader, limit: number): Promise<RecordingPurge[]> {
  return db.read<RecordingPurge>(
    'SELECT at, days, deleted, held, bytes FROM recording_purges ORDER BY at DESC LIMIT $1',
    [limit],
  );
}
