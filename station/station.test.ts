import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_ORDER } from '../shared/contract/desk.ts';
import { failure } from '../shared/failure.ts';
import { callIdSchema } from '../shared/domain/ids.ts';
import { instant } from '../shared/instant.ts';
import { bothEnds, type BothEnds } from './testing/both-ends.ts';
import { failureFrom, forward, nextEvent, until, untilStatus, writeOrder } from './testing/desk-for-tests.ts';
import { refusing } from './testing/test-centre.ts';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ends: BothEnds;

beforeEach(async () => {
  ends = await bothEnds();
});

afterEach(async () => {
  await ends.close();
});

describe('signing in', () => {
  it('works without the centre for whoever has signed in here before, with what may be done offline', async () => {
    const first = await ends.signedIn();
    await first.desk.session.signOut();
    await ends.centre.down();
    await untilStatus(first.desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    const again = await first.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(again).toMatchObject({ kind: 'offline', actor: { jobNumber: '1001' } });
    expect(again.actor.grants.permissions).toContain('order.create');
    const draft = await writeOrder(first.desk);
    await ends.centre.up();
    // Sent by the desk in its own name, although the person has to show their password once more to receive anything.
    await until(
      () => Promise.resolve(ends.centre.orders.has(draft.orderId)),
      (there) => there,
    );
    expect(await untilStatus(first.desk, ({ cause }) => cause?.code === 'SESSION_EXPIRED')).toMatchObject({
      state: 'offline',
      since: null,
    });
    await first.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    await untilStatus(first.desk, ({ state }) => state === 'synced');
  });

  it('ends the session of whoever was signed in on the desk until then', async () => {
    const { desk } = await ends.signedIn('1001');
    await desk.session.signIn({ jobNumber: '1002', password: 'right', takeOver: false });
    await untilStatus(desk, ({ state }) => state === 'synced');
    expect(ends.centre.signedIn()).toEqual(['1002']);
  });

  it('leaves the session as it is where somebody else gets their password wrong', async () => {
    const { desk } = await ends.signedIn('1001');
    const wrong = desk.session.signIn({ jobNumber: '1002', password: 'wrong', takeOver: false });
    expect((await failureFrom(wrong)).code).toBe('BAD_CREDENTIALS');
    expect(ends.centre.signedIn()).toEqual(['1001']);
    expect((await desk.session.current()).session?.actor.jobNumber).toBe('1001');
  });

  it('J5: what somebody may do from now on counts at once, without their signing in again, and offline too', async () => {
    const { desk } = await ends.signedIn('1001');
    const before = (await desk.session.current()).session?.actor;
    if (!before) throw new Error('nobody is signed in');
    const permissions = before.grants.permissions.filter((permission) => permission !== 'order.create');
    ends.centre.setActor({ ...before, grants: { ...before.grants, permissions } });
    ends.centre.say({ type: 'grantsChanged' });
    const now = await until(
      () => desk.session.current(),
      ({ session }) => session?.actor.grants.permissions.includes('order.create') === false,
    );
    expect(now.session).toMatchObject({ kind: 'online', actor: { jobNumber: '1001' } });
    expect((await failureFrom(desk.drafts.open({ call: null, phone: '' }))).code).toBe('NOT_PERMITTED');
    await desk.session.signOut();
    await ends.centre.down();
    await untilStatus(desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    const again = await desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(again.actor.grants.permissions).not.toContain('order.create');
  });

  it('J5: what changes while the centre is being asked is asked for once more', async () => {
    const { desk } = await ends.signedIn('1001');
    await untilStatus(desk, ({ state }) => state === 'synced');
    let asked = 0;
    ends.centre.intercept = (path) => {
      if (path !== 'auth.self') return;
      asked += 1;
      if (asked === 1) ends.centre.say({ type: 'grantsChanged' });
    };
    ends.centre.say({ type: 'grantsChanged' });
    await until(
      () => Promise.resolve(asked),
      (times) => times > 1,
    );
    expect(await untilStatus(desk, ({ state }) => state === 'synced')).toMatchObject({ state: 'synced' });
  });

  it('is refused offline to a stranger, to a wrong password, and after five of those to the right one too', async () => {
    const { desk } = await ends.signedIn();
    await desk.session.signOut();
    await ends.centre.down();
    await untilStatus(desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    const attempt = (jobNumber: string, password: string) =>
      failureFrom(desk.session.signIn({ jobNumber, password, takeOver: false }));
    expect((await attempt('1002', 'right')).code).toBe('OFFLINE_SIGN_IN_UNKNOWN');
    for (let count = 0; count < 5; count += 1) expect((await attempt('1001', 'wrong')).code).toBe('BAD_CREDENTIALS');
    const locked = await attempt('1001', 'right');
    expect(locked.code).toBe('ACCOUNT_LOCKED');
    expect(locked.retryAfterMs).toBeGreaterThan(0);
  });

  it('ends offline with the lease', async () => {
    let nowMs = Date.now();
    const started = await ends.start({ nowMs: () => nowMs });
    await started.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    await started.desk.session.signOut();
    await ends.centre.down();
    await untilStatus(started.desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    nowMs += 8 * 86_400_000;
    const said = await failureFrom(
      started.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false }),
    );
    expect(said.code).toBe('OFFLINE_LEASE_ENDED');
  });

  it('says who has signed in here, and lets nobody do anything before', async () => {
    const { desk } = await ends.signedIn();
    expect(await desk.session.current()).toMatchObject({
      session: { kind: 'online', actor: { jobNumber: '1001' } },
      centre: { name: '鹤壁市 12345', demo: true },
      knownJobNumbers: ['1001'],
      deskName: '1号座席',
    });
    await desk.session.signOut();
    expect((await failureFrom(desk.drafts.open({ call: null, phone: '' }))).code).toBe('NOT_SIGNED_IN');
    expect((await desk.sync.status()).cause?.code).toBe('NOT_SIGNED_IN');
  });

  it('changes hands with unsent work: it is counted, and sent later under the name of who wrote it', async () => {
    const { desk } = await ends.signedIn();
    ends.centre.intercept = refusing('sync.push', failure('OVERLOADED'));
    const draft = await writeOrder(desk);
    expect(await desk.session.signOut()).toEqual({ unsent: 1 });
    ends.centre.intercept = () => undefined;
    await until(
      () => Promise.resolve(ends.centre.orders.get(draft.orderId)),
      (record) => record?.order.createdBy.jobNumber === '1001',
    );
  });

  it('stands although the centre refuses what the one before still had under way', async () => {
    const { desk } = await ends.signedIn('1301');
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    ends.centre.intercept = async (path) => {
      if (path === 'auth.self') {
        asked.resolve();
        await answer.promise;
      }
      // Refused while the next one's sign-in is answered and their password is being digested.
      if (path === 'auth.signIn') void setTimeout(5).then(() => answer.resolve());
    };
    ends.centre.say({ type: 'grantsChanged' });
    await asked.promise;
    await desk.session.signOut();
    const session = await desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(session).toMatchObject({ actor: { jobNumber: '1001' } });
    await untilStatus(desk, ({ state }) => state === 'synced');
    expect((await desk.session.current()).session).toMatchObject({ actor: { jobNumber: '1001' } });
  });

  it('somewhere else ends the session here with its reason, and the drafts stay', async () => {
    const { desk } = await ends.signedIn();
    await desk.drafts.open({ call: null, phone: '13800138000' });
    const event = await nextEvent(
      desk,
      (seen) => seen.type === 'session' && seen.ended !== null,
      () => Promise.resolve(ends.centre.say({ type: 'sessionEnded', failure: failure('SESSION_TAKEN_OVER') })),
    );
    expect(event).toMatchObject({ session: null, ended: { code: 'SESSION_TAKEN_OVER' } });
    expect((await desk.sync.status()).cause?.code).toBe('SESSION_TAKEN_OVER');
    await desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: true });
    expect(await desk.drafts.list()).toHaveLength(1);
  });
});

