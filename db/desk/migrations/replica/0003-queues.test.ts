import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderNumber, scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { readFeed } from '../../replica/feed.ts';
import { confirmOrder } from '../../replica/orders.ts';
import { replica } from './0001-replica.ts';
import { bareCount } from './0002-bare-count.ts';
import { queues } from './0003-queues.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

const ORDER = `INSERT INTO orders (id, generation, server_version, pending, provisional_number, state, mode, category,
  urgent, secret, summary, place, caller_name, caller_phone, caller_address, identity, created_at, created_by,
  created_by_name, due_key) VALUES (?, 1, ?, 0, '待编', 'handling', 'forward', 'help', 0, 0, '', '', '', '', '', 'named',
  '2026', 'a', '林静', '2026')`;

describe('a replica from before the queues', () => {
  it('keeps its orders in sight, and has the next snapshot write each anew', () => {
    const before = openWritable(files.place('replica.db'), {
      durability: 'normal',
      migrations: [replica, bareCount],
      check: false,
    });
    before.run(ORDER, [orderNumber(1).id, 4]);
    before.run(ORDER, [orderNumber(2).id, null]);
    before.run(`UPDATE feed SET cursor = 7, epoch = 'e', audience = 'somebody'`);
    migrate(before, [replica, bareCount, queues]);
    expect(before.get('SELECT count(*) AS total FROM orders')).toEqual({ total: 2 });
    expect(readFeed(before)).toMatchObject({ cursor: 7, epoch: 'e', audience: null, snapshot: null });
    expect(confirmOrder(before, orderNumber(1).id, 4, 2)).toBe(false);
    expect(before.get('SELECT count(*) AS total FROM orders WHERE server_version IS NULL')).toEqual({ total: 1 });
    before.close();
  });
});
