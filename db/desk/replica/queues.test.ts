import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_ORDER, type OrderFilter } from '../../../shared/contract/desk.ts';
import type { QueueCount } from '../../../shared/contract/desk-queues.ts';
import { accountIdSchema, unitIdSchema } from '../../../shared/domain/ids.ts';
import { EMPTY_LIFE, type Assistant, type Life } from '../../../shared/domain/life.ts';
import { RUNNING_STATES, type Order } from '../../../shared/domain/order.ts';
import type { Actor, Permission } from '../../../shared/domain/people.ts';
import type { Queue } from '../../../shared/domain/queues.ts';
import { instant } from '../../../shared/instant.ts';
import { OPERATOR, orderNumber, scratch, type Scratch } from '../desk-for-tests.ts';
import type { WritableDb } from '../sqlite.ts';
import { boardOf } from './board.ts';
import { listOrders } from './order-list.ts';
import { deleteOrder, putOrder } from './orders.ts';
import { countQueues } from './queue-counts.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const HOUR = 3600_000;
const ODD = unitIdSchema.parse('u-odd');
const EVEN = unitIdSchema.parse('u-even');
const THIRD = unitIdSchema.parse('u-third');

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  db = files.replica();
});

afterEach(() => {
  db.close();
  files.remove();
});

function put(n: number, changes: Partial<Order> = {}, life: Partial<Life> = {}): Order {
  const order = orderNumber(n, { ...changes, life: { ...EMPTY_LIFE, ...life } });
  const record = { order, history: [] };
  putOrder(db, { server: record, effective: record, pending: false }, 1, null);
  return order;
}

function person(permissions: Permission[], units: Actor['grants']['units'] = 'all'): Actor {
  return { ...OPERATOR, grants: { permissions: ['order.view', ...permissions], sensitivities: ['normal'], units } };
}

function waiting(actor: Actor, queue: Queue, more: Partial<OrderFilter> = {}): number[] {
  const filter = { ...EVERY_ORDER, sort: 'oldest' as const, ...more, queue };
  const { rows, total } = listOrders(db, { filter, offset: 0, limit: 50 }, actor, NOW);
  expect(rows).toHaveLength(total);
  return rows.map(({ number }) => Number(number?.slice(-6)));
}

function counts(actor: Actor): QueueCount[] {
  return countQueues(db, actor, NOW).filter(({ total }) => total > 0);
}

function dueIn(hours: number): Partial<Order> {
  const { deadline } = orderNumber(1);
  return { deadline: deadline && { ...deadline, due: instant(NOW + hours * HOUR) } };
}

function assistant(unitId: typeof ODD, more: Partial<Assistant> = {}): Assistant {
  return { unitId, task: '', due: null, askedAt: instant(NOW), askedBy: null, answer: null, ...more };
}

const DISPATCHER = person(['order.dispatch']);
const ODD_HANDLER = person(['order.handle'], [ODD]);

describe('a queue', () => {
  it('T7: holds what waits in it now, newest or pressing first, and lets it go when it has moved on', () => {
    put(1, { state: 'accepted', unitId: null, ...dueIn(70) });
    put(2, { state: 'accepted', unitId: null, ...dueIn(5) });
    put(3, { state: 'dispatched' });
    expect(waiting(DISPATCHER, 'undispatched')).toEqual([1, 2]);
    expect(waiting(DISPATCHER, 'undispatched', { sort: 'newest' })).toEqual([2, 1]);
    expect(waiting(DISPATCHER, 'undispatched', { sort: 'due' })).toEqual([2, 1]);
    put(2, { state: 'dispatched' });
    deleteOrder(db, orderNumber(1).id);
    expect(waiting(DISPATCHER, 'undispatched')).toEqual([]);
    expect(counts(DISPATCHER)).toEqual([]);
  });

  it('narrows by time limit, unit, state and text like any list', () => {
    const overseer = person(['order.supervise']);
    const by = { at: instant(NOW), by: orderNumber(1).createdBy };
    const supervisions = [{ ...by, trigger: 'overdue', form: 'written', text: '限期办结', answer: null }];
    put(1, { state: 'handling', ...dueIn(-1) }, { supervisions });
    put(2, { state: 'handling', ...dueIn(1) }, { supervisions });
    put(3, { state: 'dispatched', ...dueIn(100) }, { supervisions });
    expect(waiting(overseer, 'supervised', { due: 'overdue' })).toEqual([1]);
    expect(waiting(overseer, 'supervised', { due: 'soon' })).toEqual([2]);
    expect(waiting(overseer, 'supervised', { unitId: ODD })).toEqual([1, 3]);
    expect(waiting(overseer, 'supervised', { states: ['dispatched'] })).toEqual([3]);
    expect(waiting(overseer, 'supervised', { text: 'HB2611-000002' })).toEqual([2]);
    expect(waiting(overseer, 'supervised', { text: '噪音' })).toEqual([]);
    expect(counts(overseer)).toEqual([{ queue: 'supervised', total: 3, overdue: 1, soon: 1 }]);
  });

  it('is a page at a time, from either end', () => {
    for (let n = 1; n <= 9; n += 1) put(n, { state: 'accepted', unitId: null });
    const page = (offset: number): (string | null)[] =>
      listOrders(
        db,
        { filter: { ...EVERY_ORDER, queue: 'undispatched', sort: 'oldest' }, offset, limit: 2 },
        DISPATCHER,
        NOW,
      ).rows.map(({ number }) => number);
    expect(page(0)).toEqual(['HB2611-000001', 'HB2611-000002']);
    expect(page(7)).toEqual(['HB2611-000008', 'HB2611-000009']);
  });

  it('H8: of a unit holds its own orders, and nobody of the centre works it', () => {
    put(1, { state: 'dispatched' });
    put(2, { state: 'dispatched' });
    expect(waiting(ODD_HANDLER, 'toSign')).toEqual([1]);
    expect(counts(ODD_HANDLER)).toMatchObject([{ queue: 'toSign', total: 1 }]);
    expect(waiting(person(['order.handle']), 'toSign')).toEqual([]);
    expect(waiting(DISPATCHER, 'toSign')).toEqual([]);
    expect(waiting(ODD_HANDLER, 'undispatched')).toEqual([]);
  });

  it('T11: shows an assisting unit what waits for it, with its own limit, and not what waits for another', () => {
    const answer = { at: instant(NOW), by: orderNumber(1).createdBy, text: '已配合' };
    put(2, { state: 'handling', ...dueIn(100) }, { assistants: [assistant(ODD, { due: instant(NOW - HOUR) })] });
    put(4, { state: 'handling', ...dueIn(100) }, { assistants: [assistant(ODD, { answer }), assistant(THIRD)] });
    expect(waiting(ODD_HANDLER, 'assisting')).toEqual([2]);
    expect(waiting(ODD_HANDLER, 'assisting', { due: 'overdue' })).toEqual([2]);
    expect(waiting(ODD_HANDLER, 'inHand')).toEqual([]);
    const even = person(['order.handle'], [EVEN]);
    expect(waiting(even, 'inHand')).toEqual([2, 4]);
    expect(waiting(even, 'inHand', { due: 'overdue' })).toEqual([]);
    const both = person(['order.handle'], [ODD, THIRD]);
    expect(waiting(both, 'assisting')).toEqual([2, 4]);
  });
});

