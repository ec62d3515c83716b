import type { Migration } from '../../migrate.ts';

/**
 * Files of articles as far as this desk has fetched them, and which articles name which. Of the articles that are here
 * already the names are read out of their rows.
 */
export const articleFiles: Migration = {
  name: 'article files',
  sql: `
CREATE TABLE article_file_names (
  article_id TEXT NOT NULL,
  file_id TEXT NOT NULL,
  size INTEGER NOT NULL,
  picture INTEGER NOT NULL,
  UNIQUE (article_id, file_id)
) STRICT;
CREATE INDEX article_files_wanted ON article_file_names (picture DESC, size, file_id);
CREATE INDEX article_files_named ON article_file_names (file_id);

CREATE TABLE article_files (
  id TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  used_at TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX article_files_used ON article_files (used_at, size, id);

INSERT INTO article_file_names (article_id, file_id, size, picture)
SELECT reference.id, file.value ->> 'id', file.value ->> 'size', (file.value ->> 'mime') LIKE 'image/%'
FROM reference, json_each(reference.data, '$.files') AS file
WHERE entity = 'article' AND data ->> 'state' = 'published';
`,
};
