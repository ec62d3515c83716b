import type { Migration } from '../../migrate.ts';

/** What is half-written about articles, and what has been counted and not yet told to the centre. */
export const knowledge: Migration = {
  name: 'knowledge',
  sql: `
CREATE TABLE article_drafts (
  account_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  -- the manuscript's and the article's versions it was begun from
  seen INTEGER NOT NULL,
  base INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  draft TEXT NOT NULL,
  UNIQUE (account_id, article_id)
) STRICT;

CREATE TABLE opened_counts (
  article_id TEXT NOT NULL,
  day TEXT NOT NULL,
  opened INTEGER NOT NULL,
  UNIQUE (article_id, day)
) STRICT;

CREATE TABLE question_counts (
  words TEXT NOT NULL,
  day TEXT NOT NULL,
  asked INTEGER NOT NULL,
  not_found INTEGER NOT NULL,
  used INTEGER NOT NULL,
  UNIQUE (words, day)
) STRICT;
`,
};
