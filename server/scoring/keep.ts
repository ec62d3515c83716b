import type { AuditEntry } from '../../db/central/audit.ts';
import type { Writer } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import { insertNotices } from '../../db/central/notices.ts';
import { now, type Service } from '../service.ts';
import { makeNotice, noticeChange, type Telling } from '../notices/make.ts';

/** The end of a transaction about scores: the log, whom it tells, and that lists have changed. Nothing may be locked after it. */
export async function endScoring(
  tx: Writer,
  service: Pick<Service, 'nowMs'>,
  audit: readonly AuditEntry[],
  tellings: readonly Telling[] = [],
): Promise<void> {
  const notices = tellings.map((telling) => makeNotice(telling, service.nowMs()));
  await insertNotices(tx, notices);
  await writeLog(tx, {
    at: now(service),
    changes: notices.map(noticeChange),
    audit,
    notices: [{ type: 'calls', plan: false }],
  });
}
