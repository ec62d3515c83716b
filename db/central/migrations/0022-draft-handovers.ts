import type { Migration } from '../migration.ts';

/** Drafts left open on desks, by their numbers alone, and those that a supervisor has handed on. */
export const draftHandovers: Migration = {
  id: 22,
  name: 'draft handovers',
  sql: `
CREATE TABLE open_drafts (
  desk_id uuid NOT NULL,
  account_id uuid NOT NULL,
  told_at timestamptz NOT NULL,
  drafts jsonb NOT NULL,
  PRIMARY KEY (desk_id, account_id)
);

CREATE TABLE draft_handovers (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL,
  desk_id uuid NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'given', 'taken', 'gone', 'refused', 'cancelled')),
  at timestamptz NOT NULL,
  since timestamptz NOT NULL,
  -- the desk that fetches it
  taking_desk uuid,
  -- number, and who is who
  data jsonb NOT NULL,
  -- the draft itself, only as long as it lies here
  draft jsonb,
  CHECK ((state = 'given') = (draft IS NOT NULL)),
  CHECK (from_id <> to_id)
);
-- A draft goes to one person at a time.
CREATE UNIQUE INDEX draft_handovers_open ON draft_handovers (draft_id) WHERE state IN ('asked', 'given');
CREATE INDEX draft_handovers_asked ON draft_handovers (desk_id) WHERE state = 'asked';
CREATE INDEX draft_handovers_given ON draft_handovers (to_id) WHERE state = 'given';
CREATE INDEX draft_handovers_at ON draft_handovers (at);
`,
};
