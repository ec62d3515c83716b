import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../shared/failure.ts';
import { callIdSchema, unitIdSchema } from '../shared/domain/ids.ts';
import { instant } from '../shared/instant.ts';
import {
  actor,
  ANY,
  failureFrom,
  forward,
  LAMPS,
  nextEvent,
  openDesk,
  scratch,
  until,
  untilStatus,
  writeOrder,
  type TestDesk,
} from './testing/desk-for-tests.ts';
import { refusing, startTestCentre, type TestCentre } from './testing/test-centre.ts';

const NOON = Date.parse('2026-11-20T04:00:00.000Z');

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let centre: TestCentre;
let folder: { dir: string; remove(): void };
let opened: TestDesk[];

beforeEach(async () => {
  centre = await startTestCentre({
    accounts: [
      { actor: actor('1001'), password: 'right' },
      { actor: actor('1002'), password: 'right' },
    ],
    units: [LAMPS],
  });
  folder = scratch();
  opened = [];
});

afterEach(async () => {
  for (const desk of opened) await desk.stop();
  await centre.down();
  folder.remove();
});

async function start(more: { nowMs?: () => number; centreUrl?: string } = {}): Promise<TestDesk> {
  const desk = await openDesk({ centreUrl: centre.url, dataDir: folder.dir, ...more });
  opened.push(desk);
  return desk;
}

async function signedIn(): Promise<TestDesk> {
  const started = await start();
  await started.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
  await untilStatus(started.desk, ({ state }) => state === 'synced');
  return started;
}

/** As a power cut leaves it: the next station finds whatever had been committed. */
async function restartedWithoutStopping(desk: TestDesk): Promise<TestDesk> {
  await desk.stop();
  opened = opened.filter((other) => other !== desk);
  return start();
}

describe('an order', () => {
  it('bears its provisional number until the centre gives the official one, and is found by both', async () => {
    const { desk } = await signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '13800138000' });
    expect(draft.provisionalNumber).toBe('待编-7K2M-0001');
    const saved = await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft) });
    expect(saved.detail).toMatchObject({
      pending: true,
      unitName: LAMPS.name,
      order: { number: null, state: 'handling' },
    });
    expect(await desk.drafts.list()).toEqual([]);
    await untilStatus(desk, ({ unsent, state }) => unsent === 0 && state === 'synced');
    for (const text of ['待编-7K2M-0001', 'HB2611-000001', '长江路', '路灯']) {
      const { rows } = await desk.orders.list({ filter: { ...ANY, text }, offset: 0, limit: 10 });
      expect(rows).toMatchObject([{ id: draft.orderId, number: 'HB2611-000001', pending: false }]);
    }
    expect(centre.taken).toHaveLength(1);
  });

  it('is written while the centre is down, and is sent once after it has come back', async () => {
    const { desk } = await signedIn();
    await centre.down();
    await untilStatus(desk, ({ state }) => state === 'offline');
    const draft = await writeOrder(desk);
    expect(await desk.sync.status()).toMatchObject({
      state: 'offline',
      unsent: 1,
      cause: { code: 'CENTRE_UNREACHABLE' },
    });
    expect((await desk.orders.list({ filter: { ...ANY, pendingOnly: true }, offset: 0, limit: 5 })).total).toBe(1);
    await centre.up();
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    expect(centre.taken.map((envelope) => envelope.aggregateId)).toEqual([draft.orderId]);
    expect(centre.orders.size).toBe(1);
  });

  it('takes effect once where the answer to its delivery was lost', async () => {
    const { desk } = await signedIn();
    centre.loseNextAnswer();
    await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    expect(centre.pushes.length).toBeGreaterThan(1);
    expect(centre.taken).toHaveLength(1);
    const [item] = await desk.sync.outbox({ includeDone: true, limit: 5 });
    expect(item).toMatchObject({ state: 'done', number: 'HB2611-000001' });
  });

  it('is written once where the window asks twice for the same draft', async () => {
    const { desk } = await signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '' });
    const wanted = { orderId: draft.orderId, draftId: draft.id, command: forward(draft) };
    const first = await desk.commands.submit(wanted);
    const second = await desk.commands.submit(wanted);
    expect(second.commandId).toBe(first.commandId);
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(centre.taken).toHaveLength(1);
  });

  it('is refused at once where the desk knows better, and nothing is written', async () => {
    const { desk } = await signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '' });
    const command = forward(draft, '内容', { ...LAMPS, id: unitIdSchema.parse('u-nobody') });
    const said = await failureFrom(desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command }));
    expect(said.code).toBe('UNIT_NOT_FOUND');
    expect(await desk.drafts.list()).toHaveLength(1);
    expect(await desk.sync.outbox({ includeDone: true, limit: 5 })).toEqual([]);
  });
});

