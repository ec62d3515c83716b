import type { Migration } from '../migration.ts';

/** What each order is about, where, and how often that came up each day: hot topics come from it without the orders. */
export const orderTopics: Migration = {
  id: 24,
  name: 'order topics',
  sql: `
CREATE TABLE order_topics (
  order_id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  -- '' where the order names none.
  subject_id text NOT NULL,
  -- As the centre's list names it, or as it was written.
  place text NOT NULL,
  unit_id text NOT NULL,
  -- Whom a complaint or report is about; NULL where it is neither.
  concerned text
);
CREATE INDEX order_topics_at ON order_topics (at);
CREATE INDEX order_topics_subject ON order_topics (subject_id, at);

CREATE TABLE topic_days (
  -- In Beijing.
  day date NOT NULL,
  subject_id text NOT NULL,
  place text NOT NULL,
  unit_id text NOT NULL,
  -- One sum lies in several, as those of the figures do.
  slot smallint NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (day, subject_id, place, unit_id, slot)
);
CREATE INDEX topic_days_slots ON topic_days (day) WHERE slot <> 0;
`,
};
