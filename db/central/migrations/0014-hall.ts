import type { Migration } from '../migration.ts';

/** The supervisors' hall: how the centre wants it, and what its figures need that no call's record holds. */
export const hall: Migration = {
  id: 14,
  name: 'hall',
  sql: `
CREATE TABLE hall_settings (
  id text PRIMARY KEY CHECK (id = 'settings'),
  version int NOT NULL,
  data jsonb NOT NULL
);
CREATE TABLE wrap_ups (
  account_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, from_at)
);
CREATE INDEX wrap_ups_ended ON wrap_ups (to_at);
`,
};
