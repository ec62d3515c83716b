import type { Migration } from '../migration.ts';

/** What callers say for what the articles say: words that led to an article, and words that mean the same. */
export const wording: Migration = {
  id: 12,
  name: 'wording',
  sql: `
CREATE TABLE ties (
  id text PRIMARY KEY,
  article_id text NOT NULL,
  version int NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX ties_by_article ON ties (article_id);

CREATE TABLE synonyms (
  id text PRIMARY KEY,
  version int NOT NULL,
  data jsonb NOT NULL
);
`,
};
