import type { AuditDetail, AuditEntry } from '../../db/central/audit.ts';
import type { Writer } from '../../db/central/database.ts';
import { tellNotice, writeLog } from '../../db/central/log.ts';
import type { Instant } from '../../shared/instant.ts';
import type { LiveSession } from '../access/sign-in.ts';

/** Desks and other nodes ask anew for what they show of calls. */
export async function tellCalls(db: Writer): Promise<void> {
  await tellNotice(db, { type: 'calls', plan: false });
}

export function auditOf(
  { actor, deskId }: Pick<LiveSession, 'actor' | 'deskId'>,
  at: Instant,
  action: string,
  subject: string | null,
  detail: AuditDetail = {},
): AuditEntry {
  return { at, accountId: actor.accountId, deskId, action, subject, detail };
}

/** The end of a transaction that changes something about calls: nothing may be locked after it. */
export async function writeCallAudit(db: Writer, audit: readonly AuditEntry[]): Promise<void> {
  const [first] = audit;
  if (first) await writeLog(db, { at: first.at, audit, notices: [{ type: 'calls', plan: true }] });
}
