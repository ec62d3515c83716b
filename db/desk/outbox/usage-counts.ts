import { usageSchema, type Usage } from '../../../shared/domain/knowledge/commands.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

const OPENED = `INSERT INTO opened_counts (article_id, day, opened) VALUES (?, ?, 1)
ON CONFLICT (article_id, day) DO UPDATE SET opened = opened + 1`;
const ASKED = `INSERT INTO question_counts (words, day, asked, not_found, used) VALUES (?, ?, 1, ?, ?)
ON CONFLICT (words, day) DO UPDATE SET asked = asked + 1, not_found = not_found + excluded.not_found,
  used = used + excluded.used`;
const MOST = 500;
const ALL_OPENED = `SELECT article_id AS articleId, day, opened FROM opened_counts LIMIT ${MOST}`;
const ALL_ASKED = `SELECT words, day, asked, not_found AS notFound, used FROM question_counts LIMIT ${MOST}`;
const DROP_OPENED = `DELETE FROM opened_counts WHERE article_id = ? AND day = ?`;
const DROP_ASKED = `DELETE FROM question_counts WHERE words = ? AND day = ?`;

/** An article was opened on purpose. @param day YYYY-MM-DD in Beijing */
export function countOpened(db: WritableDb, articleId: ArticleId, day: string): void {
  db.run(OPENED, [articleId, day]);
}

/** A question was asked, and what came of it. */
export function countAsked(
  db: WritableDb,
  words: string,
  day: string,
  came: { readonly notFound: boolean; readonly used: boolean },
): void {
  db.run(ASKED, [words, day, came.notFound ? 1 : 0, came.used ? 1 : 0]);
}

/** What has been counted since it was last told; null where there is nothing. */
export function readUsage(db: ReadableDb): Usage | null {
  const usage = usageSchema.parse({ articles: db.all<object>(ALL_OPENED), questions: db.all<object>(ALL_ASKED) });
  return usage.articles.length + usage.questions.length === 0 ? null : usage;
}

/** Takes out what has become a command, in that command's own transaction. */
export function forgetUsage(db: WritableDb, { articles, questions }: Usage): void {
  for (const { articleId, day } of articles) db.run(DROP_OPENED, [articleId, day]);
  for (const { words, day } of questions) db.run(DROP_ASKED, [words, day]);
}
