import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_ORDER, type OrderFilter } from '../../../shared/contract/desk.ts';
import { accountIdSchema, unitIdSchema } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { instant } from '../../../shared/instant.ts';
import { OPERATOR, orderNumber, scratch, type Scratch } from '../desk-for-tests.ts';
import type { WritableDb } from '../sqlite.ts';
import { countOrdersOfCaller, ordersOfCaller } from './callers.ts';
import { listOrders } from './order-list.ts';
import { deleteOrder, putOrder } from './orders.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const SOMEBODY_ELSE = accountIdSchema.parse('00000000-0000-4000-8000-000000001002');

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

function put(order: Order, pending = false): void {
  const record = { order, history: [] };
  putOrder(db, { server: record, effective: record, pending }, 1, null);
}

function numbers(filter: Partial<OrderFilter>, actor = OPERATOR, page = { offset: 0, limit: 50 }): (string | null)[] {
  return listOrders(db, { filter: { ...EVERY_ORDER, ...filter }, ...page }, actor, NOW).rows.map((row) => row.number);
}

describe('an order list', () => {
  it('shows the newest first, a page at a time, with the count of all', () => {
    for (let n = 1; n <= 5; n += 1) put(orderNumber(n));
    const page = listOrders(db, { filter: EVERY_ORDER, offset: 2, limit: 2 }, OPERATOR, NOW);
    expect(page.rows.map((row) => row.number)).toEqual(['HB2611-000003', 'HB2611-000002']);
    expect(page.total).toBe(5);
    expect(numbers({}, OPERATOR, { offset: 3, limit: 50 })).toEqual(['HB2611-000002', 'HB2611-000001']);
    expect(numbers({}, OPERATOR, { offset: 3, limit: 1 })).toEqual(['HB2611-000002']);
    expect(numbers({ sort: 'due' }, OPERATOR, { offset: 4, limit: 9 })).toEqual(['HB2611-000005']);
    expect(numbers({ sort: 'oldest' }).at(0)).toBe('HB2611-000001');
    expect(listOrders(db, { filter: EVERY_ORDER, offset: 50, limit: 2 }, OPERATOR, NOW).rows).toEqual([]);
  });

  it('narrows by every filter, also together', () => {
    put(orderNumber(1));
    put(orderNumber(2, { state: 'closed', closedAt: instant(NOW) }));
    put(orderNumber(3, { createdBy: { accountId: SOMEBODY_ELSE, jobNumber: '1002', name: '王' } }));
    put(orderNumber(4, { mode: 'refusal', state: 'refused' }), true);
    expect(numbers({ states: ['closed'] })).toEqual(['HB2611-000002']);
    expect(numbers({ states: ['closed', 'refused'] })).toHaveLength(2);
    expect(numbers({ mine: true })).not.toContain('HB2611-000003');
    expect(numbers({ modes: ['refusal'] })).toEqual(['HB2611-000004']);
    expect(numbers({ unitId: unitIdSchema.parse('u-odd') })).toEqual(['HB2611-000003', 'HB2611-000001']);
    expect(numbers({ unitId: unitIdSchema.parse('u-odd'), mine: true })).toEqual(['HB2611-000001']);
    expect(numbers({ pendingOnly: true })).toEqual(['HB2611-000004']);
    expect(numbers({ categories: ['praise'] })).toEqual([]);
    expect(numbers({ from: orderNumber(2).createdAt, to: orderNumber(3).createdAt })).toEqual(['HB2611-000002']);
  });

  it('knows overdue from soon due, and a closed order is neither', () => {
    const due = (ms: number): Partial<Order> => {
      const { deadline } = orderNumber(1);
      return { deadline: deadline && { ...deadline, due: instant(NOW + ms) } };
    };
    put(orderNumber(1, due(-1000)));
    put(orderNumber(2, due(3600_000)));
    put(orderNumber(3, due(10 * 86_400_000)));
    put(orderNumber(4, { ...due(-1000), state: 'closed', closedAt: instant(NOW) }));
    expect(numbers({ due: 'overdue' })).toEqual(['HB2611-000001']);
    expect(numbers({ due: 'soon' })).toEqual(['HB2611-000002']);
    expect(numbers({ sort: 'due' })).toEqual(['HB2611-000001', 'HB2611-000002', 'HB2611-000003', 'HB2611-000004']);
  });

  it('finds any part of number, provisional number, content, place, name and phone', () => {
    put(orderNumber(12));
    put(orderNumber(13, { request: { ...orderNumber(13).request, content: '噪音扰民', wish: '', place: '兴鹤大街' } }));
    for (const text of ['HB2611-000012', '000012', '待编-7K2M-0012', '路灯', '灯', '长江路 路灯', '0012'])
      expect([text, ...numbers({ text })]).toEqual([text, 'HB2611-000012']);
    for (const text of ['张三丰', '三丰', '138001300', 'hb2611']) expect([text, ...numbers({ text })]).toHaveLength(3);
    expect(numbers({ text: '噪音' })).toEqual(['HB2611-000013']);
    expect(numbers({ text: '路灯 噪音' })).toEqual([]);
    expect(numbers({ text: "'; DROP TABLE orders; --" })).toEqual([]);
  });

  it('finds a whole number alone, though its parts occur in another', () => {
    put(orderNumber(143));
    const { request } = orderNumber(144);
    put(orderNumber(144, { request: { ...request, content: 'HB2611000 001 011 143 014 100 0001 0014 611000' } }));
    expect(numbers({ text: 'HB2611-000143' })).toEqual(['HB2611-000143']);
    expect(numbers({ text: '13800130143' })).toEqual(['HB2611-000143']);
  });

  it('finds nothing for a number that is not here, though its parts are scattered over another order', () => {
    const { request } = orderNumber(9);
    put(orderNumber(9, { request: { ...request, caller: { ...request.caller, phone: '18800005835' } } }));
    expect(numbers({ text: 'HB2611-000058' })).toEqual([]);
    expect(numbers({ text: '路灯 HB2611-000009' })).toEqual(['HB2611-000009']);
  });

  it('finds an order by what it says now, and no longer by what it said before, nor once it is gone', () => {
    put(orderNumber(1));
    put(orderNumber(1, { request: { ...orderNumber(1).request, content: '噪音扰民' } }));
    expect(numbers({ text: '噪音' })).toHaveLength(1);
    expect(numbers({ text: '路灯不亮' })).toEqual([]);
    deleteOrder(db, orderNumber(1).id);
    expect(numbers({ text: '噪音' })).toEqual([]);
  });

  it('shows nobody more than their grants', () => {
    const { request } = orderNumber(2);
    put(orderNumber(1));
    put(orderNumber(2, { request: { ...request, sensitivity: 'secret' } }));
    const grants = (more: Partial<typeof OPERATOR.grants>): typeof OPERATOR => ({
      ...OPERATOR,
      grants: { ...OPERATOR.grants, ...more },
    });
    expect(numbers({})).toEqual(['HB2611-000001']);
    expect(numbers({}, grants({ sensitivities: ['normal', 'secret'] }))).toHaveLength(2);
    const even = grants({ sensitivities: ['normal', 'secret'], units: [unitIdSchema.parse('u-even')] });
    expect(numbers({}, even)).toEqual(['HB2611-000002']);
    expect(numbers({}, grants({ permissions: [] }))).toEqual([]);
  });
});

describe("a caller's earlier orders", () => {
  it('are those of the number, newest first, counted since a day', () => {
    const { request } = orderNumber(1);
    for (let n = 1; n <= 3; n += 1) put(orderNumber(n, { request }));
    put(orderNumber(4));
    const { phone } = request.caller;
    expect(ordersOfCaller(db, phone, OPERATOR, 2).map((row) => row.number)).toEqual(['HB2611-000003', 'HB2611-000002']);
    expect(countOrdersOfCaller(db, phone, OPERATOR, orderNumber(2).createdAt)).toBe(2);
    expect(ordersOfCaller(db, '', OPERATOR, 5)).toEqual([]);
  });
});
