import type { AccountId, DeskId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

export interface DeskRow {
  readonly id: DeskId;
  readonly code: string;
  readonly epoch: number;
  /** The last sequence number taken in this epoch. */
  readonly lastSeq: number;
  readonly tokenHash: Uint8Array;
}

/** From when to when the centre saw an account on a desk. */
export interface DeskAccountRow {
  readonly deskId: DeskId;
  readonly accountId: AccountId;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

const SELECT = `SELECT id, code, epoch, last_seq AS "lastSeq", token_hash AS "tokenHash" FROM desks`;

/** Index: desks_pkey. */
export async function findDesk(db: Reader, id: DeskId): Promise<DeskRow | null> {
  return (await db.read<DeskRow>(`${SELECT} WHERE id = $1`, [id])).at(0) ?? null;
}

/** Locks the desks in the order of their ids, the order every batch takes them in. Index: desks_pkey. */
export async function lockDesks(db: Writer, ids: readonly DeskId[]): Promise<DeskRow[]> {
  return db.write<DeskRow>(`${SELECT} WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [ids]);
}

// The code is unique: a taken one inserts nothing, and the caller draws another.
const INSERT = `
INSERT INTO desks (id, code, name, epoch, last_seq, token_hash, enrolled_at)
VALUES ($1, $2, $3, 1, 0, $4, $5)
ON CONFLICT DO NOTHING
RETURNING id, code, epoch, last_seq AS "lastSeq", token_hash AS "tokenHash"`;

/** @returns null where the desk is known already or the code is taken */
export async function insertDesk(
  db: Writer,
  desk: { readonly id: DeskId; readonly code: string; readonly name: string; readonly tokenHash: Uint8Array },
  now: Instant,
): Promise<DeskRow | null> {
  return (await db.write<DeskRow>(INSERT, [desk.id, desk.code, desk.name, desk.tokenHash, now])).at(0) ?? null;
}

const RENEW = `
UPDATE desks SET name = $2, token_hash = $3, enrolled_at = $4,
  epoch = CASE WHEN $5 THEN epoch + 1 ELSE epoch END,
  last_seq = CASE WHEN $5 THEN 0 ELSE last_seq END
WHERE id = $1
RETURNING id, code, epoch, last_seq AS "lastSeq", token_hash AS "tokenHash"`;

/** Gives a known desk a new token and, where it lost its outbox, a new epoch. */
export async function renewDesk(
  db: Writer,
  desk: { readonly id: DeskId; readonly name: string; readonly tokenHash: Uint8Array; readonly fresh: boolean },
  now: Instant,
): Promise<DeskRow | null> {
  return (await db.write<DeskRow>(RENEW, [desk.id, desk.name, desk.tokenHash, now, desk.fresh])).at(0) ?? null;
}

/** Moves the desks' sequences on to what has been taken. */
export async function advanceDesks(
  db: Writer,
  desks: readonly { readonly id: DeskId; readonly lastSeq: number }[],
): Promise<void> {
  await db.write(
    `UPDATE desks SET last_seq = t.seq FROM unnest($1::uuid[], $2::bigint[]) AS t (id, seq) WHERE desks.id = t.id`,
    [desks.map(({ id }) => id), desks.map(({ lastSeq }) => lastSeq)],
  );
}

/** The account is at the desk, online, now. */
export async function seenAtDesk(db: Writer, deskId: DeskId, accountId: AccountId, now: Instant): Promise<void> {
  await db.write(
    `INSERT INTO desk_accounts (desk_id, account_id, first_at, last_at) VALUES ($1, $2, $3, $3)
     ON CONFLICT (desk_id, account_id) DO UPDATE SET last_at = GREATEST(desk_accounts.last_at, EXCLUDED.last_at)`,
    [deskId, accountId, now],
  );
}

/** Who has been seen on these desks. Index: desk_accounts_pkey. */
export async function accountsAtDesks(
  db: Reader,
  deskIds: readonly DeskId[],
  accountIds: readonly AccountId[],
): Promise<DeskAccountRow[]> {
  return db.read<DeskAccountRow>(
    `SELECT desk_id AS "deskId", account_id AS "accountId", first_at AS "firstAt", last_at AS "lastAt"
     FROM desk_accounts WHERE desk_id = ANY ($1::uuid[]) AND account_id = ANY ($2::uuid[])`,
    [deskIds, accountIds],
  );
}
