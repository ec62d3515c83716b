import type { Migration } from '../migration.ts';

/** What is learned from the orders: every training that is kept, and of each kind the one in use, as desks get it. */
export const models: Migration = {
  id: 11,
  name: 'models',
  sql: `
CREATE TABLE models (
  id text PRIMARY KEY,
  version int NOT NULL,
  data jsonb NOT NULL
);
CREATE TABLE trainings (
  kind text NOT NULL,
  trained int NOT NULL,
  trained_at timestamptz NOT NULL,
  figures jsonb NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (kind, trained)
);
-- What people made of suggestions: few rows of a long log.
CREATE INDEX audit_suggested ON audit (at) WHERE detail ? 'suggested';
`,
};
