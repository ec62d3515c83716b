import type { Migration } from '../../migrate.ts';

/** What the centre let this desk see, with what this desk has said since. Disposable. */
export const replica: Migration = {
  name: 'replica',
  sql: `
CREATE TABLE feed (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  cursor INTEGER NOT NULL,
  -- null before the first snapshot has been taken whole
  epoch TEXT,
  -- whose eyes this replica was filled for
  audience TEXT,
  generation INTEGER NOT NULL,
  -- where a snapshot under way has got to
  snapshot TEXT
) STRICT;
INSERT INTO feed (id, cursor, epoch, audience, generation, snapshot) VALUES (1, 0, NULL, NULL, 1, NULL);

-- Articles, units, subjects and the centre's own facts: few and read whole.
CREATE TABLE reference (
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

-- Narrow, so that lists over hundreds of thousands of rows read little; the records lie apart.
CREATE TABLE orders (
  rid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  generation INTEGER NOT NULL,
  -- null: known to this desk only
  server_version INTEGER,
  pending INTEGER NOT NULL,
  number TEXT,
  provisional_number TEXT NOT NULL,
  state TEXT NOT NULL,
  mode TEXT NOT NULL,
  category TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  secret INTEGER NOT NULL,
  subject_id TEXT,
  unit_id TEXT,
  summary TEXT NOT NULL,
  place TEXT NOT NULL,
  caller_name TEXT NOT NULL,
  caller_phone TEXT NOT NULL,
  caller_address TEXT NOT NULL,
  identity TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_by_name TEXT NOT NULL,
  due TEXT,
  -- due while the order is being handled, otherwise after every date
  due_key TEXT NOT NULL,
  closed_at TEXT
) STRICT;
-- Each carries every column a filter may name: counting and paging never leave the index.
CREATE INDEX orders_by_created ON orders (created_at, state, mode, category, unit_id, created_by, due_key, secret, pending);
CREATE INDEX orders_by_creator ON orders (created_by, created_at, state, mode, category, unit_id, due_key, secret, pending);
CREATE INDEX orders_by_unit ON orders (unit_id, created_at, state, mode, category, created_by, due_key, secret, pending);
CREATE INDEX orders_by_due ON orders (due_key, created_at, state, mode, category, unit_id, created_by, secret, pending);
CREATE INDEX orders_by_phone ON orders (caller_phone, created_at);
CREATE INDEX orders_pending ON orders (created_at) WHERE pending = 1;
CREATE INDEX orders_by_closing ON orders (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE order_records (
  rid INTEGER PRIMARY KEY REFERENCES orders (rid) ON DELETE CASCADE,
  -- as the centre last gave it
  server TEXT,
  -- with this desk's pending commands replayed; null where nothing is pending
  effective TEXT
) STRICT;

CREATE VIRTUAL TABLE order_grams USING fts5 (
  grams, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0"
);
`,
};
