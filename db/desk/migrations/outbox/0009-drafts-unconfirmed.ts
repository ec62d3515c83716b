import type { Migration } from '../../migrate.ts';

/** A draft that has come from elsewhere waits unseen until the centre has said that it is for this desk. */
export const draftsUnconfirmed: Migration = {
  name: 'drafts-unconfirmed',
  sql: `
-- Both NULL for a draft that has stood among the others since before.
ALTER TABLE received_drafts ADD COLUMN account_id TEXT;
-- JSON
ALTER TABLE received_drafts ADD COLUMN draft TEXT;
`,
};
