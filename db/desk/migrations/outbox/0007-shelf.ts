import type { Migration } from '../../migrate.ts';

/** Which articles each person has at hand at this desk: pinned, or read of late. */
export const shelf: Migration = {
  name: 'shelf',
  sql: `
CREATE TABLE shelf (
  account_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  -- null: pinned without having been opened
  opened_at TEXT,
  -- null: not pinned
  pinned_at TEXT,
  UNIQUE (account_id, article_id)
) STRICT;
`,
};
