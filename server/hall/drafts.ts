import { randomBytes } from 'node:crypto';
import { accountGrants } from '../../db/central/accounts.ts';
import { callTakers } from '../../db/central/call-settings.ts';
import type { Writer } from '../../db/central/database.ts';
import {
  claimDrafts,
  draftOfHandover,
  dropOpenDraft,
  handoversAskedOf,
  insertDraftHandover,
  listDraftHandovers,
  listOpenDrafts,
  lockDraftHandover,
  moveDraftHandover,
  putOpenDrafts,
  redirectDraftHandover,
  takenAtDesk,
  type StoredHandover,
} from '../../db/central/draft-handovers.ts';
import { writeLog } from '../../db/central/log.ts';
import { insertNotices } from '../../db/central/notices.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import {
  draftHandoverSchema,
  type DraftParcel,
  type DraftsLeft,
  type OpenDraft,
} from '../../shared/domain/draft-handover.ts';
import { uuidV7, type AccountId, type DeskId, type DraftId } from '../../shared/domain/ids.ts';
import { may, type Actor, type Author } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { authorOf } from '../access/author.ts';
import { actorOf } from '../access/grants.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { tellCalls } from '../calls/log.ts';
import { makeNotice, noticeChange } from '../notices/make.ts';
import { now, type Service } from '../service.ts';

// 草稿移交. Drafts live on desks alone. A supervisor names who gets one; its desk sends it when its author is not signed
// in there, and deletes its own once the centre has it; the other's desk fetches it, and the centre forgets what it
// says once that desk has it on disk. Each step may be said twice.

const LISTED_MS = 86_400_000;

/** A desk has told which drafts are left open on it for whoever is signed in there. */
export async function tellOpenDrafts(
  { db, nowMs }: Service,
  { actor, deskId }: LiveSession,
  drafts: readonly OpenDraft[],
): Promise<void> {
  await db.transaction(async (tx) => {
    await putOpenDrafts(tx, actor.accountId, { deskId, toldAt: instant(nowMs()), drafts });
    await tellCalls(tx);
  });
}

/** What a supervisor sees of it: numbers and names, never what a draft says. */
export async function draftsLeft({ db, nowMs }: Service): Promise<DraftsLeft> {
  const [rows, handed, colleagues] = await Promise.all([
    listOpenDrafts(db),
    listDraftHandovers(db, instant(nowMs() - LISTED_MS)),
    callTakers(db),
  ]);
  const named = new Set(
    handed.filter(({ state }) => state === 'asked' || state === 'given').map(({ draftId }) => draftId),
  );
  return {
    open: rows.flatMap(({ deskId, deskName, person, toldAt, drafts }) =>
      drafts.filter(({ id }) => !named.has(id)).map((draft) => ({ ...draft, person, deskId, deskName, toldAt })),
    ),
    handed: handed.map((one) => draftHandoverSchema.parse(one)),
    colleagues,
  };
}

export interface DraftOrder {
  readonly deskId: DeskId;
  readonly draftId: DraftId;
  readonly from: AccountId;
  readonly to: AccountId;
}

/**
 * Names who gets a draft; its author is told.
 * @throws DRAFT_TAKER for whoever may not take orders down, DRAFT_HANDED where somebody was named before, DRAFT_SETTLED
 *   where the desk has no such draft any more
 */
export async function orderDraftHandover(service: Service, session: LiveSession, order: DraftOrder): Promise<void> {
  const { deskId, draftId } = order;
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const to = await takerOf(tx, order.to, order.from);
    const told = (await listOpenDrafts(tx)).find((row) => row.deskId === deskId && row.person.accountId === order.from);
    const draft = told?.drafts.find(({ id }) => id === draftId);
    const [from] = await accountGrants(tx, [order.from]);
    if (!draft || !from) return fail('DRAFT_SETTLED');
    const handover: StoredHandover = {
      id: uuidV7(service.nowMs(), randomBytes(10)),
      number: draft.number,
      from: authorOf(actorOf(from)),
      to: authorOf(to),
      by: authorOf(session.actor),
      at,
      state: 'asked',
      since: at,
      draftId,
      deskId,
      takingDesk: null,
    };
    if (!(await insertDraftHandover(tx, handover))) fail('DRAFT_HANDED');
    const what = `班长 ${nameOf(handover.by)} 安排把你的草稿 ${draft.number} 移交给 ${nameOf(handover.to)}，你退出登录后送出。`;
    await record(service, tx, session, 'draft.order', handover, [{ to: order.from, what }]);
  });
}

