import { draftSchema, type Draft } from '../../shared/domain/draft.ts';
import {
  draftHandoverSchema,
  type DraftHandover,
  type DraftHandoverState,
  type OpenDraft,
} from '../../shared/domain/draft-handover.ts';
import type { AccountId, DeskId, DraftId } from '../../shared/domain/ids.ts';
import type { Author, Sensitivity } from '../../shared/domain/people.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** Drafts of one person on one desk, as the desk told of them last. */
export interface OpenDraftsRow {
  readonly deskId: DeskId;
  readonly deskName: string;
  readonly person: Author;
  readonly toldAt: Instant;
  readonly drafts: readonly OpenDraft[];
}

/** Index: open_drafts_pkey. */
export async function putOpenDrafts(
  db: Writer,
  accountId: AccountId,
  { deskId, toldAt, drafts }: Pick<OpenDraftsRow, 'deskId' | 'toldAt' | 'drafts'>,
): Promise<void> {
  if (drafts.length === 0) {
    await db.write('DELETE FROM open_drafts WHERE desk_id = $1 AND account_id = $2', [deskId, accountId]);
    return;
  }
  await db.write(
    `INSERT INTO open_drafts (desk_id, account_id, told_at, drafts) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT (desk_id, account_id) DO UPDATE SET told_at = EXCLUDED.told_at, drafts = EXCLUDED.drafts`,
    [deskId, accountId, toldAt, JSON.stringify(drafts)],
  );
}

/** One that is on its desk no more. Index: open_drafts_pkey. */
export async function dropOpenDraft(
  db: Writer,
  { deskId, accountId }: { readonly deskId: DeskId; readonly accountId: AccountId },
  draft: DraftId,
): Promise<void> {
  await db.write(
    `UPDATE open_drafts SET drafts = coalesce(
       (SELECT jsonb_agg(d) FROM jsonb_array_elements(drafts) d WHERE d->>'id' <> $3), '[]'::jsonb)
     WHERE desk_id = $1 AND account_id = $2`,
    [deskId, accountId, draft],
  );
  await db.write(`DELETE FROM open_drafts WHERE desk_id = $1 AND account_id = $2 AND drafts = '[]'::jsonb`, [
    deskId,
    accountId,
  ]);
}

/** Every desk with drafts left open: a row for each that has some. */
export async function listOpenDrafts(db: Reader): Promise<OpenDraftsRow[]> {
  return db.read<OpenDraftsRow>(
    `SELECT o.desk_id AS "deskId", d.name AS "deskName", o.told_at AS "toldAt", o.drafts,
       jsonb_build_object('accountId', a.id, 'jobNumber', a.job_number, 'name', a.name) AS person
     FROM open_drafts o JOIN desks d ON d.id = o.desk_id JOIN accounts a ON a.id = o.account_id
     ORDER BY a.job_number, o.told_at DESC`,
  );
}

/** What of a handover the rows hold besides what is shown of it. */
export interface StoredHandover extends DraftHandover {
  readonly draftId: DraftId;
  readonly deskId: DeskId;
  readonly takingDesk: DeskId | null;
}

interface HandoverRow {
  id: string;
  draftId: DraftId;
  deskId: DeskId;
  takingDesk: DeskId | null;
  state: DraftHandoverState;
  at: Instant;
  since: Instant;
  data: object;
}

const SELECT = `SELECT id, draft_id AS "draftId", desk_id AS "deskId", taking_desk AS "takingDesk", state, at, since, data
FROM draft_handovers`;

/** @returns false where somebody was named for this draft before. Index: draft_handovers_open */
export async function insertDraftHandover(db: Writer, handover: StoredHandover): Promise<boolean> {
  const { id, draftId, deskId, from, to, state, at, number, by } = handover;
  const rows = await db.write(
    `INSERT INTO draft_handovers (id, draft_id, desk_id, from_id, to_id, state, at, since, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8::jsonb)
     ON CONFLICT (draft_id) WHERE state IN ('asked', 'given') DO NOTHING RETURNING id`,
    [id, draftId, deskId, from.accountId, to.accountId, state, at, JSON.stringify({ number, from, to, by })],
  );
  return rows.length > 0;
}

