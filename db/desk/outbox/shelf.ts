import { articleIdSchema, type AccountId, type ArticleId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

/** Kept for each person beside what they pinned. */
const RECENT_KEPT = 30;

const OPENED = `INSERT INTO shelf (account_id, article_id, opened_at) VALUES (?, ?, ?)
ON CONFLICT (account_id, article_id) DO UPDATE SET opened_at = excluded.opened_at`;
const PINNED = `INSERT INTO shelf (account_id, article_id, pinned_at) VALUES (?, ?, ?)
ON CONFLICT (account_id, article_id) DO UPDATE SET pinned_at = excluded.pinned_at`;
// unique index on (account_id, article_id): a person has some dozens
const PINS = `SELECT article_id AS id FROM shelf WHERE account_id = ? AND pinned_at IS NOT NULL ORDER BY pinned_at`;
const RECENT = `SELECT article_id AS id FROM shelf WHERE account_id = ? AND opened_at IS NOT NULL ORDER BY opened_at DESC`;
const FORGET = `DELETE FROM shelf WHERE account_id = ? AND pinned_at IS NULL AND (opened_at IS NULL OR opened_at <= (
  SELECT opened_at FROM shelf WHERE account_id = ? AND pinned_at IS NULL AND opened_at IS NOT NULL
  ORDER BY opened_at DESC LIMIT 1 OFFSET ${RECENT_KEPT}))`;

/** The list statements, for the test that looks at their plans. */
export const SHELF_LISTS = [PINS, RECENT] as const;

export interface Shelf {
  /** As they were pinned. */
  readonly pinned: readonly ArticleId[];
  /** What was read last, first; those pinned among them. */
  readonly recent: readonly ArticleId[];
}

/** Somebody has opened an article on purpose. What they opened long before is forgotten. */
export function shelveOpened(db: WritableDb, account: AccountId, id: ArticleId, at: Instant): void {
  db.run(OPENED, [account, id, at]);
  db.run(FORGET, [account, account]);
}

/** Pins an article for somebody, or takes it off. @param at null: not pinned any more */
export function shelvePinned(db: WritableDb, account: AccountId, id: ArticleId, at: Instant | null): void {
  db.run(PINNED, [account, id, at]);
}

/** What somebody has at hand at this desk. */
export function readShelf(db: ReadableDb, account: AccountId): Shelf {
  const ids = (sql: string): ArticleId[] =>
    db.all<{ id: string }>(sql, [account]).map(({ id }) => articleIdSchema.parse(id));
  return { pinned: ids(PINS), recent: ids(RECENT) };
}
