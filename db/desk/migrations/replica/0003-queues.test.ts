import { describe, expect, it } from 'vitest';
import { orderNumber } from '../../desk-for-tests.ts';
import { readFeed } from '../../replica/feed.ts';
import { confirmOrder } from '../../replica/orders.ts';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { REPLICA_MIGRATIONS } from './all.ts';
import { queues } from './0003-queues.ts';

const ORDER = `INSERT INTO orders (id, generation, server_version, pending, provisional_number, state, mode, category,
  urgent, secret, summary, place, caller_name, caller_phone, caller_address, identity, created_at, created_by,
  created_by_name, due_key) VALUES (?, 1, ?, 0, '待编', 'handling', 'forward', 'help', 0, 0, '', '', '', '', '', 'named',
  '2026', 'a', '林静', '2026')`;

describe('a replica from before the queues', () => {
  it('keeps its orders in sight, and has the next snapshot write each anew', () => {
    const db = stepUp(REPLICA_MIGRATIONS, queues, (older) => {
      older.run(ORDER, [orderNumber(1).id, 4]);
      older.run(ORDER, [orderNumber(2).id, null]);
      older.run(`UPDATE feed SET cursor = 7, epoch = 'e', audience = 'somebody'`);
    });
    expect(db.get('SELECT count(*) AS total FROM orders')).toEqual({ total: 2 });
    expect(readFeed(db)).toMatchObject({ cursor: 7, epoch: 'e', audience: null, snapshot: null });
    expect(confirmOrder(db, orderNumber(1).id, 4, 2)).toBe(false);
    expect(db.get('SELECT count(*) AS total FROM orders WHERE server_version IS NULL')).toEqual({ total: 1 });
  });
});
