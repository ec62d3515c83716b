import type { Migration } from '../migration.ts';

/** Who has complained about what in which month: the digest of a telephone number, never the number. T18. */
export const grievanceCallers: Migration = {
  id: 23,
  name: 'grievance callers',
  sql: `
CREATE TABLE grievance_callers (
  order_id uuid PRIMARY KEY,
  caller text NOT NULL,
  subject_id text NOT NULL,
  unit_id text NOT NULL,
  -- 2026-11
  month text NOT NULL
);
CREATE INDEX grievance_callers_matter ON grievance_callers (caller, subject_id, month);
CREATE INDEX grievance_callers_month ON grievance_callers (month);
`,
};
