import { articleSchema, type Article } from '../../shared/domain/article.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { feedbackSchema, type Feedback } from '../../shared/domain/knowledge/feedback.ts';
import { manuscriptSchema, type Manuscript } from '../../shared/domain/knowledge/manuscript.ts';
import { articleVersionSchema, type ArticleVersion } from '../../shared/domain/knowledge/versions.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** By id, so that two batches never wait for each other. Index: manuscripts_pkey. */
export async function lockManuscripts(db: Writer, ids: readonly OrderId[]): Promise<Manuscript[]> {
  if (ids.length === 0) return [];
  const rows = await db.write<{ data: unknown }>(
    'SELECT data FROM manuscripts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    [ids],
  );
  return rows.map(({ data }) => manuscriptSchema.parse(data));
}

/** Index: articles_pkey. */
export async function lockArticles(db: Writer, ids: readonly string[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  const rows = await db.write<{ data: unknown }>(
    'SELECT data FROM articles WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE',
    [ids],
  );
  return rows.map(({ data }) => articleSchema.parse(data));
}

/** Index: article_feedback_pkey. */
export async function lockFeedback(db: Writer, ids: readonly OrderId[]): Promise<Feedback[]> {
  if (ids.length === 0) return [];
  const rows = await db.write<{ data: unknown }>(
    'SELECT data FROM article_feedback WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    [ids],
  );
  return rows.map(({ data }) => feedbackSchema.parse(data));
}

const INSERT_MANUSCRIPTS = `
INSERT INTO manuscripts (id, article_id, unit_id, version, data)
SELECT (d->>'id')::uuid, d->>'articleId', d->>'unitId', (d->>'version')::int, d FROM jsonb_array_elements($1::jsonb) d`;

const UPDATE_MANUSCRIPTS = `
UPDATE manuscripts m SET unit_id = d->>'unitId', version = (d->>'version')::int, data = d
FROM jsonb_array_elements($1::jsonb) d WHERE m.id = (d->>'id')::uuid`;

/** Rows that another node has inserted meanwhile are a conflict, and the batch is decided anew. */
export async function saveManuscripts(
  db: Writer,
  { fresh, older }: { fresh: readonly Manuscript[]; older: readonly Manuscript[] },
): Promise<void> {
  if (fresh.length > 0) await db.write(INSERT_MANUSCRIPTS, [JSON.stringify(fresh)]);
  if (older.length > 0) await db.write(UPDATE_MANUSCRIPTS, [JSON.stringify(older)]);
}

const INSERT_FEEDBACK = `
INSERT INTO article_feedback (id, unit_id, by_unit_id, at, version, data)
SELECT (d->>'id')::uuid, d->>'unitId', d->>'byUnitId', (d->>'at')::timestamptz, (d->>'version')::int, d
FROM jsonb_array_elements($1::jsonb) d`;

const UPDATE_FEEDBACK = `
UPDATE article_feedback f SET unit_id = d->>'unitId', version = (d->>'version')::int, data = d
FROM jsonb_array_elements($1::jsonb) d WHERE f.id = (d->>'id')::uuid`;

export async function saveFeedback(
  db: Writer,
  { fresh, older }: { fresh: readonly Feedback[]; older: readonly Feedback[] },
): Promise<void> {
  if (fresh.length > 0) await db.write(INSERT_FEEDBACK, [JSON.stringify(fresh)]);
  if (older.length > 0) await db.write(UPDATE_FEEDBACK, [JSON.stringify(older)]);
}

// What was there before anybody kept versions is the first of them; it is told again with each change of its article.
const INSERT_VERSIONS = `
INSERT INTO article_versions (article_id, version, at, data)
SELECT d#>>'{article,id}', (d#>>'{article,version}')::int, (d->>'at')::timestamptz, d
FROM jsonb_array_elements($1::jsonb) d ON CONFLICT DO NOTHING`;

export async function insertVersions(db: Writer, versions: readonly ArticleVersion[]): Promise<void> {
  if (versions.length > 0) await db.write(INSERT_VERSIONS, [JSON.stringify(versions)]);
}

/** All versions of an article, newest first. Index: article_versions_pkey. */
export async function articleVersions(db: Reader, articleId: string): Promise<ArticleVersion[]> {
  const rows = await db.read<{ data: unknown }>(
    'SELECT data FROM article_versions WHERE article_id = $1 ORDER BY version DESC',
    [articleId],
  );
  return rows.map(({ data }) => articleVersionSchema.parse(data));
}

/** Whose rows a reader may have. `units` null: the centre's own people, who may have every unit's. */
export interface KnowledgeScope {
  readonly units: readonly string[] | null;
  /** Editors, and the units' own people: nobody else needs what is not published. */
  readonly manuscripts: boolean;
  readonly feedback: boolean;
}

const OWN = 'CASE WHEN $1::text[] IS NULL THEN true ELSE unit_id = ANY ($1::text[]) END';
const OWN_OR_REPORTED = `CASE WHEN $1::text[] IS NULL THEN true
  ELSE unit_id = ANY ($1::text[]) OR by_unit_id = ANY ($1::text[]) END`;

/** Index: manuscripts_pkey. */
export async function readManuscripts(
  db: Reader,
  scope: KnowledgeScope,
  ids: readonly string[],
): Promise<Manuscript[]> {
  if (!scope.manuscripts) return [];
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM manuscripts WHERE ${OWN} AND id = ANY ($2::uuid[]) ORDER BY id`,
    [scope.units, ids],
  );
  return rows.map(({ data }) => manuscriptSchema.parse(data));
}

/** Index: article_feedback_pkey. */
export async function readFeedback(db: Reader, scope: KnowledgeScope, ids: readonly string[]): Promise<Feedback[]> {
  if (!scope.feedback) return [];
  const rows = await db.read<{ data: unknown }>(
    `SELECT data FROM article_feedback WHERE ${OWN_OR_REPORTED} AND id = ANY ($2::uuid[]) ORDER BY id`,
    [scope.units, ids],
  );
  return rows.map(({ data }) => feedbackSchema.parse(data));
}

const SMALLEST_ID = '00000000-0000-0000-0000-000000000000';

/** Index: manuscripts_pkey. */
export const MANUSCRIPT_PAGE = `SELECT data FROM manuscripts WHERE ${OWN} AND id > $2::uuid ORDER BY id LIMIT $3`;

export async function manuscriptPage(
  db: Reader,
  scope: KnowledgeScope,
  after: string | null,
  limit: number,
): Promise<Manuscript[]> {
  if (!scope.manuscripts) return [];
  const rows = await db.read<{ data: unknown }>(MANUSCRIPT_PAGE, [scope.units, after ?? SMALLEST_ID, limit]);
  return rows.map(({ data }) => manuscriptSchema.parse(data));
}

/** Index: article_feedback_pkey. */
export const FEEDBACK_PAGE = `
SELECT data FROM article_feedback WHERE ${OWN_OR_REPORTED} AND id > $2::uuid AND at > $3 ORDER BY id LIMIT $4`;

export async function feedbackPage(
  db: Reader,
  scope: KnowledgeScope,
  page: { readonly after: string | null; readonly since: Instant; readonly limit: number },
): Promise<Feedback[]> {
  if (!scope.feedback) return [];
  const values = [scope.units, page.after ?? SMALLEST_ID, page.since, page.limit];
  const rows = await db.read<{ data: unknown }>(FEEDBACK_PAGE, values);
  return rows.map(({ data }) => feedbackSchema.parse(data));
}

export async function countKnowledge(
  db: Reader,
  scope: KnowledgeScope,
  since: Instant,
): Promise<{ manuscripts: number; feedback: number }> {
  const rows = await db.read<{ manuscripts: number; feedback: number }>(
    `SELECT (SELECT count(*) FROM manuscripts WHERE ${OWN}) AS manuscripts,
       (SELECT count(*) FROM article_feedback WHERE ${OWN_OR_REPORTED} AND at > $2) AS feedback`,
    [scope.units, since],
  );
  const counted = rows.at(0) ?? { manuscripts: 0, feedback: 0 };
  return {
    manuscripts: scope.manuscripts ? counted.manuscripts : 0,
    feedback: scope.feedback ? counted.feedback : 0,
  };
}
