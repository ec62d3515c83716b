import { synonymRowSchema, tieRange, tieSchema, type SynonymRow, type Tie } from '../../../shared/domain/wording.ts';
import type { ReadableDb } from '../sqlite.ts';

// primary key (entity, id)
const OF_ARTICLE = `SELECT data FROM reference WHERE entity = 'tie' AND id >= ? AND id < ?`;
const SYNONYMS = `SELECT data FROM reference WHERE entity = 'synonym' ORDER BY id`;

// Few people ask for it, and seldom: it reads all ties, a hundred bytes each.
const FILTERED = `FROM reference AS tie LEFT JOIN reference AS article
  ON article.entity = 'article' AND article.id = tie.data ->> 'articleId'
WHERE tie.entity = 'tie' AND tie.data ->> 'state' = :state
  AND (:text = '' OR instr(tie.data ->> 'words', :text) > 0 OR instr(article.data ->> 'title', :text) > 0)`;
const LATEST = `SELECT tie.data AS data, article.data ->> 'title' AS title ${FILTERED}
ORDER BY tie.data ->> 'learnedAt' DESC, tie.id LIMIT :limit`;
const COUNT = `SELECT count(*) AS total ${FILTERED}`;

/** Every wording that is tied to an article, removed ones too. */
export function tiesOf(db: ReadableDb, articleId: string): Tie[] {
  return db.all<{ data: string }>(OF_ARTICLE, tieRange(articleId)).map(({ data }) => tieSchema.parse(JSON.parse(data)));
}

export interface TiesWanted {
  /** Part of the words or of the article's title; empty: all. */
  readonly text: string;
  readonly removed: boolean;
  readonly limit: number;
}

/** Those learned last first, each with its article's title, null where the article is gone. */
export function latestTies(
  db: ReadableDb,
  { text, removed, limit }: TiesWanted,
): { ties: (Tie & { title: string | null })[]; total: number } {
  const asked = { text, state: removed ? 'removed' : 'active' };
  const rows = db.all<{ data: string; title: string | null }>(LATEST, { ...asked, limit });
  return {
    ties: rows.map(({ data, title }) => ({ ...tieSchema.parse(JSON.parse(data)), title })),
    total: db.get<{ total: number }>(COUNT, asked)?.total ?? 0,
  };
}

/** The rows of words that mean the same, removed ones too. */
export function listSynonyms(db: ReadableDb): SynonymRow[] {
  return db.all<{ data: string }>(SYNONYMS).map(({ data }) => synonymRowSchema.parse(JSON.parse(data)));
}
