import type { Migration } from '../migration.ts';

/** Finished calls, and attachments as they arrive in chunks. */
export const callsAndAttachments: Migration = {
  id: 6,
  name: 'calls and attachments',
  sql: `
CREATE TABLE calls (
  id text PRIMARY KEY,
  caller_number text NOT NULL,
  agent_id uuid,
  queued_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  outcome text NOT NULL
);
CREATE INDEX calls_queued ON calls (queued_at);

CREATE TABLE attachments (
  id uuid PRIMARY KEY,
  sha256 text NOT NULL,
  size int NOT NULL,
  received int NOT NULL,
  complete boolean NOT NULL,
  desk_id uuid NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE attachment_chunks (
  attachment_id uuid NOT NULL REFERENCES attachments ON DELETE CASCADE,
  start int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (attachment_id, start)
);
`,
};
