import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyForm, type Draft } from '../shared/domain/draft.ts';
import type { DraftParcel } from '../shared/domain/draft-handover.ts';
import { draftIdSchema, orderIdSchema } from '../shared/domain/ids.ts';
import { failure, FailureError } from '../shared/failure.ts';
import { instant } from '../shared/instant.ts';
import { bothEnds, type BothEnds } from './testing/both-ends.ts';
import { actor, failureFrom, forward, until, type DeskClient, type TestDesk } from './testing/desk-for-tests.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const [LEAVING, TAKING, SUPERVISOR] = [actor('1001'), actor('1002'), actor('1101')];
const HANDOVER = '00000000-0000-7000-8000-0000000000b1';

let ends: BothEnds;
beforeEach(async () => {
  ends = await bothEnds();
});
afterEach(() => ends.close());

async function written(desk: DeskClient, content = '淇滨区长江路路灯不亮'): Promise<Draft> {
  const draft = await desk.drafts.open({ call: null, phone: '13800138000' });
  await desk.drafts.save({ id: draft.id, form: { ...draft.form, content }, call: null });
  return { ...draft, form: { ...draft.form, content } };
}

function ask(draft: Draft): void {
  ends.centre.drafts.asked = [{ id: HANDOVER, draftId: draft.id, from: LEAVING.accountId }];
}

function signIn({ desk }: TestDesk, jobNumber: string): Promise<unknown> {
  return desk.session.signIn({ jobNumber, password: 'right', takeOver: false });
}

const given = () =>
  until(
    () => Promise.resolve(ends.centre.drafts.given.get(HANDOVER)),
    (one) => one !== undefined,
  );

describe('a draft that a supervisor has handed on', () => {
  it('stays with its author as long as they are signed in, and goes whole when they have left', async () => {
    const seat = await ends.signedIn('1001');
    const draft = await written(seat.desk);
    ask(draft);
    await seat.desk.sync.now();
    await until(
      () => Promise.resolve(ends.centre.calls),
      (calls) => calls.includes('draftHandover.claim'),
    );
    expect(await seat.desk.drafts.list()).toHaveLength(1);
    expect(ends.centre.drafts.given.size).toBe(0);

    await seat.desk.session.signOut();
    expect(await given()).toMatchObject({ id: draft.id, provisionalNumber: draft.provisionalNumber, form: draft.form });
    await signIn(seat, '1001');
    expect(
      await until(
        () => seat.desk.drafts.list(),
        ({ length }) => length === 0,
      ),
    ).toEqual([]);
    const save = seat.desk.drafts.save({ id: draft.id, form: draft.form, call: null });
    expect((await failureFrom(save)).code).toBe('INVALID_INPUT');
  });

  it('is sent again where the centre’s answer was lost and the desk was killed, and only then let go of', async () => {
    const seat = await ends.signedIn('1001');
    const draft = await written(seat.desk);
    ask(draft);
    let lost = 0;
    ends.centre.intercept = (path) => {
      if (path !== 'draftHandover.give') return;
      lost += 1;
      throw new FailureError(failure('CENTRE_UNREACHABLE'));
    };
    await seat.desk.session.signOut();
    await until(
      () => Promise.resolve(lost),
      (times) => times > 0,
    );
    const again = await ends.restarted(seat);
    ends.centre.intercept = () => undefined;
    await again.desk.sync.now();
    expect(await given()).toMatchObject({ id: draft.id, form: draft.form });
  });

  it('is its author’s again where the centre may not give it to the other', async () => {
    const seat = await ends.signedIn('1001');
    const draft = await written(seat.desk);
    ask(draft);
    ends.centre.drafts.refuses = new Set([HANDOVER]);
    await seat.desk.session.signOut();
    await until(
      () => Promise.resolve(ends.centre.calls),
      (calls) => calls.includes('draftHandover.give'),
    );
    ends.centre.drafts.asked = [];
    await signIn(seat, '1001');
    expect(
      await until(
        () => seat.desk.drafts.list(),
        ({ length }) => length === 1,
      ),
    ).toMatchObject([{ id: draft.id }]);
  });

  it('is told of as gone where its author has made an order of it', async () => {
    const seat = await ends.signedIn('1001');
    const [draft] = [await written(seat.desk), await written(seat.desk, '另一件')];
    await seat.desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft) });
    ask(draft);
    await seat.desk.session.signOut();
    expect(await given()).toBeNull();
  });
});

