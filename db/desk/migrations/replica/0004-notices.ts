import type { Migration } from '../../migrate.ts';

/** What people should know of now, beside the order that it is about. A fresh copy brings what the centre has of it. */
export const notices: Migration = {
  name: 'notices',
  sql: `
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  at TEXT NOT NULL,
  order_id TEXT,
  -- null: the centre's own staff
  unit_id TEXT,
  permission TEXT NOT NULL,
  secret INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notices_by_time ON notices (at);

-- Rows of it may lie among the others, from before they had a table of their own.
DELETE FROM reference WHERE entity = 'notice';
UPDATE feed SET audience = NULL, snapshot = NULL;
`,
};
