import type { Reader, Writer } from './database.ts';

/** What has been counted of one article on one day (YYYY-MM-DD, Beijing). */
export interface ArticleCount {
  readonly articleId: string;
  readonly day: string;
  readonly opened: number;
  readonly used: number;
  readonly dissatisfied: number;
}

export interface QuestionCount {
  readonly words: string;
  readonly day: string;
  readonly asked: number;
  readonly notFound: number;
  readonly used: number;
}

// Sorted, so that two batches that count the same articles never wait for each other.
const ADD_ARTICLES = `
INSERT INTO article_usage (article_id, day, opened, used, dissatisfied)
SELECT d->>'articleId', (d->>'day')::date, (d->>'opened')::int, (d->>'used')::int, (d->>'dissatisfied')::int
FROM jsonb_array_elements($1::jsonb) d ORDER BY 2, 1
ON CONFLICT (day, article_id) DO UPDATE SET opened = article_usage.opened + EXCLUDED.opened,
  used = article_usage.used + EXCLUDED.used, dissatisfied = article_usage.dissatisfied + EXCLUDED.dissatisfied`;

const ADD_QUESTIONS = `
INSERT INTO question_usage (words, day, asked, not_found, used)
SELECT d->>'words', (d->>'day')::date, (d->>'asked')::int, (d->>'notFound')::int, (d->>'used')::int
FROM jsonb_array_elements($1::jsonb) d ORDER BY 2, 1
ON CONFLICT (day, words) DO UPDATE SET asked = question_usage.asked + EXCLUDED.asked,
  not_found = question_usage.not_found + EXCLUDED.not_found, used = question_usage.used + EXCLUDED.used`;

/** Adds to what was counted before, each article and day once. */
export async function addArticleUsage(db: Writer, counts: readonly ArticleCount[]): Promise<void> {
  if (counts.length > 0) await db.write(ADD_ARTICLES, [JSON.stringify(counts)]);
}

export async function addQuestionUsage(db: Writer, counts: readonly QuestionCount[]): Promise<void> {
  if (counts.length > 0) await db.write(ADD_QUESTIONS, [JSON.stringify(counts)]);
}

/** Sums by article over days, the most used first. Index: article_usage_pkey. */
export async function articleUsage(
  db: Reader,
  span: { readonly from: string; readonly to: string },
  limit: number,
): Promise<Omit<ArticleCount, 'day'>[]> {
  return db.read(
    `SELECT article_id AS "articleId", sum(opened)::int AS opened, sum(used)::int AS used,
       sum(dissatisfied)::int AS dissatisfied
     FROM article_usage WHERE day BETWEEN $1::date AND $2::date GROUP BY article_id
     ORDER BY sum(used) DESC, sum(opened) DESC, article_id LIMIT $3`,
    [span.from, span.to, limit],
  );
}

/** Sums by question over days, those that found nothing most often first. Index: question_usage_pkey. */
export async function questionUsage(
  db: Reader,
  span: { readonly from: string; readonly to: string },
  limit: number,
): Promise<Omit<QuestionCount, 'day'>[]> {
  return db.read(
    `SELECT words, sum(asked)::int AS asked, sum(not_found)::int AS "notFound", sum(used)::int AS used
     FROM question_usage WHERE day BETWEEN $1::date AND $2::date GROUP BY words
     ORDER BY sum(not_found) DESC, sum(asked) DESC, words LIMIT $3`,
    [span.from, span.to, limit],
  );
}