describe('a command the centre refuses', () => {
  async function refused(): Promise<TestDesk> {
    const started = await signedIn();
    // Somebody closed the unit at the centre, and this desk has not heard of it.
    centre.unitOpen = false;
    await writeOrder(started.desk);
    await untilStatus(started.desk, ({ refused: count }) => count === 1);
    centre.unitOpen = true;
    return started;
  }

  it('stands under 需处理 while the order it would have begun leaves the lists', async () => {
    const { desk } = await refused();
    expect(await untilStatus(desk, ({ state }) => state === 'attention')).toMatchObject({ unsent: 0, refused: 1 });
    expect((await desk.orders.list({ filter: ANY, offset: 0, limit: 5 })).total).toBe(0);
    expect(await desk.sync.outbox({ includeDone: false, limit: 5 })).toMatchObject([
      { state: 'refused', failure: { code: 'UNIT_CLOSED' }, provisionalNumber: '待编-7K2M-0001' },
    ]);
  });

  it('becomes a draft again with everything as it was written, and can then be taken', async () => {
    const { desk } = await refused();
    const [item] = await desk.sync.outbox({ includeDone: false, limit: 5 });
    if (!item) throw new Error('nothing was refused');
    const draft = await desk.sync.redraft({ commandId: item.commandId });
    expect(draft).toMatchObject({
      orderId: item.orderId,
      provisionalNumber: '待编-7K2M-0001',
      form: { content: '淇滨区长江路路灯不亮', unitId: LAMPS.id, caller: { name: '张三丰' } },
    });
    await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft) });
    await untilStatus(desk, ({ state }) => state === 'synced');
    expect(centre.orders.get(item.orderId)?.order.number).toBe('HB2611-000001');
  });

  it('leaves 需处理 once it is settled, and stays in the list of done ones', async () => {
    const { desk } = await refused();
    const [item] = await desk.sync.outbox({ includeDone: false, limit: 5 });
    if (!item) throw new Error('nothing was refused');
    await desk.sync.settle({ commandId: item.commandId });
    await untilStatus(desk, ({ state }) => state === 'synced');
    expect(await desk.sync.outbox({ includeDone: false, limit: 5 })).toEqual([]);
    expect(await desk.sync.outbox({ includeDone: true, limit: 5 })).toMatchObject([{ state: 'done' }]);
  });

  it('does not hold up the commands behind it', async () => {
    const { desk } = await refused();
    await writeOrder(desk, '第二件');
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(centre.taken).toHaveLength(1);
  });
});

describe('what the centre has lost', () => {
  it('is given to it again by a desk that still has it', async () => {
    const { desk } = await signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    centre.forget();
    await writeOrder(desk, '备份恢复之后的一件');
    await until(
      () => Promise.resolve(centre.orders.size),
      (size) => size === 2,
    );
    expect(centre.orders.has(draft.orderId)).toBe(true);
  });

  it('is loaded anew without hiding what has not been sent', async () => {
    const { desk } = await signedIn();
    centre.intercept = refusing('sync.push', failure('OVERLOADED'));
    const draft = await writeOrder(desk);
    centre.forget();
    centre.put({ entity: 'unit', id: LAMPS.id, version: 2, data: { ...LAMPS, name: '市照明中心', version: 2 } });
    await until(
      () => desk.units.list(),
      (units) => units[0]?.name === '市照明中心',
    );
    const { rows } = await desk.orders.list({ filter: ANY, offset: 0, limit: 5 });
    expect(rows).toMatchObject([{ id: draft.orderId, pending: true }]);
  });
});