/** Locked. Index: draft_handovers_pkey. */
export async function lockDraftHandover(db: Writer, id: string): Promise<StoredHandover | null> {
  const [row] = await db.write<HandoverRow>(`${SELECT} WHERE id = $1 FOR UPDATE`, [id]);
  return row ? stored(row) : null;
}

/** Moves it on. @param draft what is to lie at the centre from now on; null: nothing. Index: draft_handovers_pkey. */
export async function moveDraftHandover(
  db: Writer,
  id: string,
  to: { readonly state: DraftHandoverState; readonly since: Instant; readonly draft: Draft | null },
): Promise<void> {
  await db.write('UPDATE draft_handovers SET state = $2, since = $3, draft = $4::jsonb WHERE id = $1', [
    id,
    to.state,
    to.since,
    to.draft && JSON.stringify(to.draft),
  ]);
}

/** For somebody else from now on, whichever desk may have begun to fetch it. Index: draft_handovers_pkey. */
export async function redirectDraftHandover(db: Writer, { id, to, from, by, number }: DraftHandover): Promise<void> {
  await db.write('UPDATE draft_handovers SET to_id = $2, taking_desk = NULL, data = $3::jsonb WHERE id = $1', [
    id,
    to.accountId,
    JSON.stringify({ number, from, to, by }),
  ]);
}

/** Which desk has it for good. Index: draft_handovers_pkey. */
export async function takenAtDesk(db: Writer, id: string, desk: DeskId): Promise<void> {
  await db.write('UPDATE draft_handovers SET taking_desk = $2 WHERE id = $1', [id, desk]);
}

/** The draft that lies at the centre. Index: draft_handovers_pkey. */
export async function draftOfHandover(db: Reader, id: string): Promise<Draft | null> {
  const [row] = await db.read<{ draft: unknown }>('SELECT draft FROM draft_handovers WHERE id = $1', [id]);
  return row?.draft ? draftSchema.parse(row.draft) : null;
}

/** Index: draft_handovers_asked. */
export async function handoversAskedOf(db: Reader, desk: DeskId): Promise<StoredHandover[]> {
  const rows = await db.read<HandoverRow>(`${SELECT} WHERE desk_id = $1 AND state = 'asked' ORDER BY at`, [desk]);
  return rows.map(stored);
}

/**
 * Marks what lies here for somebody as fetched by this desk. What is too sensitive for them now is left as it is, for
 * whichever desk they sit at when they may have it again. Index: draft_handovers_given.
 */
export async function claimDrafts(
  db: Writer,
  account: AccountId,
  desk: DeskId,
  sensitivities: readonly Sensitivity[],
): Promise<{ handover: StoredHandover; draft: Draft }[]> {
  const rows = await db.write<HandoverRow & { draft: unknown }>(
    `UPDATE draft_handovers SET taking_desk = $2
     WHERE to_id = $1 AND state = 'given' AND (taking_desk IS NULL OR taking_desk = $2)
       AND draft #>> '{form,sensitivity}' = ANY ($3::text[])
     RETURNING id, draft_id AS "draftId", desk_id AS "deskId", taking_desk AS "takingDesk", state, at, since, data, draft`,
    [account, desk, sensitivities],
  );
  return rows.map((row) => ({ handover: stored(row), draft: draftSchema.parse(row.draft) }));
}

/** Those on their way, and the others since; newest first. Index: draft_handovers_open, draft_handovers_at. */
export async function listDraftHandovers(db: Reader, since: Instant): Promise<StoredHandover[]> {
  const rows = await db.read<HandoverRow>(
    `${SELECT} WHERE state IN ('asked', 'given') OR at >= $1 ORDER BY at DESC LIMIT 500`,
    [since],
  );
  return rows.map(stored);
}

function stored({ draftId, deskId, takingDesk, data, ...row }: HandoverRow): StoredHandover {
  return { ...draftHandoverSchema.parse({ ...data, ...row }), draftId, deskId, takingDesk };
}
