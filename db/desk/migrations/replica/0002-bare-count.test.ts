import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderNumber, scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { putOrder } from '../../replica/orders.ts';
import { replica } from './0001-replica.ts';
import { bareCount } from './0002-bare-count.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

describe('a replica from before the bare count', () => {
  it('keeps its orders, and counts them by the new index', () => {
    const before = openWritable(files.place('replica.db'), {
      durability: 'normal',
      migrations: [replica],
      check: false,
    });
    const record = { order: orderNumber(1), history: [] };
    putOrder(before, { server: record, effective: record, pending: false }, 1);
    migrate(before, [replica, bareCount]);
    const count = 'SELECT count(*) AS total FROM orders INDEXED BY orders_by_secret WHERE secret = 0';
    expect(before.get(count)).toEqual({ total: 1 });
    before.close();
  });
});