/** @throws DRAFT_TAKER, DRAFT_SETTLED where somebody has it already */
export async function redirectDraft(
  service: Service,
  session: LiveSession,
  id: string,
  toId: AccountId,
): Promise<void> {
  await service.db.transaction(async (tx) => {
    const handover = await running(tx, id);
    const to = await takerOf(tx, toId, handover.from.accountId);
    const draft = await draftOfHandover(tx, id);
    if (draft && !maySee(to, draft)) fail('DRAFT_TAKER', { detail: '草稿为保密，其无权查看' });
    const next = { ...handover, to: authorOf(to), by: authorOf(session.actor) };
    await redirectDraftHandover(tx, next);
    const told = draft ? [{ to: toId, what: arrival(next) }] : [];
    if (draft && toId !== handover.to.accountId) told.push({ to: handover.to.accountId, what: departure(next) });
    await record(service, tx, session, 'draft.redirect', next, told);
  });
}

/** @throws DRAFT_SETTLED where the desk has sent it already */
export async function cancelDraftHandover(service: Service, session: LiveSession, id: string): Promise<void> {
  await service.db.transaction(async (tx) => {
    const handover = await running(tx, id);
    if (handover.state !== 'asked') fail('DRAFT_SETTLED');
    await moveDraftHandover(tx, id, { state: 'cancelled', since: now(service), draft: null });
    await record(service, tx, session, 'draft.cancel', handover, []);
  });
}

/** What a desk is to send. */
export async function draftsAsked(
  { db }: Service,
  desk: DeskId,
): Promise<{ id: string; draftId: DraftId; from: AccountId }[]> {
  const asked = await handoversAskedOf(db, desk);
  return asked.map(({ id, draftId, from }) => ({ id, draftId, from: from.accountId }));
}

/**
 * Takes a draft from the desk it was written on. @param draft null: it is no more
 * @returns whether the centre has it, so that the desk can let go of its own
 */
export async function takeInDraft(
  service: Service,
  desk: DeskId,
  id: string,
  draft: Draft | null,
): Promise<{ kept: boolean }> {
  return service.db.transaction(async (tx) => {
    const handover = await lockDraftHandover(tx, id);
    if (!handover || handover.deskId !== desk) return { kept: false };
    if (handover.state !== 'asked') return { kept: handover.state === 'given' || handover.state === 'taken' };
    if (draft && draft.id !== handover.draftId) fail('INVALID_INPUT', { detail: '草稿与移交单不符' });
    const since = now(service);
    const at = { deskId: desk, accountId: handover.from.accountId };
    const whose = { actor: handover.by, deskId: desk };
    if (!draft) {
      await moveDraftHandover(tx, id, { state: 'gone', since, draft: null });
      await dropOpenDraft(tx, at, handover.draftId);
      await record(service, tx, whose, 'draft.gone', handover, []);
      return { kept: false };
    }
    const [row] = await accountGrants(tx, [handover.to.accountId]);
    if (!row || row.disabled || !maySee(actorOf(row), draft)) {
      await moveDraftHandover(tx, id, { state: 'refused', since, draft: null });
      await record(service, tx, whose, 'draft.refuse', handover, []);
      return { kept: false };
    }
    await moveDraftHandover(tx, id, { state: 'given', since, draft });
    await dropOpenDraft(tx, at, handover.draftId);
    const told = [{ to: handover.to.accountId, what: arrival(handover) }];
    await record(service, tx, whose, 'draft.give', handover, told);
    return { kept: true };
  });
}

