import type { AccountId } from '../../../shared/domain/ids.ts';
import { writingSchema, type Writing } from '../../../shared/domain/writing.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

interface WritingRow {
  key: string;
  revision: number;
  window_id: string;
  saved_at: string;
  form: string;
}

const COLUMNS = `key, revision, window_id, saved_at, form`;
// unique index on (account_id, key)
const OF_ACCOUNT = `SELECT ${COLUMNS} FROM writings WHERE account_id = ? ORDER BY key`;
const BY_KEY = `SELECT ${COLUMNS} FROM writings WHERE account_id = ? AND key = ?`;
const PUT = `INSERT INTO writings (account_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (account_id, key) DO UPDATE SET revision = excluded.revision, window_id = excluded.window_id,
saved_at = excluded.saved_at, form = excluded.form`;
const DELETE = `DELETE FROM writings WHERE account_id = ? AND key = ?`;
// index writings_by_time
const FORGET = `DELETE FROM writings WHERE saved_at < ?`;

/** The list statements, for the test that looks at their plans. */
export const WRITING_LISTS = [OF_ACCOUNT, BY_KEY, FORGET] as const;

export function listWritings(db: ReadableDb, account: AccountId): Writing[] {
  return db.all<WritingRow>(OF_ACCOUNT, [account]).map(writingOf);
}

export function findWriting(db: ReadableDb, account: AccountId, key: string): Writing | null {
  const row = db.get<WritingRow>(BY_KEY, [account, key]);
  return row ? writingOf(row) : null;
}

export function putWriting(db: WritableDb, account: AccountId, writing: Writing): void {
  const { key, revision, windowId, savedAt, form } = writing;
  db.run(PUT, [account, key, revision, windowId, savedAt, JSON.stringify(form)]);
}

/** @returns false where there was none */
export function deleteWriting(db: WritableDb, account: AccountId, key: string): boolean {
  return db.run(DELETE, [account, key]) > 0;
}

/** Forgets forms nobody has touched since. H19. */
export function forgetWritings(db: WritableDb, before: Instant): void {
  db.run(FORGET, [before]);
}

function writingOf({ key, revision, window_id: windowId, saved_at: savedAt, form }: WritingRow): Writing {
  const parsed: unknown = JSON.parse(form);
  return writingSchema.parse({ key, revision, windowId, savedAt, form: parsed });
}
