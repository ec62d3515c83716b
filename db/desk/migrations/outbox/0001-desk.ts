import type { Migration } from '../../migrate.ts';

/** What this desk has said, who may use it, and what is half-written. */
export const desk: Migration = {
  name: 'desk',
  sql: `
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  desk_id TEXT NOT NULL,
  -- 0 until the centre has made the desk known
  epoch INTEGER NOT NULL,
  code TEXT,
  -- null: the desk has to be enrolled before it can push
  token TEXT,
  -- kept here and not read off the commands: those are deleted after their time
  last_seq INTEGER NOT NULL,
  provisional_count INTEGER NOT NULL,
  city TEXT,
  clock_offset INTEGER
) STRICT;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  provisional_number TEXT NOT NULL,
  call_id TEXT,
  opened_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  call TEXT,
  form TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_of_account ON drafts (account_id, opened_at);
-- Two windows that both see the same call ring cannot make two drafts of it.
CREATE UNIQUE INDEX drafts_of_call ON drafts (account_id, call_id) WHERE call_id IS NOT NULL;

CREATE TABLE commands (
  local_seq INTEGER PRIMARY KEY AUTOINCREMENT,
  command_id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  desk_seq INTEGER NOT NULL,
  base_version INTEGER NOT NULL,
  type TEXT NOT NULL,
  type_version INTEGER NOT NULL,
  payload TEXT NOT NULL,
  -- The whole actor as they were when they wrote it: the overlay decides with their grants of then.
  actor TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  clock_offset INTEGER,
  provisional_number TEXT,
  summary TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused')),
  settled INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  receipt TEXT,
  server_seq INTEGER,
  UNIQUE (epoch, desk_seq)
) STRICT;
CREATE INDEX commands_of_order ON commands (order_id, local_seq);
CREATE INDEX commands_waiting ON commands (desk_seq) WHERE state = 'waiting';
CREATE INDEX commands_refused ON commands (local_seq) WHERE state = 'refused' AND settled = 0;
CREATE INDEX commands_server_seq ON commands (server_seq) WHERE state = 'accepted';
CREATE INDEX commands_recorded ON commands (recorded_at);

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  -- null once the draft has become an order
  draft_id TEXT,
  order_id TEXT NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL,
  -- bytes the centre has
  sent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX attachments_of_draft ON attachments (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX attachments_unsent ON attachments (added_at) WHERE draft_id IS NULL AND sent < size;

-- Apart from the row that counts progress, which would otherwise be written anew with all its bytes.
CREATE TABLE attachment_chunks (
  attachment_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (attachment_id, start)
) STRICT;

CREATE TABLE credentials (
  account_id TEXT PRIMARY KEY,
  job_number TEXT NOT NULL UNIQUE,
  salt TEXT NOT NULL,
  verifier TEXT NOT NULL,
  actor TEXT NOT NULL,
  lease_until TEXT NOT NULL,
  last_online_at TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT
) STRICT;

-- The running session, so that a crash of the station does not sign the operator out in the middle of a call.
CREATE TABLE session (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  session TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE preferences (
  account_id TEXT PRIMARY KEY,
  preferences TEXT NOT NULL
) STRICT;
`,
};
