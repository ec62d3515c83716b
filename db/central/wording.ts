import type { SynonymRow, Tie } from '../../shared/domain/wording.ts';
import type { Writer } from './database.ts';

const LEARN = `
INSERT INTO ties (id, article_id, version, data)
SELECT d->>'id', d->>'articleId', 1, d FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (id) DO UPDATE SET version = ties.version + 1,
  data = ties.data || jsonb_build_object('version', ties.version + 1, 'uses', (ties.data->>'uses')::int + 1)
RETURNING id, version`;

// index ties_by_article
const FORGET = `
DELETE FROM ties WHERE id IN (
  SELECT id FROM (
    SELECT id, row_number() OVER (
      PARTITION BY article_id ORDER BY (data->>'uses')::int DESC, data->>'learnedAt' DESC, id) AS place
    FROM ties WHERE article_id = ANY ($1::text[]) AND data->>'state' = 'active') kept
  WHERE place > $2)
RETURNING id, version`;

interface Changed {
  readonly id: string;
  readonly version: number;
}

/** Adds wordings, each once: one that is known has been used once more. */
export async function learnTies(db: Writer, ties: readonly Tie[]): Promise<Changed[]> {
  return ties.length === 0 ? [] : db.write<Changed>(LEARN, [JSON.stringify(ties)]);
}

/** Lets go of what an article has beyond its most used and newest wordings. */
export async function forgetTies(db: Writer, articles: readonly string[], most: number): Promise<Changed[]> {
  return articles.length === 0 ? [] : db.write<Changed>(FORGET, [articles, most]);
}

/** A tie, locked; null where there is none. */
export async function lockTie(db: Writer, id: string): Promise<Tie | null> {
  const rows = await db.write<{ data: Tie }>('SELECT data FROM ties WHERE id = $1 FOR UPDATE', [id]);
  return rows.at(0)?.data ?? null;
}

export async function updateTie(db: Writer, tie: Tie): Promise<void> {
  await db.write('UPDATE ties SET version = $2, data = $3::jsonb WHERE id = $1', [
    tie.id,
    tie.version,
    JSON.stringify(tie),
  ]);
}

const PUT_SYNONYMS = `
INSERT INTO synonyms (id, version, data)
SELECT d->>'id', (d->>'version')::int, d FROM jsonb_array_elements($1::jsonb) d
ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, data = EXCLUDED.data`;

export async function putSynonyms(db: Writer, rows: readonly SynonymRow[]): Promise<void> {
  await db.write(PUT_SYNONYMS, [JSON.stringify(rows)]);
}
