import type { Migration } from '../migration.ts';

/** Who works here: units, roles as sets of permissions, accounts, sessions. */
export const people: Migration = {
  id: 1,
  name: 'people',
  sql: `
CREATE TABLE units (
  id text PRIMARY KEY,
  parent_id text REFERENCES units DEFERRABLE INITIALLY DEFERRED,
  level text NOT NULL,
  version int NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX units_parent ON units (parent_id);

CREATE TABLE roles (
  id text PRIMARY KEY,
  name text NOT NULL,
  permissions text[] NOT NULL
);

CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  job_number text NOT NULL UNIQUE,
  name text NOT NULL,
  unit_id text REFERENCES units,
  -- Cleared for 保密 orders whatever the roles say.
  secret boolean NOT NULL DEFAULT false,
  demo boolean NOT NULL DEFAULT false,
  disabled boolean NOT NULL DEFAULT false,
  password text NOT NULL,
  failed_sign_ins int NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX accounts_demo ON accounts (id) WHERE demo;

CREATE TABLE account_roles (
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  role_id text NOT NULL REFERENCES roles,
  PRIMARY KEY (account_id, role_id)
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  -- SHA-256 of the token: whoever reads the database cannot use a session.
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES accounts,
  desk_id uuid NOT NULL,
  desk_name text NOT NULL,
  signed_in_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text
);
-- Single sign-in per account, kept by the database itself.
CREATE UNIQUE INDEX sessions_one_live ON sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;
`,
};