describe('the board', () => {
  it('H11, T13: counts unit by unit what runs, near its limit and past it, each order once', () => {
    const overseer = person(['order.supervise']);
    const by = { at: instant(NOW), by: orderNumber(1).createdBy };
    const supervisions = [{ ...by, trigger: 'overdue', form: 'written', text: '限期办结', answer: null }];
    put(1, { state: 'handling', ...dueIn(-1) }, { supervisions });
    put(2, { state: 'dispatched', ...dueIn(1) });
    put(3, { state: 'leaderReview', ...dueIn(100) }, { assistants: [assistant(EVEN)] });
    put(5, { state: 'inspecting', ...dueIn(-1) });
    put(7, { state: 'replied', ...dueIn(-1) });
    put(9, { state: 'accepted', unitId: null, deadline: null });
    expect(boardOf(db, overseer, NOW)).toEqual([
      { unitId: null, running: 1, overdue: 0, soon: 0, supervised: 0 },
      { unitId: EVEN, running: 1, overdue: 0, soon: 1, supervised: 0 },
      { unitId: ODD, running: 3, overdue: 2, soon: 0, supervised: 1 },
    ]);
  });

  it('counts every state in which a limit runs', () => {
    RUNNING_STATES.forEach((state, at) => put(at + 1, { state, unitId: ODD, ...dueIn(-1) }));
    const [row] = boardOf(db, person(['order.supervise']), NOW);
    expect(row).toMatchObject({ running: RUNNING_STATES.length, overdue: RUNNING_STATES.length });
  });
});

describe('any list', () => {
  const all = (actor: Actor): string[] =>
    listOrders(db, { filter: EVERY_ORDER, offset: 0, limit: 50 }, actor, NOW).rows.map(({ number }) => number ?? '');

  it('T11: has the orders that a unit assists with, also once it has answered', () => {
    const answer = { at: instant(NOW), by: orderNumber(1).createdBy, text: '已配合' };
    put(2, { state: 'handling' }, { assistants: [assistant(ODD, { answer })] });
    put(4);
    expect(all(ODD_HANDLER)).toEqual(['HB2611-000002']);
  });

  it('J5: has nothing for whoever is recused, in queue, count or search', () => {
    const mine = accountIdSchema.parse('00000000-0000-4000-8000-000000009999');
    const by = orderNumber(1).createdBy;
    const recused = [{ at: instant(NOW), by, accountId: mine, reason: '亲属' }];
    put(1, { state: 'accepted', unitId: null }, { recused });
    put(3, { state: 'accepted', unitId: null });
    const related: Actor = { ...DISPATCHER, accountId: mine };
    expect(all(related)).toEqual(['HB2611-000003']);
    expect(waiting(related, 'undispatched')).toEqual([3]);
    expect(waiting(related, 'undispatched', { text: '路灯' })).toEqual([3]);
    expect(counts(related)).toMatchObject([{ total: 1 }]);
    expect(waiting(DISPATCHER, 'undispatched')).toEqual([1, 3]);
  });
});
