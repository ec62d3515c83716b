import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeNumber, orderNumber } from '../db/desk/desk-for-tests.ts';
import { EVERY_ORDER } from '../shared/contract/desk.ts';
import type { CommandBody } from '../shared/domain/command.ts';
import { subjectIdSchema } from '../shared/domain/ids.ts';
import type { Notice } from '../shared/domain/notice.ts';
import type { Order } from '../shared/domain/order.ts';
import { instant } from '../shared/instant.ts';
import { bothEnds, type BothEnds } from './testing/both-ends.ts';
import { failureFrom, LAMPS, nextEvent, until, untilStatus, type DeskClient } from './testing/desk-for-tests.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ends: BothEnds;

beforeEach(async () => {
  ends = await bothEnds();
});

afterEach(async () => {
  await ends.close();
});

function putOrder(order: Order): void {
  const { id, version } = order;
  ends.centre.put({ entity: 'order', id, version, data: { order, history: [] } });
}

function putNotice(n: number, more: Partial<Notice> = {}): void {
  const data = noticeNumber(n, { at: instant(Date.now() - 1000 + n), ...more });
  ends.centre.put({ entity: 'notice', id: data.id, version: 1, data });
}

const accepted = (n: number): Order => orderNumber(n, { state: 'accepted', mode: 'accept', unitId: null });

const dispatch: CommandBody = {
  type: 'order.dispatch',
  payload: {
    unitId: LAMPS.id,
    handling: 'forward',
    complexity: 'clear',
    urgent: false,
    assistants: [],
    statutory: null,
    filing: false,
    note: '',
  },
};

async function unplugged(desk: DeskClient): Promise<void> {
  await ends.centre.down();
  await untilStatus(desk, ({ cause }) => cause?.code === 'CENTRE_UNREACHABLE');
}

describe('what waits for somebody', () => {
  it('T7: is theirs by permission and side, counted and listed', async () => {
    putOrder(accepted(1));
    putOrder(orderNumber(2, { state: 'dispatched', unitId: LAMPS.id }));
    const { desk } = await ends.signedIn('1201');
    expect(await desk.orders.queues()).toMatchObject([
      { queue: 'undispatched', total: 1 },
      { queue: 'returns', total: 0 },
      { queue: 'extensions', total: 0 },
    ]);
    const page = await desk.orders.list({ filter: { ...EVERY_ORDER, queue: 'undispatched' }, offset: 0, limit: 5 });
    expect(page).toMatchObject({ total: 1, rows: [{ number: 'HB2611-000001', state: 'accepted' }] });
    const notTheirs = await desk.orders.list({ filter: { ...EVERY_ORDER, queue: 'toSign' }, offset: 0, limit: 5 });
    expect(notTheirs.total).toBe(0);
  });

  it('T7: moves on at once when they have dealt with it', async () => {
    putOrder(accepted(1));
    const { desk } = await ends.signedIn('1201');
    await desk.commands.submit({ orderId: orderNumber(1).id, draftId: null, command: dispatch });
    expect((await desk.orders.queues())[0]).toMatchObject({ queue: 'undispatched', total: 0 });
  });
});

describe('without the centre', () => {
  it('T7: nothing is decided over others, also by whoever had signed in before', async () => {
    putOrder(accepted(1));
    const { desk } = await ends.signedIn('1201');
    await unplugged(desk);
    const submitted = desk.commands.submit({ orderId: orderNumber(1).id, draftId: null, command: dispatch });
    expect((await failureFrom(submitted)).code).toBe('NOT_PERMITTED_OFFLINE');
    expect((await desk.sync.status()).unsent).toBe(0);
  });

  it('T8: a unit writes down its own handling, and it is sent afterwards', async () => {
    putOrder(orderNumber(1, { state: 'dispatched', unitId: LAMPS.id }));
    const { desk } = await ends.signedIn('1301');
    await unplugged(desk);
    await desk.commands.submit({
      orderId: orderNumber(1).id,
      draftId: null,
      command: { type: 'order.sign', payload: {} },
    });
    expect(await desk.orders.queues()).toMatchObject([
      { queue: 'toSign', total: 0 },
      { queue: 'inHand', total: 1 },
      {},
      {},
      {},
    ]);
    await ends.centre.up();
    await untilStatus(desk, ({ unsent }) => unsent === 0);
    expect(ends.centre.orders.get(orderNumber(1).id)?.order.state).toBe('handling');
  });

  it('nothing the office keeps for all is changed', async () => {
    const { desk } = await ends.signedIn('1201');
    await unplugged(desk);
    const change = { subjectId: subjectIdSchema.parse('s-lamps'), unitId: LAMPS.id, note: '' };
    expect((await failureFrom(desk.office.setCatalogue(change))).code).toBe('NOT_PERMITTED_OFFLINE');
  });
});

