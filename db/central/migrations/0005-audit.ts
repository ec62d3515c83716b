import type { Migration } from '../migration.ts';

/**
 * The audit log: append-only, each row carrying the hash of the one before. Its end stands in `feed_head`, under the same lock as the feed, so that
 * a cut-off tail shows too.
 */
export const audit: Migration = {
  id: 5,
  name: 'audit',
  sql: `
CREATE TABLE audit (
  id bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  account_id uuid,
  desk_id uuid,
  action text NOT NULL,
  subject text,
  detail jsonb NOT NULL,
  hash bytea NOT NULL
);

ALTER TABLE feed_head ADD COLUMN audit_id bigint NOT NULL DEFAULT 0;
ALTER TABLE feed_head ADD COLUMN audit_hash bytea NOT NULL DEFAULT ''::bytea;

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
`,
};
