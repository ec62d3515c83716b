import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setDisabled } from '../../db/central/accounts.ts';
import type { Database } from '../../db/central/database.ts';
import { emptyForm, type Draft } from '../../shared/domain/draft.ts';
import { draftIdSchema, orderIdSchema, type DeskId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import { addDesk, addPerson, memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import { accountGrants } from '../../db/central/accounts.ts';
import { actorOf } from '../access/grants.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import {
  cancelDraftHandover,
  claimDraftsFor,
  draftsAsked,
  draftsLeft,
  draftsTaken,
  orderDraftHandover,
  redirectDraft,
  takeInDraft,
  tellOpenDrafts,
} from './drafts.ts';

describe('草稿移交', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
  }, 60_000);
  afterAll(() => db.close());

  async function seated(roles: readonly RoleId[] = ['operator'], secret = false): Promise<LiveSession> {
    const person = await addPerson(service, { roles: [...roles], secret });
    const { id: deskId } = await addDesk(service, person);
    const [row] = await accountGrants(db, [person.id]);
    if (!row) throw new Error('the account is there');
    return { id: randomUUID(), actor: actorOf(row), deskId };
  }

  function draft(content = '小区停水', sensitivity: 'normal' | 'secret' = 'normal'): Draft {
    const at = instant(clock.nowMs());
    return {
      id: draftIdSchema.parse(randomUUID()),
      orderId: orderIdSchema.parse(randomUUID()),
      provisionalNumber: `待编-7K2M-${content.length}`,
      openedAt: at,
      updatedAt: at,
      call: null,
      form: { ...emptyForm('13800138000'), content, sensitivity },
    };
  }

  /** Tells of a draft and names somebody for it. @returns the handover's id */
  async function ordered(whose: LiveSession, one: Draft, to: LiveSession, by: LiveSession): Promise<string> {
    const told = { id: one.id, number: one.provisionalNumber, openedAt: one.openedAt };
    await tellOpenDrafts(service, whose, [told]);
    const { deskId } = whose;
    const order = { deskId, draftId: one.id, from: whose.actor.accountId, to: to.actor.accountId };
    await orderDraftHandover(service, by, order);
    return (await draftsAsked(service, deskId)).find(({ draftId }) => draftId === one.id)?.id ?? '';
  }

  async function stateOf(id: string): Promise<string | undefined> {
    return (await draftsLeft(service)).handed.find((one) => one.id === id)?.state;
  }

  it('is seen by its number alone, goes from one desk to the other, and is forgotten here once it has arrived', async () => {
    const [leaving, taking, supervisor] = [await seated(), await seated(), await seated(['shiftSupervisor'])];
    const one = draft('张女士诉求停水');
    const id = await ordered(leaving, one, taking, supervisor);
    const left = await draftsLeft(service);
    expect(JSON.stringify(left)).not.toContain('停水');
    expect(left.open.map(({ id: open }) => open)).not.toContain(one.id);
    expect(left.handed.find((shown) => shown.id === id)).toMatchObject({
      number: one.provisionalNumber,
      state: 'asked',
      from: { jobNumber: leaving.actor.jobNumber },
      to: { jobNumber: taking.actor.jobNumber },
      by: { jobNumber: supervisor.actor.jobNumber },
    });
    // Another desk cannot send it.
    expect(await takeInDraft(service, taking.deskId, id, one)).toEqual({ kept: false });
    clock.advance(1000);
    expect(await takeInDraft(service, leaving.deskId, id, one)).toEqual({ kept: true });
    // Its answer was lost: said again, also when it has gone on.
    expect(await takeInDraft(service, leaving.deskId, id, one)).toEqual({ kept: true });
    expect(await claimDraftsFor(service, supervisor)).toEqual([]);
    const [parcel] = await claimDraftsFor(service, taking);
    expect(parcel).toMatchObject({ id, to: taking.actor.accountId, draft: { id: one.id, form: one.form } });
    expect(parcel?.draft.handed).toMatchObject({ from: { jobNumber: leaving.actor.jobNumber } });
    // The desk that died with it asks again; another desk of theirs gets nothing.
    expect(await claimDraftsFor(service, taking)).toHaveLength(1);
    expect(await claimDraftsFor(service, { ...taking, deskId: supervisor.deskId })).toEqual([]);
    await draftsTaken(service, leaving, [id]);
    expect(await stateOf(id)).toBe('given');
    await draftsTaken(service, taking, [id]);
    await draftsTaken(service, taking, [id]);
    expect(await stateOf(id)).toBe('taken');
    expect(await db.read('SELECT 1 FROM draft_handovers WHERE draft IS NOT NULL')).toEqual([]);
    expect(await takeInDraft(service, leaving.deskId, id, one)).toEqual({ kept: true });
    const audit = await db.read<{ action: string }>('SELECT action FROM audit WHERE subject = $1 ORDER BY id', [id]);
    expect(audit.map(({ action }) => action)).toEqual(['draft.order', 'draft.give', 'draft.take']);
    const notices = await db.read<{ text: string }>(
      `SELECT data->>'text' AS text FROM notices WHERE data->>'accountId' = ANY ($1::text[])`,
      [[leaving.actor.accountId, taking.actor.accountId]],
    );
    const texts = notices.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts).toContainEqual(expect.stringContaining(`移交给 ${taking.actor.jobNumber}`));
    expect(texts).toContainEqual(
      expect.stringContaining(`${leaving.actor.jobNumber} ${leaving.actor.name} 的草稿 ${one.provisionalNumber}`),
    );
  });

  it('J5: a 保密 draft never leaves its desk for somebody who may not see it, and goes to somebody who may', async () => {
    const [leaving, supervisor] = [await seated(['operator'], true), await seated(['shiftSupervisor'])];
    const [open, cleared] = [await seated(), await seated(['operator'], true)];
    const one = draft('举报', 'secret');
    const id = await ordered(leaving, one, open, supervisor);
    expect(await takeInDraft(service, leaving.deskId, id, one)).toEqual({ kept: false });
    expect(await stateOf(id)).toBe('refused');
    const again = await ordered(leaving, one, cleared, supervisor);
    expect(await takeInDraft(service, leaving.deskId, again, one)).toEqual({ kept: true });
    const redirect = redirectDraft(service, supervisor, again, open.actor.accountId);
    expect(await refusalOf(redirect)).toBe('DRAFT_TAKER');
    // Whoever has lost the right gets nothing, and takes it to no desk: it is theirs anywhere once they have it again.
    const grants = { ...cleared.actor.grants, sensitivities: ['normal' as const] };
    expect(await claimDraftsFor(service, { ...cleared, actor: { ...cleared.actor, grants } })).toEqual([]);
    expect(await claimDraftsFor(service, { ...cleared, deskId: supervisor.deskId })).toHaveLength(1);
  });

  it('goes to one person at a time, who may write orders, is there and is not its author', async () => {
    const [leaving, taking, supervisor] = [await seated(), await seated(), await seated(['shiftSupervisor'])];
    const one = draft('噪音');
    await ordered(leaving, one, taking, supervisor);
    const order = (to: LiveSession) => ({
      deskId: leaving.deskId,
      draftId: one.id,
      from: leaving.actor.accountId,
      to: to.actor.accountId,
    });
    const gone = await seated();
    await setDisabled(db, gone.actor.accountId, true);
    const handler = await seated(['overseer']);
    expect(await refusalOf(orderDraftHandover(service, supervisor, order(taking)))).toBe('DRAFT_HANDED');
    for (const unfit of [leaving, gone, handler])
      expect(await refusalOf(orderDraftHandover(service, supervisor, order(unfit)))).toBe('DRAFT_TAKER');
    const unknown = { ...order(taking), draftId: draftIdSchema.parse(randomUUID()) };
    expect(await refusalOf(orderDraftHandover(service, supervisor, unknown))).toBe('DRAFT_SETTLED');
  });

  it('may be given to somebody else as long as nobody has it, and be taken back as long as it has not been sent', async () => {
    const [leaving, ill, well, supervisor] = [
      await seated(),
      await seated(),
      await seated(),
      await seated(['shiftSupervisor']),
    ];
    const one = draft('供暖不足');
    const id = await ordered(leaving, one, ill, supervisor);
    await takeInDraft(service, leaving.deskId, id, one);
    expect(await refusalOf(cancelDraftHandover(service, supervisor, id))).toBe('DRAFT_SETTLED');
    await redirectDraft(service, supervisor, id, well.actor.accountId);
    expect(await claimDraftsFor(service, ill)).toEqual([]);
    expect(await claimDraftsFor(service, well)).toHaveLength(1);
    expect(await draftsTaken(service, well, [id])).toEqual([]);
    expect(await refusalOf(redirectDraft(service, supervisor, id, ill.actor.accountId))).toBe('DRAFT_SETTLED');

    const kept = draft('井盖');
    const other = await ordered(leaving, kept, well, supervisor);
    await cancelDraftHandover(service, supervisor, other);
    expect(await draftsAsked(service, leaving.deskId)).toEqual([]);
    expect(await takeInDraft(service, leaving.deskId, other, kept)).toEqual({ kept: false });
    expect((await draftsLeft(service)).open.map(({ id: open }) => open)).toContain(kept.id);
  });

  it('given to somebody else between a desk’s fetch and its word that it has it, is that one’s alone', async () => {
    const [leaving, ill, well] = [await seated(), await seated(), await seated()];
    const supervisor = await seated(['shiftSupervisor']);
    const one = draft('化粪池外溢');
    const id = await ordered(leaving, one, ill, supervisor);
    await takeInDraft(service, leaving.deskId, id, one);
    expect(await claimDraftsFor(service, ill)).toHaveLength(1);
    await redirectDraft(service, supervisor, id, well.actor.accountId);
    expect(await claimDraftsFor(service, well)).toHaveLength(1);
    expect(await draftsTaken(service, ill, [id])).toEqual([id]);
    expect(await stateOf(id)).toBe('given');
    expect(await draftsTaken(service, well, [id])).toEqual([]);
    // Both may ask again: the answers were lost.
    expect(await draftsTaken(service, ill, [id])).toEqual([id]);
    expect(await draftsTaken(service, well, [id])).toEqual([]);
    const told = await db.read<{ text: string }>(
      `SELECT data->>'text' AS text FROM notices WHERE data->>'accountId' = $1`,
      [ill.actor.accountId],
    );
    const moved = `改交给 ${well.actor.jobNumber} ${well.actor.name}，草稿内容没有丢失，你不必再处理。`;
    expect(told.filter(({ text }) => text.includes(moved))).toHaveLength(1);
  });

  it('given back to whom it was for before is theirs at whichever desk says first that it has it', async () => {
    const [leaving, taking, other] = [await seated(), await seated(), await seated()];
    const supervisor = await seated(['shiftSupervisor']);
    const elsewhere = { ...taking, deskId: other.deskId };
    const one = draft('井盖缺失');
    const id = await ordered(leaving, one, taking, supervisor);
    await takeInDraft(service, leaving.deskId, id, one);
    expect(await claimDraftsFor(service, taking)).toHaveLength(1);
    await redirectDraft(service, supervisor, id, taking.actor.accountId);
    expect(await draftsTaken(service, taking, [id])).toEqual([]);
    expect(await claimDraftsFor(service, elsewhere)).toEqual([]);
    expect(await draftsTaken(service, elsewhere, [id])).toEqual([id]);
    // A centre set back to before all this knows of no such handover: the desk keeps what it has.
    expect(await draftsTaken(service, taking, [randomUUID()])).toEqual([]);
  });

  it('that its author has dealt with is over, and a desk that has no drafts any more is listed no more', async () => {
    const [leaving, taking, supervisor] = [await seated(), await seated(), await seated(['shiftSupervisor'])];
    const one = draft('占道');
    const id = await ordered(leaving, one, taking, supervisor);
    expect(await takeInDraft(service, leaving.deskId, id, null)).toEqual({ kept: false });
    expect(await stateOf(id)).toBe('gone');
    const open = async (desk: DeskId) => (await draftsLeft(service)).open.filter(({ deskId }) => deskId === desk);
    expect(await open(leaving.deskId)).toEqual([]);
    const next = draft('路灯');
    await tellOpenDrafts(service, leaving, [{ id: next.id, number: next.provisionalNumber, openedAt: next.openedAt }]);
    expect(await open(leaving.deskId)).toMatchObject([{ id: next.id, person: { jobNumber: leaving.actor.jobNumber } }]);
    await tellOpenDrafts(service, leaving, []);
    expect(await open(leaving.deskId)).toEqual([]);
  });
});