describe('a draft', () => {
  const call = {
    source: 'exchange' as const,
    callId: callIdSchema.parse('call-1'),
    number: '13800138000',
    startedAt: instant(NOON),
    answeredAt: null,
    endedAt: null,
  };

  it('is one for a call, however many windows open it', async () => {
    const { desk } = await ends.signedIn();
    const [one, other] = await Promise.all([
      desk.drafts.open({ call, phone: call.number }),
      desk.drafts.open({ call, phone: call.number }),
    ]);
    expect(other).toEqual(one);
  });

  it('is there again, as it was saved last, after the station has gone and come back', async () => {
    const first = await ends.signedIn();
    const draft = await first.desk.drafts.open({ call, phone: call.number });
    await first.desk.drafts.save({ id: draft.id, call, form: { ...draft.form, content: '写到一半' } });
    const second = await ends.restarted(first);
    await second.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(await second.desk.drafts.list()).toMatchObject([
      { id: draft.id, orderId: draft.orderId, form: { content: '写到一半' } },
    ]);
  });

  it('belongs to whoever opened it', async () => {
    const { desk } = await ends.signedIn();
    await desk.drafts.open({ call, phone: call.number });
    await desk.session.signOut();
    await desk.session.signIn({ jobNumber: '1002', password: 'right', takeOver: false });
    expect(await desk.drafts.list()).toEqual([]);
  });

  it('carries its files to the centre in pieces', async () => {
    const { desk } = await ends.signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '' });
    const bytes = Buffer.alloc(600_000, 7);
    const added = await desk.attachments.add({
      draftId: draft.id,
      name: '现场.jpg',
      mime: 'image/jpeg',
      base64: bytes.toString('base64'),
    });
    expect(await desk.attachments.read({ id: added.id })).toMatchObject({ name: '现场.jpg', mime: 'image/jpeg' });
    const form = { ...draft.form, attachments: [added] };
    await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward({ ...draft, form }) });
    await until(
      () => Promise.resolve(ends.centre.files.get(added.id)),
      (file) => file?.length === bytes.length,
    );
    expect(ends.centre.files.get(added.id)?.equals(bytes)).toBe(true);
    await untilStatus(desk, ({ state }) => state === 'synced');
    expect(ends.centre.calls.filter((path) => path === 'sync.attach')).toHaveLength(3);
  });

  it('takes no file of a kind that could be a program', async () => {
    const { desk } = await ends.signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '' });
    const file = { draftId: draft.id, name: 'a.exe', mime: 'application/x-msdownload', base64: 'TVo=' };
    expect((await failureFrom(desk.attachments.add(file))).code).toBe('ATTACHMENT_TYPE');
  });
});

