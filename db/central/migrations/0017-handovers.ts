import type { Migration } from '../migration.ts';

/** 交接班: what was handed on, signed by both. */
export const handovers: Migration = {
  id: 17,
  name: 'handovers',
  sql: `
CREATE TABLE handovers (
  id uuid PRIMARY KEY,
  given_at timestamptz NOT NULL,
  given_by uuid NOT NULL,
  taken_by uuid,
  data jsonb NOT NULL,
  CHECK (taken_by <> given_by)
);
CREATE INDEX handovers_given ON handovers (given_at);
-- One shift is handed on at a time.
CREATE UNIQUE INDEX handovers_open ON handovers ((true)) WHERE taken_by IS NULL;
`,
};