describe('a draft that comes from somebody who has left', () => {
  function parcel(): DraftParcel {
    const { parcels } = ends.centre.drafts;
    const made: DraftParcel = { id: HANDOVER, to: TAKING.accountId, draft: foreign() };
    ends.centre.drafts.parcels = [...parcels, made];
    return made;
  }

  it('is among the drafts of whom it is for, bearing whose it was, and of nobody else', async () => {
    const { draft } = parcel();
    const seat = await ends.signedIn('1002');
    const [own] = await until(
      () => seat.desk.drafts.list(),
      ({ length }) => length > 0,
    );
    expect(own).toEqual(draft);
    expect(own?.handed).toMatchObject({ from: { jobNumber: '1001' }, by: { jobNumber: '1101' } });
    await until(
      () => Promise.resolve(ends.centre.drafts.taken),
      (taken) => taken.includes(HANDOVER),
    );
    await seat.desk.session.signOut();
    await signIn(seat, '1001');
    expect(await seat.desk.drafts.list()).toEqual([]);
  });

  const fetched = (times: number) =>
    until(
      () => Promise.resolve(ends.centre.calls.filter((call) => call === 'draftHandover.claim').length),
      (count) => count >= times,
    );

  it('comes once, and not before the centre has heard that it is here, however often the desk is killed', async () => {
    const { draft } = parcel();
    ends.centre.intercept = (path) => {
      if (path === 'draftHandover.taken') throw new FailureError(failure('CENTRE_UNREACHABLE'));
    };
    const seat = await ends.signedIn('1002');
    await until(
      () => Promise.resolve(ends.centre.calls),
      (calls) => calls.includes('draftHandover.taken'),
    );
    expect(await seat.desk.drafts.list()).toEqual([]);
    // Its word got through and the answer did not: the centre has nothing to send any more.
    ends.centre.drafts.taken.push(HANDOVER);
    ends.centre.intercept = () => undefined;
    const again = await ends.restarted(seat);
    await signIn(again, '1002');
    expect(
      await until(
        () => again.desk.drafts.list(),
        ({ length }) => length > 0,
      ),
    ).toEqual([draft]);
    await again.desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft) });
    const before = ends.centre.calls.filter((call) => call === 'draftHandover.claim').length;
    await again.desk.sync.now();
    await fetched(before + 1);
    expect(await again.desk.drafts.list()).toEqual([]);
  });

  it('that was given to another before this desk said that it has it is let go of before anybody has seen it', async () => {
    parcel();
    ends.centre.drafts.elsewhere = new Set([HANDOVER]);
    const seat = await ends.signedIn('1002');
    await until(
      () => Promise.resolve(ends.centre.drafts.taken),
      (taken) => taken.includes(HANDOVER),
    );
    // A second round begins when the first has ended.
    const before = ends.centre.calls.filter((call) => call === 'draftHandover.claim').length;
    await seat.desk.sync.now();
    await fetched(before + 1);
    expect(await seat.desk.drafts.list()).toEqual([]);
    expect(ends.centre.drafts.taken).toEqual([HANDOVER]);
  });
});

function foreign(): Draft {
  const author = ({ accountId, jobNumber, name }: typeof LEAVING) => ({ accountId, jobNumber, name });
  const at = '2026-11-20T04:00:00.000Z';
  return {
    id: draftIdSchema.parse('00000000-0000-7000-8000-0000000000c1'),
    orderId: orderIdSchema.parse('00000000-0000-7000-8000-0000000000c2'),
    provisionalNumber: '待编-9Z9Z-0003',
    openedAt: instant(Date.parse(at)),
    updatedAt: instant(Date.parse(at)),
    call: null,
    form: { ...emptyForm('13800138001'), content: '小区停水三天' },
    handed: { from: author(LEAVING), by: author(SUPERVISOR), at: instant(Date.parse(at)) },
  };
}
