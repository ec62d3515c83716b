import type { Migration } from '../migration.ts';

/** Files of articles, by whom they may be fetched; pieces of attachments are sealed from here on. */
export const articleFiles: Migration = {
  id: 21,
  name: 'article files',
  sql: `
CREATE TABLE article_files (
  attachment_id uuid NOT NULL,
  article_id text NOT NULL,
  -- false: named so far by a draft alone, which is its keepers' business
  published boolean NOT NULL,
  PRIMARY KEY (attachment_id, article_id)
);
-- What is there was stored as it came.
ALTER TABLE attachment_chunks ADD COLUMN sealed boolean NOT NULL DEFAULT false;
`,
};
