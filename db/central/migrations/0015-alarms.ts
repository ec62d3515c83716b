import type { Migration } from '../migration.ts';

/** Alarms of the hall: one row for each cause from when it stood to when it was over, and who has taken note. */
export const alarms: Migration = {
  id: 15,
  name: 'alarms',
  sql: `
CREATE TABLE alarms (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  about text NOT NULL,
  value double precision NOT NULL,
  raised_at timestamptz NOT NULL,
  ended_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz
);
CREATE UNIQUE INDEX alarms_standing ON alarms (kind, subject) WHERE ended_at IS NULL;
CREATE INDEX alarms_raised ON alarms (raised_at);
`,
};
