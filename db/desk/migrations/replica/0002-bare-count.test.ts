import { describe, expect, it } from 'vitest';
import { stepUp } from '../../../../tests/support/step-up.ts';
import { REPLICA_MIGRATIONS } from './all.ts';
import { bareCount } from './0002-bare-count.ts';

describe('a replica from before the bare count', () => {
  it('keeps its orders, and counts them by the new index', () => {
    const db = stepUp(REPLICA_MIGRATIONS, bareCount, (older) => {
      older.run(
        `INSERT INTO orders (id, generation, pending, provisional_number, state, mode, category, urgent, secret, summary,
    place, caller_name, caller_phone, caller_address, identity, created_at, created_by, created_by_name, due_key)
  VALUES ('o', 1, 0, '待编', 'handling', 'forward', 'help', 0, 0, '', '', '', '', '', 'named', '2026', 'a', '林静', '2026')`,
      );
    });
    const count = 'SELECT count(*) AS total FROM orders INDEXED BY orders_by_secret WHERE secret = 0';
    expect(db.get(count)).toEqual({ total: 1 });
  });
});
