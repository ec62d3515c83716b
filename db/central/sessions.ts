import type { AccountId, DeskId } from '../../shared/domain/ids.ts';
import type { FailureCode } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

export interface SessionRow {
  readonly id: string;
  readonly accountId: AccountId;
  readonly deskId: DeskId;
  readonly deskName: string;
  readonly signedInAt: Instant;
  readonly usedAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBy: FailureCode | null;
}

const SELECT = `
SELECT id, account_id AS "accountId", desk_id AS "deskId", desk_name AS "deskName", signed_in_at AS "signedInAt",
       used_at AS "usedAt", expires_at AS "expiresAt", ended_at AS "endedAt", ended_by AS "endedBy"
FROM sessions`;

/** Index: sessions_token_hash_key. */
export async function sessionByToken(db: Reader, tokenHash: Uint8Array): Promise<SessionRow | null> {
  return (await db.read<SessionRow>(`${SELECT} WHERE token_hash = $1`, [tokenHash])).at(0) ?? null;
}

/** The account's session, if it has one that has not ended. Index: sessions_one_live. */
export async function liveSessionOf(db: Reader, accountId: AccountId): Promise<SessionRow | null> {
  const rows = await db.read<SessionRow>(`${SELECT} WHERE account_id = $1 AND ended_at IS NULL`, [accountId]);
  return rows.at(0) ?? null;
}

/** Those of the sessions that have ended or run out. Index: sessions_pkey. */
export async function endedAmong(db: Reader, ids: readonly string[], now: Instant): Promise<SessionRow[]> {
  return db.read<SessionRow>(`${SELECT} WHERE id = ANY ($1::uuid[]) AND (ended_at IS NOT NULL OR expires_at <= $2)`, [
    ids,
    now,
  ]);
}

export async function insertSession(
  db: Writer,
  session: Omit<SessionRow, 'usedAt' | 'endedAt' | 'endedBy'> & { readonly tokenHash: Uint8Array },
): Promise<void> {
  const { id, tokenHash, accountId, deskId, deskName, signedInAt, expiresAt } = session;
  await db.write(
    `INSERT INTO sessions (id, token_hash, account_id, desk_id, desk_name, signed_in_at, used_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [id, tokenHash, accountId, deskId, deskName, signedInAt, expiresAt],
  );
}

export async function endSession(db: Writer, id: string, now: Instant, by: FailureCode): Promise<boolean> {
  const rows = await db.write(
    'UPDATE sessions SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL RETURNING id',
    [id, now, by],
  );
  return rows.length > 0;
}

/** The session was used: it lives on for a while, and so does the account's lease on its desk. */
export async function slideSession(db: Writer, session: SessionRow, now: Instant, expiresAt: Instant): Promise<void> {
  await db.write('UPDATE sessions SET used_at = $2, expires_at = $3 WHERE id = $1 AND ended_at IS NULL', [
    session.id,
    now,
    expiresAt,
  ]);
}

/** Removes sessions that ended before `until`. Index: sessions_ended. */
export async function forgetSessions(db: Writer, until: Instant): Promise<void> {
  await db.write('DELETE FROM sessions WHERE ended_at IS NOT NULL AND ended_at < $1', [until]);
}
