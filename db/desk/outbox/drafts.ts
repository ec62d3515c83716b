import { draftSchema, type Draft } from '../../../shared/domain/draft.ts';
import type { AccountId, CallId, DraftId, OrderId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

export interface DraftRow {
  id: string;
  order_id: string;
  provisional_number: string;
  opened_at: string;
  updated_at: string;
  call: string | null;
  form: string;
  handed: string | null;
}

const COLUMNS = `id, order_id, provisional_number, opened_at, updated_at, call, form, handed`;
// What is on its way to somebody else is nobody's here.
const HERE = 'leaving IS NULL';
// index drafts_of_account
const OF_ACCOUNT = `SELECT ${COLUMNS} FROM drafts WHERE account_id = ? AND ${HERE} ORDER BY opened_at`;
const BY_ID = `SELECT ${COLUMNS} FROM drafts WHERE id = ? AND account_id = ? AND ${HERE}`;
// index drafts_of_call
const BY_CALL = `SELECT ${COLUMNS} FROM drafts WHERE account_id = ? AND call_id = ? AND ${HERE}`;
// index drafts_of_account
const BY_ORDER = `SELECT ${COLUMNS} FROM drafts WHERE account_id = ? AND order_id = ? AND ${HERE}`;
const INSERT = `INSERT INTO drafts (id, account_id, order_id, provisional_number, call_id, opened_at, updated_at, call, form, handed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const UPDATE = `UPDATE drafts SET updated_at = ?, call_id = ?, call = ?, form = ? WHERE id = ? AND account_id = ? AND ${HERE}`;
const DELETE = `DELETE FROM drafts WHERE id = ? AND account_id = ? AND ${HERE}`;

/** The list statements, for the test that looks at their plans. */
export const DRAFT_LISTS = [OF_ACCOUNT, BY_CALL, BY_ORDER] as const;

export function listDrafts(db: ReadableDb, account: AccountId): Draft[] {
  return db.all<DraftRow>(OF_ACCOUNT, [account]).map(draftOf);
}

export function findDraft(db: ReadableDb, account: AccountId, id: DraftId): Draft | null {
  const row = db.get<DraftRow>(BY_ID, [id, account]);
  return row ? draftOf(row) : null;
}

export function findDraftOfCall(db: ReadableDb, account: AccountId, callId: CallId): Draft | null {
  const row = db.get<DraftRow>(BY_CALL, [account, callId]);
  return row ? draftOf(row) : null;
}

/** The draft that will become this order. */
export function findDraftOfOrder(db: ReadableDb, account: AccountId, id: OrderId): Draft | null {
  const row = db.get<DraftRow>(BY_ORDER, [account, id]);
  return row ? draftOf(row) : null;
}

export function insertDraft(db: WritableDb, account: AccountId, draft: Draft): void {
  db.run(INSERT, [
    draft.id,
    account,
    draft.orderId,
    draft.provisionalNumber,
    callIdOf(draft),
    draft.openedAt,
    draft.updatedAt,
    draft.call && JSON.stringify(draft.call),
    JSON.stringify(draft.form),
    draft.handed ? JSON.stringify(draft.handed) : null,
  ]);
}

/** @returns false where the draft is no longer there */
export function updateDraft(
  db: WritableDb,
  account: AccountId,
  draft: Pick<Draft, 'id' | 'updatedAt' | 'call' | 'form'>,
): boolean {
  const call = draft.call && JSON.stringify(draft.call);
  return db.run(UPDATE, [draft.updatedAt, callIdOf(draft), call, JSON.stringify(draft.form), draft.id, account]) > 0;
}

/** @returns false where the draft was already gone */
export function deleteDraft(db: WritableDb, account: AccountId, id: DraftId): boolean {
  return db.run(DELETE, [id, account]) > 0;
}

function callIdOf({ call }: Pick<Draft, 'call'>): CallId | null {
  return call?.source === 'exchange' ? call.callId : null;
}

/** For the statements of drafts that move. */
export function draftOf(row: DraftRow): Draft {
  return draftSchema.parse({
    id: row.id,
    orderId: row.order_id,
    provisionalNumber: row.provisional_number,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    call: row.call === null ? null : parsed(row.call),
    form: parsed(row.form),
    ...(row.handed !== null && { handed: parsed(row.handed) }),
  });
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}