describe('the dispatch catalogue', () => {
  it('is kept at the centre and read at the desk', async () => {
    const { desk } = await ends.signedIn('1201');
    await desk.office.setCatalogue({ subjectId: subjectIdSchema.parse('s-lamps'), unitId: LAMPS.id, note: '含路灯杆' });
    const entries = await until(
      () => desk.catalogue.list(),
      ({ length }) => length > 0,
    );
    expect(entries).toMatchObject([{ id: 's-lamps', unitId: LAMPS.id, note: '含路灯杆' }]);
  });
});

describe('notices', () => {
  it('reach whom they are for, and are read for that person alone', async () => {
    putNotice(1);
    putNotice(2, { permission: 'order.supervise' });
    putNotice(3);
    const { desk } = await ends.signedIn('1201');
    const first = await desk.notices.list({ unreadOnly: false, limit: 10 });
    expect(first.unread).toBe(2);
    expect(first.notices.map(({ text, read }) => [text, read])).toEqual([
      ['第3件尚未派出', false],
      ['第1件尚未派出', false],
    ]);
    await desk.notices.read({ ids: [noticeNumber(3).id] });
    const rest = await desk.notices.list({ unreadOnly: true, limit: 10 });
    expect(rest).toMatchObject({ unread: 1, notices: [{ text: '第1件尚未派出' }] });
    await desk.session.signOut();
    await desk.session.signIn({ jobNumber: '1001', password: 'right', takeOver: false });
    expect(await desk.notices.list({ unreadOnly: false, limit: 10 })).toEqual({ notices: [], unread: 0 });
  });

  it('stay read through a fresh copy of everything', async () => {
    putNotice(1);
    putNotice(2);
    const { desk } = await ends.signedIn('1201');
    await desk.notices.read({ all: true });
    ends.centre.forget();
    ends.centre.say({ type: 'head', head: 1 });
    putNotice(3);
    const listed = await until(
      () => desk.notices.list({ unreadOnly: false, limit: 10 }),
      ({ notices }) => notices.length === 3,
    );
    expect(listed.unread).toBe(1);
  });

  it('are told as they come, once, and to nobody else', async () => {
    const { desk } = await ends.signedIn('1201');
    const told = await nextEvent(
      desk,
      ({ type }) => type === 'arrived',
      () => {
        putNotice(1, { permission: 'order.supervise' });
        putNotice(2);
        return Promise.resolve();
      },
    );
    expect(told).toMatchObject({ notices: [{ text: '第2件尚未派出' }] });
  });
});

describe('a limit', () => {
  it('T8, T9: that passes is shown at once, with nobody having written anything and without the centre', async () => {
    const { desk } = await ends.signedIn('1301');
    const inHand = async () => (await desk.orders.queues()).find(({ queue }) => queue === 'inHand');
    const events = await desk.events();
    const { deadline } = orderNumber(1);
    const due = instant(Date.now() + 2_000);
    putOrder(orderNumber(1, { state: 'handling', unitId: LAMPS.id, deadline: deadline && { ...deadline, due } }));
    // Looked at only when the station names the table.
    for await (const event of events) {
      if (event.type !== 'tables' || !event.tables.includes('orders')) continue;
      const { total = 0, overdue = 0 } = (await inHand()) ?? {};
      if (overdue === 1) break;
      if (total === 1) await unplugged(desk);
    }
    expect(await inHand()).toMatchObject({ total: 1, overdue: 1, soon: 0 });
  });
});