/** What lies here for whoever is signed in, bearing whose it was. Rights may have changed since: what they may not see stays. */
export async function claimDraftsFor({ db }: Service, { actor, deskId }: LiveSession): Promise<DraftParcel[]> {
  if (!may(actor, 'order.create')) return [];
  const { accountId, grants } = actor;
  const claimed = await db.transaction((tx) => claimDrafts(tx, accountId, deskId, grants.sensitivities));
  return claimed.map(({ handover: { id, from, by, at }, draft }) => ({
    id,
    to: accountId,
    draft: { ...draft, handed: { from, by, at } },
  }));
}

/**
 * The desk has them on disk, and shows each unless it is named in the answer.
 * @returns those that have gone to somebody else, or to another desk of theirs, since the desk fetched them
 */
export async function draftsTaken(service: Service, session: LiveSession, ids: readonly string[]): Promise<string[]> {
  return service.db.transaction(async (tx) => {
    const elsewhere: string[] = [];
    for (const id of ids.toSorted()) {
      const handover = await lockDraftHandover(tx, id);
      // A centre set back to before it: the desk's copy may be the only one.
      if (!handover) continue;
      const { takingDesk, to, state } = handover;
      if (to.accountId !== session.actor.accountId || (takingDesk !== null && takingDesk !== session.deskId))
        elsewhere.push(id);
      else if (state === 'given') {
        await moveDraftHandover(tx, id, { state: 'taken', since: now(service), draft: null });
        await takenAtDesk(tx, id, session.deskId);
        await record(service, tx, session, 'draft.take', handover, []);
      }
    }
    return elsewhere;
  });
}

async function running(tx: Writer, id: string): Promise<StoredHandover> {
  const handover = await lockDraftHandover(tx, id);
  if (!handover || (handover.state !== 'asked' && handover.state !== 'given')) return fail('DRAFT_SETTLED');
  return handover;
}

async function takerOf(tx: Writer, id: AccountId, from: AccountId): Promise<Actor> {
  const [row] = await accountGrants(tx, [id]);
  if (!row || row.disabled || id === from || !may(actorOf(row), 'order.create')) return fail('DRAFT_TAKER');
  return actorOf(row);
}

function maySee({ grants }: Actor, { form }: Draft): boolean {
  return grants.sensitivities.includes(form.sensitivity);
}

function arrival({ by, from, number }: StoredHandover): string {
  return `班长 ${nameOf(by)} 把 ${nameOf(from)} 的草稿 ${number} 移交给你，已放入你的受理草稿。`;
}

/** To whoever was told before that it had come to them. */
function departure({ by, from, to, number }: StoredHandover): string {
  return `班长 ${nameOf(by)} 已把 ${nameOf(from)} 的草稿 ${number} 改交给 ${nameOf(to)}，草稿内容没有丢失，你不必再处理。`;
}

function nameOf({ jobNumber, name }: Author): string {
  return `${jobNumber} ${name}`;
}

/** The end of a transaction: into the audit log, to whoever is to know, and to those who look at the list. */
async function record(
  service: Service,
  tx: Writer,
  who: { readonly actor: Author; readonly deskId: DeskId },
  action: string,
  { id, number, from, to }: StoredHandover,
  told: readonly { readonly to: AccountId; readonly what: string }[],
): Promise<void> {
  const at = now(service);
  const notices = told.map(({ to: accountId, what }) =>
    makeNotice(
      { kind: 'draftHanded', order: null, unitId: null, permission: 'order.create', accountId, what },
      service.nowMs(),
    ),
  );
  await insertNotices(tx, notices);
  await tellCalls(tx);
  const detail = { number, from: nameOf(from), to: nameOf(to) };
  const { actor, deskId } = who;
  await writeLog(tx, {
    at,
    changes: notices.map(noticeChange),
    audit: [{ at, accountId: actor.accountId, deskId, action, subject: id, detail }],
  });
}