describe('personal data', () => {
  it('J5, T2, H19: is masked until it is revealed, and the look is on its way to the centre before it is shown', async () => {
    const { desk } = await ends.signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    const masked = await desk.orders.get({ id: draft.orderId });
    expect(masked.order.request.caller).toEqual({ name: '张**', phone: '138****8000', address: '淇滨区九州路****' });
    const { rows } = await desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 1 });
    expect(rows).toMatchObject([{ callerName: '张**', callerPhone: '138****8000' }]);
    const shown = await desk.orders.reveal({ id: draft.orderId, where: '工单详情' });
    expect(shown.order.request.caller.phone).toBe('13800138000');
    const known = await desk.callers.lookup({ phone: '13800138000' });
    expect(known).toMatchObject({ name: '张**', callsThisMonth: 1, identity: 'named' });
    const caller = await desk.callers.reveal({ phone: '13800138000', orderId: draft.orderId, where: '受理台' });
    expect(caller).toEqual({ name: '张三丰', phone: '13800138000', address: '淇滨区九州路一号院' });
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(ends.centre.taken.filter(({ type }) => type === 'personal.look')).toHaveLength(2);
  });
});

describe('T5: a caller asks how their order stands', () => {
  it('is told state, unit and limit by number and last four digits, without the centre too, and it is on record', async () => {
    const { desk } = await ends.signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    const { order } = await desk.orders.get({ id: draft.orderId });
    const number = order.number ?? '';
    const told = await desk.orders.progress({ number, phone4: '8000' });
    expect(told).toMatchObject({ number, state: '待签收', stage: '办理', due: order.deadline?.due });
    expect(JSON.stringify(told)).not.toMatch(/张三丰|13800138000|九州路/u);
    const looks = () => ends.centre.taken.filter(({ type }) => type === 'personal.look');
    await until(
      () => Promise.resolve(looks()),
      (taken) => taken.length > 0,
    );
    expect(looks()).toMatchObject([{ payload: { field: 'phone', where: '进度查询' } }]);
    await ends.centre.down();
    expect(await desk.orders.progress({ number, phone4: '8000' })).toEqual(told);
  });

  it('T17: hears nothing with other digits, another number, or of a 保密 or an anonymous order', async () => {
    const { desk } = await ends.signedIn();
    const numbers: string[] = [];
    for (const change of [{}, { sensitivity: 'secret' }, { identity: 'anonymous' }] as const) {
      const draft = await desk.drafts.open({ call: null, phone: '13800138000' });
      const body = forward(draft);
      if (body.type !== 'order.forward') throw new Error('a 转办 was expected');
      const request = { ...body.payload.request, ...change };
      const command = { ...body, payload: { ...body.payload, request } };
      await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command });
      await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
      numbers.push(ends.centre.orders.get(draft.orderId)?.order.number ?? '');
    }
    const [plain = '', secret = '', anonymous = ''] = numbers;
    expect(await desk.orders.progress({ number: plain, phone4: '8000' })).not.toBeNull();
    for (const [number, phone4] of [
      [plain, '0001'],
      [secret, '8000'],
      [anonymous, '8000'],
      ['HB2611-999999', '8000'],
    ] as const)
      expect([number, await desk.orders.progress({ number, phone4 })]).toEqual([number, null]);
  });
});

