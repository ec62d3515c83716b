import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_LIFE } from '../../../shared/domain/life.ts';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { instant } from '../../../shared/instant.ts';
import { orderNumber, scratch, type Scratch } from '../desk-for-tests.ts';
import type { WritableDb } from '../sqlite.ts';
import { nextTurn } from './next-turn.ts';
import { putOrder } from './orders.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const HOUR = 3600_000;

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

function put(n: number, dueMs: number, more: Partial<Order> = {}): void {
  const { deadline } = orderNumber(n);
  const order = orderNumber(n, { deadline: deadline && { ...deadline, due: instant(dueMs) }, ...more });
  const record = { order, history: [] };
  putOrder(db, { server: record, effective: record, pending: false }, 1, null);
}

describe('the next turn', () => {
  it('is when an order comes into 将到期, or passes its limit, whichever is first', () => {
    expect(nextTurn(db, NOW)).toBeNull();
    put(1, NOW + 100 * HOUR);
    expect(nextTurn(db, NOW)).toBe(instant(NOW + 52 * HOUR));
    put(2, NOW + 3 * HOUR);
    expect(nextTurn(db, NOW)).toBe(instant(NOW + 3 * HOUR));
    expect(nextTurn(db, NOW + 3 * HOUR + 1)).toBe(instant(NOW + 52 * HOUR));
    expect(nextTurn(db, NOW + 101 * HOUR)).toBeNull();
  });

  it('does not come for an order whose limit no longer runs', () => {
    put(1, NOW + 3 * HOUR, { state: 'replied' });
    expect(nextTurn(db, NOW)).toBeNull();
  });

  it("T11: comes for an assisting unit's own limit", () => {
    const unitId = unitIdSchema.parse('u-third');
    const assistants = [
      { unitId, task: '', due: instant(NOW + HOUR), askedAt: instant(NOW), askedBy: null, answer: null },
    ];
    put(1, NOW + 30 * HOUR, { life: { ...EMPTY_LIFE, assistants } });
    expect(nextTurn(db, NOW)).toBe(instant(NOW + HOUR));
  });
});
