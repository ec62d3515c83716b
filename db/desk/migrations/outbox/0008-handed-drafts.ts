import type { Migration } from '../../migrate.ts';

/** Drafts that a supervisor hands on: on their way from here, and come from elsewhere. */
export const handedDrafts: Migration = {
  name: 'handed-drafts',
  sql: `
-- the handover under which it leaves: from then on it is nobody's here
ALTER TABLE drafts ADD COLUMN leaving TEXT;
-- JSON: whose it was and who handed it on
ALTER TABLE drafts ADD COLUMN handed TEXT;
CREATE INDEX drafts_leaving ON drafts (leaving) WHERE leaving IS NOT NULL;

-- Handovers that are here and of which the centre has not yet been told so: what it sends again is not taken twice,
-- also where its draft has become an order meanwhile.
CREATE TABLE received_drafts (
  handover_id TEXT PRIMARY KEY,
  received_at TEXT NOT NULL
) STRICT;
`,
};
