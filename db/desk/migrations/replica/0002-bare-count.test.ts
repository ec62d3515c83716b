import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch, type Scratch } from '../../desk-for-tests.ts';
import { migrate } from '../../migrate.ts';
import { openWritable } from '../../open.ts';
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
    before.run(
      `INSERT INTO orders (id, generation, pending, provisional_number, state, mode, category, urgent, secret, summary,
  place, caller_name, caller_phone, caller_address, identity, created_at, created_by, created_by_name, due_key)
VALUES ('o', 1, 0, '待编', 'handling', 'forward', 'help', 0, 0, '', '', '', '', '', 'named', '2026', 'a', '林静', '2026')`,
    );
    migrate(before, [replica, bareCount]);
    const count = 'SELECT count(*) AS total FROM orders INDEXED BY orders_by_secret WHERE secret = 0';
    expect(before.get(count)).toEqual({ total: 1 });
    before.close();
  });
});
