import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderNumber, scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
import { readFeed } from '../../replica/feed.ts';
import { confirmOrder } from '../../replica/orders.ts';
import { REPLICA_MIGRATIONS } from './all.ts';
import { asking } from './0005-asking.ts';

let files: Scratch;

beforeEach(() => {
  files = scratch();
});

afterEach(() => {
  files.remove();
});

const ORDER = `INSERT INTO orders (id, generation, server_version, pending, provisional_number, state, mode, category,
  urgent, secret, summary, place, caller_name, caller_phone, caller_address, identity, created_at, created_by,
  created_by_name, due_key) VALUES (?, 1, 4, 0, '待编', 'replied', 'forward', 'help', 0, 0, '', '', '', '', '', 'named',
  '2026', 'a', '林静', '2026')`;

describe('a replica from before the city said whom an answered order waits for', () => {
  it('keeps its orders in sight, and has the next snapshot write each anew', () => {
    const before = REPLICA_MIGRATIONS.slice(0, REPLICA_MIGRATIONS.indexOf(asking));
    const db = openWritable(files.place('replica.db'), { durability: 'normal', migrations: before, check: false });
    db.run(ORDER, [orderNumber(1).id]);
    db.run(`UPDATE feed SET cursor = 7, epoch = 'e', audience = 'somebody'`);
    migrate(db, [...before, asking]);
    expect(db.get('SELECT count(*) AS total FROM orders')).toEqual({ total: 1 });
    expect(readFeed(db)).toMatchObject({ cursor: 7, epoch: 'e', audience: null, snapshot: null });
    expect(confirmOrder(db, orderNumber(1).id, 4, 2)).toBe(false);
    db.close();
  });
});
