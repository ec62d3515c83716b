import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERY_ORDER } from '../../shared/contract/desk.ts';
import { failure } from '../../shared/failure.ts';
import { unitIdSchema } from '../../shared/domain/ids.ts';
import { bothEnds, type BothEnds } from '../testing/both-ends.ts';
import {
  failureFrom,
  forward,
  LAMPS,
  until,
  untilStatus,
  writeOrder,
  type TestDesk,
} from '../testing/desk-for-tests.ts';
import { refusing } from '../testing/test-centre.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ends: BothEnds;
let floor: number;

beforeEach(async () => {
  floor = 1;
  ends = await bothEnds(() => floor);
});

afterEach(async () => {
  await ends.close();
});

describe('an order', () => {
  it('bears its provisional number until the centre gives the official one, and is found by both', async () => {
    const { desk } = await ends.signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '13800138000' });
    expect(draft.provisionalNumber).toBe('待编-7K2M-0001');
    let deliver = (): void => undefined;
    const held = new Promise<void>((resolve) => (deliver = resolve));
    ends.centre.intercept = (path) => (path === 'sync.push' ? held : undefined);
    const saved = await desk.commands.submit({ orderId: draft.orderId, draftId: draft.id, command: forward(draft) });
    expect(saved.detail).toMatchObject({
      pending: true,
      unitName: LAMPS.name,
      order: { number: null, state: 'dispatched' },
    });
    expect(await desk.drafts.list()).toEqual([]);
    deliver();
    await untilStatus(desk, ({ unsent, state }) => unsent === 0 && state === 'synced');
    for (const text of ['待编-7K2M-0001', 'HB2611-000001', '长江路', '路灯']) {
      const { rows } = await desk.orders.list({ filter: { ...EVERY_ORDER, text }, offset: 0, limit: 10 });
      expect(rows).toMatchObject([{ id: draft.orderId, number: 'HB2611-000001', pending: false }]);
    }
    expect(ends.centre.taken).toHaveLength(1);
  });

  it('is written while the centre is down, and is sent once after it has come back', async () => {
    const { desk } = await ends.signedIn();
    await ends.centre.down();
    await untilStatus(desk, ({ state }) => state === 'offline');
    const draft = await writeOrder(desk);
    expect(await desk.sync.status()).toMatchObject({
      state: 'offline',
      unsent: 1,
      cause: { code: 'CENTRE_UNREACHABLE' },
    });
    expect((await desk.orders.list({ filter: { ...EVERY_ORDER, pendingOnly: true }, offset: 0, limit: 5 })).total).toBe(
      1,
    );
    await ends.centre.up();
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    expect(ends.centre.taken.map((envelope) => envelope.aggregateId)).toEqual([draft.orderId]);
    expect(ends.centre.orders.size).toBe(1);
  });

  it('takes effect once where the answer to its delivery was lost', async () => {
    const { desk } = await ends.signedIn();
    ends.centre.loseNextAnswer();
    await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    expect(ends.centre.pushes.length).toBeGreaterThan(1);
    expect(ends.centre.taken).toHaveLength(1);
    const [item] = await desk.sync.outbox({ includeDone: true, limit: 5 });
    expect(item).toMatchObject({ state: 'done', number: 'HB2611-000001' });
  });

  it('is written once where the window asks twice for the same draft', async () => {
    const { desk } = await ends.signedIn();
    const draft = await desk.drafts.open({ call: null, phone: '' });
    const wanted = { orderId: draft.orderId, draftId: draft.id, command: forward(draft) };
    const first = await desk.commands.submit(wanted);
    const second = await desk.commands.submit(wanted);
    expect(second.commandId).toBe(first.commandId);
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(ends.centre.taken).toHaveLength(1);
  });

  it('is refused at once where the desk knows better, and nothing is written', async () => {
    const { desk } = await ends.signedIn();
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
    const started = await ends.signedIn();
    // Somebody closed the unit at the centre, and this desk has not heard of it.
    ends.centre.unitOpen = false;
    await writeOrder(started.desk);
    await untilStatus(started.desk, ({ refused: count }) => count === 1);
    ends.centre.unitOpen = true;
    return started;
  }

  it('stands under 需处理 while the order it would have begun leaves the lists', async () => {
    const { desk } = await refused();
    expect(await untilStatus(desk, ({ state }) => state === 'attention')).toMatchObject({ unsent: 0, refused: 1 });
    expect((await desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 5 })).total).toBe(0);
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
    expect(ends.centre.orders.get(item.orderId)?.order.number).toBe('HB2611-000001');
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
    expect(ends.centre.taken).toHaveLength(1);
  });
});

describe('what the centre has lost', () => {
  it('is given to it again by a desk that still has it', async () => {
    const { desk } = await ends.signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    ends.centre.forget();
    await writeOrder(desk, '备份恢复之后的一件');
    await until(
      () => Promise.resolve(ends.centre.orders.size),
      (size) => size === 2,
    );
    expect(ends.centre.orders.has(draft.orderId)).toBe(true);
  });

  it('is loaded anew without hiding what has not been sent', async () => {
    const { desk } = await ends.signedIn();
    ends.centre.intercept = refusing('sync.push', failure('OVERLOADED'));
    const draft = await writeOrder(desk);
    ends.centre.forget();
    ends.centre.put({ entity: 'unit', id: LAMPS.id, version: 2, data: { ...LAMPS, name: '市照明中心', version: 2 } });
    await until(
      () => desk.units.list(),
      (units) => units[0]?.name === '市照明中心',
    );
    const { rows } = await desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 5 });
    expect(rows).toMatchObject([{ id: draft.orderId, pending: true }]);
  });
});

describe('rows of the centre', () => {
  it('arrive as soon as the centre says that there are new ones, and go when they leave this desk', async () => {
    const { desk } = await ends.signedIn();
    const draft = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    const record = ends.centre.orders.get(draft.orderId);
    if (!record) throw new Error('the centre has no order');
    const order = { ...record.order, version: 2, state: 'replied' as const };
    ends.centre.put({ entity: 'order', id: order.id, version: 2, data: { ...record, order } });
    await until(
      () => desk.orders.get({ id: order.id }),
      (detail) => detail.order.state === 'replied',
    );
    ends.centre.drop('order', order.id);
    await until(
      () => desk.orders.list({ filter: EVERY_ORDER, offset: 0, limit: 5 }),
      ({ total }) => total === 0,
    );
    expect((await failureFrom(desk.orders.get({ id: order.id }))).code).toBe('ORDER_NOT_FOUND');
  });
});

describe('a desk that the centre no longer feeds', () => {
  it('says so, and still delivers what it has', async () => {
    const { desk } = await ends.signedIn();
    floor = 99;
    await ends.centre.down();
    await untilStatus(desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
    await ends.centre.up();
    expect((await untilStatus(desk, ({ cause }) => cause?.code === 'DESK_TOO_OLD')).state).toBe('offline');
    await writeOrder(desk);
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(ends.centre.taken).toHaveLength(1);
  });
});