describe('rows of the centre', () => {
  it('arrive as soon as the centre says that there are new ones, and go when they leave this desk', async () => {
    const { desk } = await signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    const record = centre.orders.get(draft.orderId);
    if (!record) throw new Error('the centre has no order');
    const order = { ...record.order, version: 2, state: 'replied' as const };
    centre.put({ entity: 'order', id: order.id, version: 2, data: { ...record, order } });
    await until(
      () => desk.orders.get({ id: order.id }),
      (detail) => detail.order.state === 'replied',
    );
    centre.drop('order', order.id);
    await until(
      () => desk.orders.list({ filter: ANY, offset: 0, limit: 5 }),
      ({ total }) => total === 0,
    );
    expect((await failureFrom(desk.orders.get({ id: order.id }))).code).toBe('ORDER_NOT_FOUND');
  });
});

describe('signing in', () => {
  it('works without the centre for whoever has signed in here before, with what may be done offline', async () => {
    const first = await signedIn();
    await first.desk.session.signOut();
    await centre.down();
    await untilStatus(first.desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    const again = await first.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(again).toMatchObject({ kind: 'offline', actor: { jobNumber: '1001' } });
    expect(again.actor.grants.permissions).toContain('order.create');
    const draft = await writeOrder(first.desk);
    await centre.up();
    // Sent by the desk in its own name, although the person has to show their password once more to receive anything.
    await until(
      () => Promise.resolve(centre.orders.has(draft.orderId)),
      (there) => there,
    );
    expect(await untilStatus(first.desk, ({ cause }) => cause?.code === 'SESSION_EXPIRED')).toMatchObject({
      state: 'offline',
      since: null,
    });
    await first.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    await untilStatus(first.desk, ({ state }) => state === 'synced');
  });

  it('is refused offline to a stranger, to a wrong password, and after five of those to the right one too', async () => {
    const { desk } = await signedIn();
    await desk.session.signOut();
    await centre.down();
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
    const started = await start({ nowMs: () => nowMs });
    await started.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    await started.desk.session.signOut();
    await centre.down();
    await untilStatus(started.desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    nowMs += 8 * 86_400_000;
    const said = await failureFrom(
      started.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false }),
    );
    expect(said.code).toBe('OFFLINE_LEASE_ENDED');
  });

  it('says who has signed in here, and lets nobody do anything before', async () => {
    const { desk } = await signedIn();
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
    const { desk } = await signedIn();
    centre.intercept = refusing('sync.push', failure('OVERLOADED'));
    const draft = await writeOrder(desk);
    expect(await desk.session.signOut()).toEqual({ unsent: 1 });
    centre.intercept = () => undefined;
    await until(
      () => Promise.resolve(centre.orders.get(draft.orderId)),
      (record) => record?.order.createdBy.jobNumber === '1001',
    );
  });

  it('somewhere else ends the session here with its reason, and the drafts stay', async () => {
    const { desk } = await signedIn();
    await desk.drafts.open({ call: null, phone: '13800138000' });
    const event = await nextEvent(
      desk,
      (seen) => seen.type === 'session' && seen.ended !== null,
      () => Promise.resolve(centre.say({ type: 'sessionEnded', failure: failure('SESSION_TAKEN_OVER') })),
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
    const { desk } = await signedIn();
    const [one, other] = await Promise.all([
      desk.drafts.open({ call, phone: call.number }),
      desk.drafts.open({ call, phone: call.number }),
    ]);
    expect(other).toEqual(one);
  });

  it('is there again, as it was saved last, after the station has gone and come back', async () => {
    const first = await signedIn();
    const draft = await first.desk.drafts.open({ call, phone: call.number });
    await first.desk.drafts.save({ id: draft.id, call, form: { ...draft.form, content: '写到一半' } });
    const second = await restartedWithoutStopping(first);
    await second.desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(await second.desk.drafts.list()).toMatchObject([
      { id: draft.id, orderId: draft.orderId, form: { content: '写到一半' } },
    ]);
  });

  it('belongs to whoever opened it', async () => {
    const { desk } = await signedIn();
    await desk.drafts.open({ call, phone: call.number });
    await desk.session.signOut();
    await desk.session.signIn({ jobNumber: '1002', password: 'right', takeOver: false });
    expect(await desk.drafts.list()).toEqual([]);
  });

  it('carries its files to the centre in pieces', async () => {
    const { desk } = await signedIn();
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
      () => Promise.resolve(centre.files.get(added.id)),
      (file) => file?.length === bytes.length,
    );
    expect(centre.files.get(added.id)?.equals(bytes)).toBe(true);
    expect(centre.calls.filter((path) => path === 'sync.attach')).toHaveLength(3);
  });

  it('takes no file of a kind that could be a program', async () => {
    const { desk } = await signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '' });
    const file = { draftId: draft.id, name: 'a.exe', mime: 'application/x-msdownload', base64: 'TVo=' };
    expect((await failureFrom(desk.attachments.add(file))).code).toBe('ATTACHMENT_TYPE');
  });
});

