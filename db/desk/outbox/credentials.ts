import { actorSchema, type Actor } from '../../../shared/domain/people.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { instantSchema, type Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

/** What lets somebody who has signed in online here do so again without the centre. Never the password. */
export interface Credential {
  readonly actor: Actor;
  /** Hexadecimal. */
  readonly salt: string;
  readonly verifier: string;
  readonly leaseUntil: Instant;
  readonly lastOnlineAt: Instant;
  /** Wrong passwords in a row while offline. */
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

interface CredentialRow {
  actor: string;
  salt: string;
  verifier: string;
  lease_until: string;
  last_online_at: string;
  failures: number;
  locked_until: string | null;
}

const COLUMNS = `actor, salt, verifier, lease_until, last_online_at, failures, locked_until`;
const BY_JOB_NUMBER = `SELECT ${COLUMNS} FROM credentials WHERE job_number = ?`;
const JOB_NUMBERS = `SELECT job_number FROM credentials ORDER BY last_online_at DESC LIMIT 20`;
// An account whose job number was given to somebody else leaves its record here: the number's new owner replaces it.
const FREE_JOB_NUMBER = `DELETE FROM credentials WHERE job_number = ? AND account_id <> ?`;
const SAVE = `INSERT INTO credentials (account_id, job_number, salt, verifier, actor, lease_until, last_online_at, failures, locked_until)
VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL)
ON CONFLICT (account_id) DO UPDATE SET job_number = excluded.job_number, salt = excluded.salt, verifier = excluded.verifier,
  actor = excluded.actor, lease_until = excluded.lease_until, last_online_at = excluded.last_online_at, failures = 0, locked_until = NULL`;
const ACTOR = `UPDATE credentials SET actor = ? WHERE account_id = ?`;
const TRIES = `UPDATE credentials SET failures = ?, locked_until = ? WHERE account_id = ?`;
const DELETE = `DELETE FROM credentials WHERE job_number = ?`;
const DELETE_ENDED = `DELETE FROM credentials WHERE lease_until < ?`;

export function findCredential(db: ReadableDb, jobNumber: string): Credential | null {
  const row = db.get<CredentialRow>(BY_JOB_NUMBER, [jobNumber]);
  if (!row) return null;
  return {
    actor: actorSchema.parse(JSON.parse(row.actor)),
    salt: row.salt,
    verifier: row.verifier,
    leaseUntil: instantSchema.parse(row.lease_until),
    lastOnlineAt: instantSchema.parse(row.last_online_at),
    failures: row.failures,
    lockedUntil: row.locked_until === null ? null : instantSchema.parse(row.locked_until),
  };
}

/** Who has signed in online here, latest first. */
export function knownJobNumbers(db: ReadableDb): string[] {
  return db.all<{ job_number: string }>(JOB_NUMBERS).map((row) => row.job_number);
}

export function saveCredential(db: WritableDb, credential: Omit<Credential, 'failures' | 'lockedUntil'>): void {
  const { actor, salt, verifier, leaseUntil, lastOnlineAt } = credential;
  db.run(FREE_JOB_NUMBER, [actor.jobNumber, actor.accountId]);
  db.run(SAVE, [actor.accountId, actor.jobNumber, salt, verifier, JSON.stringify(actor), leaseUntil, lastOnlineAt]);
}

/** What somebody may do from now on counts offline too. */
export function saveActor(db: WritableDb, actor: Actor): void {
  db.run(ACTOR, [JSON.stringify(actor), actor.accountId]);
}

export function saveTries(db: WritableDb, account: AccountId, failures: number, lockedUntil: Instant | null): void {
  db.run(TRIES, [failures, lockedUntil, account]);
}

/** The centre said that this account may no longer be used: neither may it offline. */
export function deleteCredential(db: WritableDb, jobNumber: string): void {
  db.run(DELETE, [jobNumber]);
}

/** Records whose lease ended before `before`. */
export function deleteEndedCredentials(db: WritableDb, before: Instant): number {
  return db.run(DELETE_ENDED, [before]);
}
