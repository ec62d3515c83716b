import type { Instant } from '../../shared/instant.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import type { Writer } from './database.ts';
import { insertChanges, moveHead, type NewChange } from './feed.ts';

/** Every process listens here; the messages are {@link Notice} as JSON. */
export const CHANNEL = 'hotline';

/**
 * What processes tell each other. Told with the commit, to this process too.
 * `sessionEnded` and `grantsChanged` carry no reason: whoever cares reads it from the database.
 */
export type Notice =
  | { readonly type: 'head'; readonly head: number }
  | { readonly type: 'sessionEnded'; readonly sessionId: string }
  | { readonly type: 'grantsChanged'; readonly accountId: string }
  /** Lists of calls have changed; `plan`: how they are distributed too. */
  | { readonly type: 'calls'; readonly plan: boolean };

export interface LogEntries {
  readonly at: Instant;
  readonly changes?: readonly NewChange[];
  readonly audit?: readonly AuditEntry[];
  readonly notices?: readonly Notice[];
}

/**
 * The end of every writing transaction: takes the head's lock, puts the changes into the feed and the entries into the
 * audit log, and tells the other processes. Nothing may be locked after it.
 * @returns the feed's head with this transaction
 */
export async function writeLog(
  db: Writer,
  { at, changes = [], audit = [], notices = [] }: LogEntries,
): Promise<number> {
  const head = await moveHead(db, changes.length);
  await insertChanges(db, head.seq - changes.length + 1, changes, at);
  await appendAudit(db, head, audit);
  const told: Notice[] = changes.length > 0 ? [{ type: 'head', head: head.seq }, ...notices] : [...notices];
  for (const notice of told) await tellNotice(db, notice);
  return head.seq;
}

/** Tells the other processes, and this one, with the commit; for what has no place in the feed. */
export async function tellNotice(db: Writer, notice: Notice): Promise<void> {
  await db.write('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(notice)]);
}
