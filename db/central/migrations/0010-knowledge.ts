import type { Migration } from '../migration.ts';

/**
 * How knowledge is kept: the working side of each article that has one, every version there has been, what operators
 * report, and how often things were asked for and used. Counts are rows of a day, added to as things happen.
 */
export const knowledge: Migration = {
  id: 10,
  name: 'knowledge',
  sql: `
CREATE TABLE manuscripts (
  id uuid PRIMARY KEY,
  article_id text NOT NULL UNIQUE,
  unit_id text,
  version int NOT NULL,
  data jsonb NOT NULL
);

CREATE TABLE article_versions (
  article_id text NOT NULL,
  version int NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (article_id, version)
);

CREATE TABLE article_feedback (
  id uuid PRIMARY KEY,
  unit_id text,
  -- The unit of whoever reported it, where it is not the centre's own people.
  by_unit_id text,
  at timestamptz NOT NULL,
  version int NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX article_feedback_at ON article_feedback (at);

CREATE TABLE article_usage (
  article_id text NOT NULL,
  day date NOT NULL,
  opened int NOT NULL DEFAULT 0,
  used int NOT NULL DEFAULT 0,
  dissatisfied int NOT NULL DEFAULT 0,
  PRIMARY KEY (day, article_id)
);

CREATE TABLE question_usage (
  words text NOT NULL,
  day date NOT NULL,
  asked int NOT NULL DEFAULT 0,
  not_found int NOT NULL DEFAULT 0,
  used int NOT NULL DEFAULT 0,
  PRIMARY KEY (day, words)
);
`,
};
