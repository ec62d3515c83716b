import type { Migration } from '../migration.ts';

/**
 * Orders, their course, and the counters official numbers come from. The order itself is one document; what is
 * searched, scoped or sorted by stands beside it in columns.
 */
export const orders: Migration = {
  id: 3,
  name: 'orders',
  sql: `
CREATE TABLE orders (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  version int NOT NULL,
  state text NOT NULL,
  sensitivity text NOT NULL,
  unit_id text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  due timestamptz,
  data jsonb NOT NULL
);
CREATE INDEX orders_open ON orders (id) WHERE closed_at IS NULL;
CREATE INDEX orders_closed ON orders (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX orders_unit_open ON orders (unit_id, id) WHERE closed_at IS NULL AND unit_id IS NOT NULL;

-- What each accepted command added to the order's course, by the version it made. No foreign key: orders are never
-- deleted, lines are only written beside theirs, and the check costs as much as the line.
CREATE TABLE history (
  order_id uuid NOT NULL,
  version int NOT NULL,
  entries jsonb NOT NULL,
  PRIMARY KEY (order_id, version)
);

CREATE TABLE counters (
  name text PRIMARY KEY,
  value bigint NOT NULL
);
`,
};
