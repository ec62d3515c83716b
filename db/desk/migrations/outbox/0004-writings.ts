import type { Migration } from '../../migrate.ts';

/** Half-written forms of acts: they outlive the window, the program and the session. */
export const writings: Migration = {
  name: 'writings',
  sql: `
CREATE TABLE writings (
  account_id TEXT NOT NULL,
  key TEXT NOT NULL,
  revision INTEGER NOT NULL,
  window_id TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  form TEXT NOT NULL,
  UNIQUE (account_id, key)
) STRICT;
CREATE INDEX writings_by_time ON writings (saved_at);
`,
};