describe('a new desk', () => {
  it('names its centre, and says that it is a demo, before anybody has signed in', async () => {
    const fresh = await ends.start();
    expect(await fresh.desk.session.current()).toMatchObject({
      session: null,
      centre: { city: 'hebi', name: '鹤壁市 12345', demo: true },
    });
    await ends.centre.down();
    const cutOff = await ends.restarted(fresh);
    expect((await cutOff.desk.session.current()).centre).toBeNull();
  });
});

describe('a known caller', () => {
  it('stays known after an order that bears no name', async () => {
    const { desk } = await ends.signedIn();
    await writeOrder(desk);
    const draft = await desk.drafts.open({ call: null, phone: '13800138000' });
    const body = forward(draft);
    if (body.type !== 'order.forward') throw new Error('a 转办 was expected');
    const caller = { name: '', phone: '13800138000', address: '' };
    const command = { ...body, payload: { ...body.payload, request: { ...body.payload.request, caller } } };
    await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command });
    const known = await desk.callers.lookup({ phone: '13800138000' });
    expect(known).toMatchObject({ name: '张**', address: '淇滨区九州路****', callsThisMonth: 2 });
  });
});

describe('earlier orders', () => {
  it('speak for the unit that handled them, and are shown as alike', async () => {
    const { desk } = await ends.signedIn();
    const first = await writeOrder(desk, '长江路东段的灯杆一到晚上就不亮，走路看不清');
    const text = '长江路东段灯杆晚上不亮';
    const ask = { text, phone: '', subjectId: null, exclude: null };
    const alike = await until(
      () => desk.orders.similar(ask),
      (rows) => rows.length > 0,
    );
    expect(alike).toMatchObject([{ id: first.orderId, sameCaller: false }]);
    const [unit] = await desk.units.suggest({ text, subjectId: null });
    expect(unit?.unit.id).toBe('u-lamps');
    expect(unit?.reasons).toContain('以往同类 1 件');
  });
});

describe('the exchange', () => {
  it('is asked through the centre, and is out of reach while that is', async () => {
    const { desk } = await ends.signedIn();
    expect(await desk.telephony.command({ type: 'ready' })).toMatchObject({ agent: { state: 'ready' } });
    await ends.centre.down();
    await nextEvent(desk, (event) => event.type === 'telephony' && event.view === null);
    expect((await failureFrom(desk.telephony.command({ type: 'ready' }))).code).toBe('EXCHANGE_UNREACHABLE');
  });
});
