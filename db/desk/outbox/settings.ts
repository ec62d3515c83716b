import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

const READ_PREFERENCES = `SELECT preferences FROM preferences WHERE account_id = ?`;
const SAVE_PREFERENCES = `INSERT INTO preferences (account_id, preferences) VALUES (?, ?)
ON CONFLICT (account_id) DO UPDATE SET preferences = excluded.preferences`;
const READ_DESK_SETTING = `SELECT value FROM desk_settings WHERE name = ?`;
const SAVE_DESK_SETTING = `INSERT INTO desk_settings (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
const READ_SESSION = `SELECT session, seen_at FROM session WHERE id = 1`;
const SAVE_SESSION = `INSERT INTO session (id, session, seen_at) VALUES (1, ?, ?)
ON CONFLICT (id) DO UPDATE SET session = excluded.session, seen_at = excluded.seen_at`;
const TOUCH_SESSION = `UPDATE session SET seen_at = ? WHERE id = 1`;
const DELETE_SESSION = `DELETE FROM session`;

/** The JSON of an account's preferences. */
export function readPreferences(db: ReadableDb, account: AccountId): string | null {
  return db.get<{ preferences: string }>(READ_PREFERENCES, [account])?.preferences ?? null;
}

export function savePreferences(db: WritableDb, account: AccountId, json: string): void {
  db.run(SAVE_PREFERENCES, [account, json]);
}

/** The JSON of what is set for this desk under a name. */
export function readDeskSetting(db: ReadableDb, name: 'phone'): string | null {
  return db.get<{ value: string }>(READ_DESK_SETTING, [name])?.value ?? null;
}

export function saveDeskSetting(db: WritableDb, name: 'phone', json: string): void {
  db.run(SAVE_DESK_SETTING, [name, json]);
}

/** The JSON of the session that ran last and was not ended, with when it was last seen running. */
export function readSession(db: ReadableDb): { session: string; seenAt: string } | null {
  const row = db.get<{ session: string; seen_at: string }>(READ_SESSION);
  return row ? { session: row.session, seenAt: row.seen_at } : null;
}

export function saveSession(db: WritableDb, json: string, seenAt: Instant): void {
  db.run(SAVE_SESSION, [json, seenAt]);
}

export function touchSession(db: WritableDb, seenAt: Instant): void {
  db.run(TOUCH_SESSION, [seenAt]);
}

export function deleteSession(db: WritableDb): void {
  db.run(DELETE_SESSION);
}
