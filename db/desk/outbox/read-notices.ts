import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

const MARK = `INSERT OR IGNORE INTO read_notices (account_id, notice_id, read_at) VALUES (?, ?, ?)`;
// unique index on (account_id, notice_id)
const MARKED = `SELECT notice_id FROM read_notices WHERE account_id = ?`;
// index read_notices_by_time
const FORGET = `DELETE FROM read_notices WHERE read_at < ?`;

/** The list statements, for the test that looks at their plans. */
export const READ_NOTICE_LISTS = [MARKED, FORGET] as const;

export function markRead(db: WritableDb, account: AccountId, ids: readonly string[], at: Instant): void {
  for (const id of ids) db.run(MARK, [account, id, at]);
}

/** Ids of the notices that somebody has read here. */
export function readNotices(db: ReadableDb, account: AccountId): Set<string> {
  return new Set(db.all<{ notice_id: string }>(MARKED, [account]).map((row) => row.notice_id));
}

/** Forgets marks older than the notices that are kept. */
export function forgetReadNotices(db: WritableDb, before: Instant): void {
  db.run(FORGET, [before]);
}
