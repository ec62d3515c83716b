import type { Migration } from '../../migrate.ts';

/** What a centre restored from a backup may have forgotten: everything it has acknowledged is said to it again. */
export const sayAgain: Migration = {
  name: 'say again',
  sql: `
-- the life of the centre that has heard everything kept here; null: not known yet
ALTER TABLE identity ADD COLUMN history TEXT;
-- 1: acknowledged in another life of the centre, and not yet in this one
ALTER TABLE commands ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
CREATE INDEX commands_again ON commands (desk_seq) WHERE again = 1;
`,
};
