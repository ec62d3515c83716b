import type { Migration } from '../../migrate.ts';

/**
 * Where orders wait for somebody, who assists with them, and who is kept from them. The rows that are there stay in
 * sight, but as unconfirmed: the next contact with the centre takes a fresh copy, which fills the new tables.
 */
export const queues: Migration = {
  name: 'queues',
  sql: `
-- Its indexes carry every column a filter may name, as those of the orders do: what waits is little beside all orders,
-- and is found without looking past the others.
CREATE TABLE order_queues (
  queue TEXT NOT NULL,
  created_at TEXT NOT NULL,
  rid INTEGER NOT NULL REFERENCES orders (rid) ON DELETE CASCADE,
  -- in 待协办 the first limit of those who have not answered
  due_key TEXT NOT NULL,
  state TEXT NOT NULL,
  mode TEXT NOT NULL,
  category TEXT NOT NULL,
  unit_id TEXT,
  created_by TEXT NOT NULL,
  secret INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  PRIMARY KEY (queue, rid)
) STRICT, WITHOUT ROWID;
CREATE INDEX queues_by_created ON order_queues (queue, created_at, rid, due_key, state, mode, category, unit_id, created_by, secret, pending);
CREATE INDEX queues_by_due ON order_queues (queue, due_key, created_at, rid, state, mode, category, unit_id, created_by, secret, pending);
CREATE INDEX queues_of_order ON order_queues (rid, queue);

CREATE TABLE order_assistants (
  unit_id TEXT NOT NULL,
  rid INTEGER NOT NULL REFERENCES orders (rid) ON DELETE CASCADE,
  -- 1 until the unit has answered
  waiting INTEGER NOT NULL,
  PRIMARY KEY (unit_id, rid)
) STRICT, WITHOUT ROWID;
CREATE INDEX assistants_of_order ON order_assistants (rid);

CREATE TABLE order_recusals (
  account_id TEXT NOT NULL,
  rid INTEGER NOT NULL REFERENCES orders (rid) ON DELETE CASCADE,
  PRIMARY KEY (account_id, rid)
) STRICT, WITHOUT ROWID;
CREATE INDEX recusals_of_order ON order_recusals (rid);

ALTER TABLE orders ADD COLUMN accused_unit TEXT;

-- Whoever reads next is somebody new to this replica, and no row is known to be as the centre has it.
UPDATE feed SET audience = NULL, snapshot = NULL;
UPDATE orders SET server_version = -1 WHERE server_version IS NOT NULL;
`,
};
