import type { Migration } from '../migration.ts';

/** What every desk holds a copy of besides orders: subjects, articles, and the facts of the centre. */
export const reference: Migration = {
  id: 2,
  name: 'reference',
  sql: `
CREATE TABLE subjects (
  id text PRIMARY KEY,
  version int NOT NULL,
  data jsonb NOT NULL
);

CREATE TABLE articles (
  id text PRIMARY KEY,
  version int NOT NULL,
  state text NOT NULL,
  data jsonb NOT NULL
);

CREATE TABLE centre (
  id text PRIMARY KEY CHECK (id = 'centre'),
  version int NOT NULL,
  demo boolean NOT NULL,
  data jsonb NOT NULL
);
`,
};