describe('personal data', () => {
  it('is masked until it is revealed, and the look is on its way to the centre before it is shown. J5, T2, H19', async () => {
    const { desk } = await signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    const masked = await desk.orders.get({ id: draft.orderId });
    expect(masked.order.request.caller).toEqual({ name: '张**', phone: '138****8000', address: '淇滨区九州路****' });
    const { rows } = await desk.orders.list({ filter: ANY, offset: 0, limit: 1 });
    expect(rows).toMatchObject([{ callerName: '张**', callerPhone: '138****8000' }]);
    const shown = await desk.orders.reveal({ id: draft.orderId, where: '工单详情' });
    expect(shown.order.request.caller.phone).toBe('13800138000');
    const known = await desk.callers.lookup({ phone: '13800138000' });
    expect(known).toMatchObject({ name: '张**', callsThisMonth: 1, identity: 'named' });
    const caller = await desk.callers.reveal({ phone: '13800138000', orderId: draft.orderId, where: '受理台' });
    expect(caller).toEqual({ name: '张三丰', phone: '13800138000', address: '淇滨区九州路一号院' });
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(centre.taken.filter(({ type }) => type === 'personal.look')).toHaveLength(2);
  });
});

describe('the exchange', () => {
  it('is asked through the centre, and is out of reach while that is', async () => {
    const { desk } = await signedIn();
    expect(await desk.telephony.command({ type: 'ready' })).toMatchObject({ agent: { state: 'ready' } });
    await centre.down();
    await nextEvent(desk, (event) => event.type === 'telephony' && event.view === null);
    expect((await failureFrom(desk.telephony.command({ type: 'ready' }))).code).toBe('EXCHANGE_UNREACHABLE');
  });
});

describe('a desk that the centre no longer feeds', () => {
  it('says so, and still delivers what it has', async () => {
    let floor = 1;
    await centre.down();
    centre = await startTestCentre({
      accounts: [{ actor: actor('1001'), password: 'right' }],
      units: [LAMPS],
      protocolFloor: () => floor,
    });
    const { desk } = await signedIn();
    floor = 99;
    await centre.down();
    await untilStatus(desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    await centre.up();
    expect((await untilStatus(desk, ({ cause }) => cause?.code === 'DESK_TOO_OLD')).state).toBe('offline');
    await writeOrder(desk);
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(centre.taken).toHaveLength(1);
  });
});
