import { draftSchema, type Draft } from '../../../shared/domain/draft.ts';
import type { DraftParcel } from '../../../shared/domain/draft-handover.ts';
import type { AccountId, DraftId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';
import { draftOf, type DraftRow } from './drafts.ts';

const COLUMNS = `id, order_id, provisional_number, opened_at, updated_at, call, form, handed`;
// index drafts_of_account
const OF_OTHERS = `SELECT 1 AS found FROM drafts WHERE account_id < ? AND leaving IS NULL
UNION ALL SELECT 1 FROM drafts WHERE account_id > ? AND leaving IS NULL LIMIT 1`;
// index drafts_leaving
const LEAVING = `SELECT leaving, ${COLUMNS} FROM drafts WHERE leaving IS NOT NULL ORDER BY leaving`;
const LEAVE = `UPDATE drafts SET leaving = ? WHERE id = ? AND account_id = ? AND leaving IS NULL`;
// index drafts_leaving
const STAY = `UPDATE drafts SET leaving = NULL WHERE leaving = ?`;
const GONE = `DELETE FROM drafts WHERE leaving = ?`;
const RECEIVED = `INSERT OR IGNORE INTO received_drafts (handover_id, received_at, account_id, draft) VALUES (?, ?, ?, ?)`;
// A few rows at most: those of which the centre has not been heard yet.
const UNCONFIRMED = `SELECT handover_id FROM received_drafts WHERE account_id = ?`;
const DRAFT = `SELECT draft FROM received_drafts WHERE handover_id = ? AND account_id = ?`;
const FORGET = `DELETE FROM received_drafts WHERE handover_id = ? AND (account_id IS NULL OR account_id = ?)`;

/** The list statements, for the test that looks at their plans. */
export const HANDED_LISTS = [OF_OTHERS, LEAVING, STAY] as const;

/** Whether anybody but this person has drafts here. @param account '' where nobody is signed in */
export function hasDraftsOfOthers(db: ReadableDb, account: AccountId | ''): boolean {
  return db.get<{ found: number }>(OF_OTHERS, [account, account]) !== undefined;
}

/** Drafts that are on their way, each under its handover. */
export function draftsLeaving(db: ReadableDb): { id: string; draft: Draft }[] {
  return db.all<DraftRow & { leaving: string }>(LEAVING).map((row) => ({ id: row.leaving, draft: draftOf(row) }));
}

/** @returns false where the draft is no more */
export function letLeave(db: WritableDb, account: AccountId, draft: DraftId, handover: string): boolean {
  return db.run(LEAVE, [handover, draft, account]) > 0;
}

/** It belongs to its author again. */
export function letStay(db: WritableDb, handover: string): void {
  db.run(STAY, [handover]);
}

export function deleteLeft(db: WritableDb, handover: string): void {
  db.run(GONE, [handover]);
}

/** Keeps what came unseen; what is here already stays as it is. */
export function noteReceived(db: WritableDb, { id, to, draft }: DraftParcel, at: Instant): void {
  db.run(RECEIVED, [id, at, to, JSON.stringify(draft)]);
}

/** Handovers to somebody of which the centre has not yet said whether they are for this desk. */
export function unconfirmed(db: ReadableDb, account: AccountId): string[] {
  return db.all<{ handover_id: string }>(UNCONFIRMED, [account]).map((row) => row.handover_id);
}

/** What came for somebody and waits; null where nothing does. */
export function receivedDraft(db: ReadableDb, handover: string, account: AccountId): Draft | null {
  const row = db.get<{ draft: string }>(DRAFT, [handover, account]);
  return row ? draftSchema.parse(JSON.parse(row.draft)) : null;
}

/** The centre has said whose it is. */
export function forgetReceived(db: WritableDb, handover: string, account: AccountId): void {
  db.run(FORGET, [handover, account]);
}
