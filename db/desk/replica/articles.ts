import { articleSchema, type Article } from '../../../shared/domain/article.ts';
import type { ReadableDb } from '../sqlite.ts';
import type { ReferenceEntity } from './reference.ts';

// index reference_versions (entity, id, version), which covers it
const VERSIONS = `SELECT id, version FROM reference WHERE entity = ?`;
// primary key (entity, id): reads all articles, and is asked only while the index is being made
const PLAINLY = `SELECT id, data, (SELECT count(*) FROM json_each(:words) AS word WHERE instr(data, word.value) > 0) AS hits
FROM reference WHERE entity = 'article' AND hits > 0 ORDER BY hits DESC, id LIMIT :limit`;

/** The list statements, for the test that looks at their plans. */
export const ARTICLE_LISTS = [VERSIONS] as const;

/** What there is of an entity in which version. */
export function versionsOf(db: ReadableDb, entity: ReferenceEntity): { id: string; version: number }[] {
  return db.all<{ id: string; version: number }>(VERSIONS, [entity]);
}

/** The articles that have most of some words, looked for in all of them one by one. */
export function articlesWith(db: ReadableDb, words: readonly string[], limit: number): Article[] {
  return db
    .all<{ data: string }>(PLAINLY, { words: JSON.stringify(words), limit })
    .map(({ data }) => articleSchema.parse(JSON.parse(data)));
}
