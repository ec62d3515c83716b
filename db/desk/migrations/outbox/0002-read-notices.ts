import type { Migration } from '../../migrate.ts';

/** What each person at this desk has read of their notices. Not in the replica: a fresh copy must not undo it. */
export const readNotices: Migration = {
  name: 'read notices',
  sql: `
CREATE TABLE read_notices (
  account_id TEXT NOT NULL,
  notice_id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  UNIQUE (account_id, notice_id)
) STRICT;
CREATE INDEX read_notices_by_time ON read_notices (read_at);
`,
};
