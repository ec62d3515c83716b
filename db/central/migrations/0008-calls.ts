import type { Migration } from '../migration.ts';

/** How calls are distributed, what is kept of each, who has to be rung back, who is not put through, and recordings. */
export const calls: Migration = {
  id: 8,
  name: 'calls',
  sql: `
ALTER TABLE calls ADD COLUMN direction text NOT NULL DEFAULT 'inbound';
ALTER TABLE calls ADD COLUMN agents uuid[] NOT NULL DEFAULT '{}';
-- Kept from its first moment, so that one that a restart of the service swallows is not lost without a word.
ALTER TABLE calls ADD COLUMN live boolean NOT NULL DEFAULT false;
ALTER TABLE calls ADD COLUMN data jsonb;
UPDATE calls SET agents = ARRAY[agent_id] WHERE agent_id IS NOT NULL;
UPDATE calls SET data = jsonb_build_object(
  'callId', id, 'direction', 'inbound', 'callerNumber', caller_number, 'dialled', '', 'agentId', agent_id,
  'agents', to_jsonb(agents),
  'queuedAt', to_char(queued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'answeredAt', to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'endedAt', to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'endedBy', NULL, 'outcome', outcome, 'closed', NULL, 'skillId', NULL, 'legs', '[]'::jsonb,
  'unknown', CASE WHEN ended_at IS NULL THEN '["endedAt"]'::jsonb ELSE '[]'::jsonb END);
ALTER TABLE calls ALTER COLUMN data SET NOT NULL;
DROP INDEX calls_queued;
CREATE INDEX calls_queued ON calls (queued_at, id);
CREATE INDEX calls_live ON calls (id) WHERE live;

CREATE TABLE call_settings (
  id text PRIMARY KEY CHECK (id = 'settings'),
  version int NOT NULL,
  data jsonb NOT NULL
);
CREATE TABLE agent_skills (
  account_id uuid PRIMARY KEY REFERENCES accounts,
  skills jsonb NOT NULL
);

CREATE TABLE missed_calls (
  id uuid PRIMARY KEY,
  -- As numbers are compared; the number as it came stands in the document.
  number text NOT NULL,
  state text NOT NULL,
  last_at timestamptz NOT NULL,
  claimed_by uuid,
  claimed_at timestamptz,
  data jsonb NOT NULL
);
-- One row for each caller who is still to be rung back.
CREATE UNIQUE INDEX missed_open ON missed_calls (number) WHERE state IN ('waiting', 'claimed');
CREATE INDEX missed_last ON missed_calls (last_at);

CREATE TABLE call_blocks (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  state text NOT NULL,
  proposed_at timestamptz NOT NULL,
  starts_at timestamptz,
  until timestamptz,
  data jsonb NOT NULL
);
CREATE UNIQUE INDEX call_blocks_open ON call_blocks (number) WHERE state IN ('proposed', 'active');
CREATE INDEX call_blocks_proposed ON call_blocks (proposed_at);

CREATE TABLE recordings (
  id text PRIMARY KEY,
  call_id text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  -- fetching: still at the exchange; kept; lost: the exchange had it no more; deleted: by the retention, the row stays.
  state text NOT NULL,
  bytes int,
  sha256 bytea,
  file text,
  deleted_at timestamptz
);
CREATE INDEX recordings_call ON recordings (call_id);
CREATE INDEX recordings_kept ON recordings (started_at) WHERE state = 'kept';
CREATE INDEX recordings_fetching ON recordings (id) WHERE state = 'fetching';

CREATE TABLE recording_looks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recording_id text NOT NULL REFERENCES recordings,
  account_id uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  why text NOT NULL
);
CREATE INDEX recording_looks_of ON recording_looks (recording_id, at);

CREATE TABLE recording_purges (
  at timestamptz PRIMARY KEY,
  days int NOT NULL,
  deleted int NOT NULL,
  held int NOT NULL,
  bytes bigint NOT NULL
);

-- From a call to the orders that were written in it, or about which it was made.
CREATE INDEX orders_call ON orders ((data#>>'{call,callId}')) WHERE data#>>'{call,callId}' IS NOT NULL;
CREATE INDEX orders_follow_up_calls ON orders USING gin ((data#>'{life,followUps}') jsonb_path_ops)
  WHERE data#>'{life,followUps}' <> '[]'::jsonb;
`,
};
