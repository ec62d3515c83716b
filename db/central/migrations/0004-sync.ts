import type { Migration } from '../migration.ts';

/**
 * Desks, what they said and what came of it, and the feed. The feed is partitioned by its sequence, about a month of a
 * capital city in each part, so that old parts are dropped whole.
 */
export const sync: Migration = {
  id: 4,
  name: 'sync',
  sql: `
CREATE TABLE desks (
  id uuid PRIMARY KEY,
  -- Four characters in the desk's provisional numbers.
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  epoch int NOT NULL,
  last_seq bigint NOT NULL,
  token_hash bytea NOT NULL,
  enrolled_at timestamptz NOT NULL
);

-- Who may write on which desk: whoever has signed in there online, until the lease is over.
CREATE TABLE desk_accounts (
  desk_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (desk_id, account_id)
);

CREATE TABLE receipts (
  command_id uuid PRIMARY KEY,
  desk_id uuid NOT NULL,
  desk_epoch int NOT NULL,
  desk_seq bigint NOT NULL,
  at timestamptz NOT NULL,
  outcome jsonb NOT NULL
);
CREATE INDEX receipts_at ON receipts (at);

-- One row: its lock is the last one every writing transaction takes, so that sequence order is commit order.
CREATE TABLE feed_head (
  id int PRIMARY KEY CHECK (id = 1),
  epoch text NOT NULL,
  seq bigint NOT NULL,
  -- Changes up to here are no longer kept.
  floor bigint NOT NULL
);
INSERT INTO feed_head (id, epoch, seq, floor) VALUES (1, gen_random_uuid()::text, 0, 0);

CREATE TABLE feed (
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  entity text NOT NULL,
  id text NOT NULL,
  version int NOT NULL,
  op text NOT NULL,
  sensitivity text NOT NULL,
  unit_id text,
  PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);
CREATE TABLE feed_0 PARTITION OF feed FOR VALUES FROM (0) TO (10000000);
CREATE TABLE feed_1 PARTITION OF feed FOR VALUES FROM (10000000) TO (20000000);
`,
};
