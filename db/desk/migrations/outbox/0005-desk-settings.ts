import type { Migration } from '../../migrate.ts';

/** What is set for the desk itself, whoever sits at it: its phone. */
export const deskSettings: Migration = {
  name: 'desk settings',
  sql: `
CREATE TABLE desk_settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`,
};
