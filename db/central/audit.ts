import { createHash } from 'node:crypto';
import type { AccountId, DeskId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Head } from './feed.ts';
import type { Reader, Writer } from './database.ts';

/** Values an entry's detail may hold: what comes out of the database must hash as what went in. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Something that happened, to be kept for good. */
export interface AuditEntry {
  readonly at: Instant;
  readonly accountId: AccountId | null;
  readonly deskId: DeskId | null;
  /** e.g. `command.order.forward`, `auth.signIn`. */
  readonly action: string;
  /** What it was done to: an order, an account. */
  readonly subject: string | null;
  readonly detail: AuditDetail;
}

interface AuditRow extends AuditEntry {
  readonly id: number;
  readonly hash: Uint8Array;
}

/** SHA-256 over the previous row's hash and this row's content in a fixed form. */
function hashOf(previous: Uint8Array, id: number, entry: AuditEntry): Buffer {
  const detail = Object.entries(entry.detail).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const content = [id, entry.at, entry.accountId, entry.deskId, entry.action, entry.subject, detail];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest();
}

const INSERT = `
INSERT INTO audit (id, at, account_id, desk_id, action, subject, detail, hash)
SELECT t.id, t.at, t.account_id, t.desk_id, t.action, t.subject, t.detail::jsonb, decode(t.hash, 'hex')
FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[])
  AS t (id, at, account_id, desk_id, action, subject, detail, hash)`;

/**
 * Appends to the log. The head must be locked by this transaction (`moveHead`), which makes the chain's order the
 * commit order.
 */
export async function appendAudit(db: Writer, head: Head, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  let hash = head.auditHash;
  const rows = entries.map((entry, index): AuditRow => {
    const id = head.auditId + index + 1;
    hash = hashOf(hash, id, entry);
    return { ...entry, id, hash };
  });
  await db.write(INSERT, [
    rows.map(({ id }) => id),
    rows.map(({ at }) => at),
    rows.map(({ accountId }) => accountId),
    rows.map(({ deskId }) => deskId),
    rows.map(({ action }) => action),
    rows.map(({ subject }) => subject),
    rows.map(({ detail }) => JSON.stringify(detail)),
    rows.map((row) => Buffer.from(row.hash).toString('hex')),
  ]);
  await db.write('UPDATE feed_head SET audit_id = $1, audit_hash = $2', [head.auditId + entries.length, hash]);
}

export type AuditVerdict =
  | { readonly ok: true; readonly rows: number }
  | { readonly ok: false; readonly row: number; readonly reason: 'changed' | 'missing' };

const PAGE_ROWS = 5000;

/** Index: audit_pkey. */
const PAGE = `
SELECT id, at, account_id AS "accountId", desk_id AS "deskId", action, subject, detail, hash
FROM audit WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3`;

/** Walks the whole chain up to `head` and names the first row that is missing or is not what was written. */
export async function verifyAudit(db: Reader, head: Head): Promise<AuditVerdict> {
  let previous: Uint8Array = new Uint8Array();
  let last = 0;
  for (;;) {
    const rows = await db.read<AuditRow>(PAGE, [last, head.auditId, PAGE_ROWS]);
    for (const row of rows) {
      if (row.id !== last + 1) return { ok: false, row: last + 1, reason: 'missing' };
      if (!hashOf(previous, row.id, row).equals(row.hash)) return { ok: false, row: row.id, reason: 'changed' };
      previous = row.hash;
      last = row.id;
    }
    if (rows.length < PAGE_ROWS) break;
  }
  if (last !== head.auditId) return { ok: false, row: last + 1, reason: 'missing' };
  if (!Buffer.from(previous).equals(head.auditHash)) return { ok: false, row: last, reason: 'changed' };
  return { ok: true, rows: last };
}
