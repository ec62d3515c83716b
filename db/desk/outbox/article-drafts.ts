import { articleIdSchema, type AccountId, type ArticleId } from '../../../shared/domain/ids.ts';
import { keptDraftSchema, type KeptDraft } from '../../../shared/domain/knowledge/kept-draft.ts';
import { instantSchema } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

interface Row {
  article_id: string;
  seen: number;
  base: number;
  saved_at: string;
  draft: string;
}

const PUT = `INSERT INTO article_drafts (account_id, article_id, seen, base, saved_at, draft) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (account_id, article_id) DO UPDATE SET seen = excluded.seen, base = excluded.base,
  saved_at = excluded.saved_at, draft = excluded.draft`;
// unique index on (account_id, article_id)
const ALL = `SELECT article_id, seen, base, saved_at, draft FROM article_drafts WHERE account_id = ? ORDER BY article_id`;
const DROP = `DELETE FROM article_drafts WHERE account_id = ? AND article_id = ?`;

/** The list statements, for the test that looks at their plans. */
export const ARTICLE_DRAFT_LISTS = [ALL] as const;

export function saveArticleDraft(db: WritableDb, account: AccountId, kept: KeptDraft): void {
  const { articleId, seen, base, savedAt, draft } = kept;
  db.run(PUT, [account, articleId, seen, base, savedAt, JSON.stringify(draft)]);
}

/** What this person has half-written at this desk. */
export function listArticleDrafts(db: ReadableDb, account: AccountId): KeptDraft[] {
  return db.all<Row>(ALL, [account]).map((row) =>
    keptDraftSchema.parse({
      articleId: articleIdSchema.parse(row.article_id),
      seen: row.seen,
      base: row.base,
      savedAt: instantSchema.parse(row.saved_at),
      draft: JSON.parse(row.draft) as unknown,
    }),
  );
}

export function dropArticleDraft(db: WritableDb, account: AccountId, articleId: ArticleId): void {
  db.run(DROP, [account, articleId]);
}
