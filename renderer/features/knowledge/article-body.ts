import { articleText, articleTree } from '../../../shared/domain/article-text.ts';
import type { Article } from '../../../shared/domain/article.ts';
import { plainOf } from '../../../shared/domain/knowledge/plain-text.ts';
import { startOfBeijingDate, beijingDate } from '../../../shared/instant.ts';

/** A whole article is short enough to be an answer; a longer one gives the passage that was found. Characters. */
const WHOLE_ANSWER = 600;

/**
 * The text an article puts into the answer.
 * @param chosen what the operator has selected with the mouse in the article; it wins
 * @param passage the passage the search found
 */
export function answerFrom(article: Pick<Article, 'body'>, chosen: string, passage: string): string {
  const selection = chosen.trim();
  if (selection) return selection;
  const plain = saidOf(article)
    .replaceAll(/^#+ /gm, '')
    .replaceAll(/^- /gm, '· ')
    .replaceAll(/\n{2,}/g, '\n');
  return plain.length <= WHOLE_ANSWER || !passage.trim() ? plain : passage.trim();
}

/** What an article says to a caller: not the questions it has asked them, nor where a picture stands. */
function saidOf(article: Pick<Article, 'body'>): string {
  const blocks = articleTree(article).blocks.filter(({ type }) => type !== 'steps' && type !== 'picture');
  return blocks.length > 0 ? plainOf({ blocks }) : articleText(article);
}

/** Added below what has been written already; never twice. */
export function appendAnswer(written: string, addition: string): string {
  if (written.includes(addition)) return written;
  return written.trim() ? `${written.trimEnd()}\n${addition}` : addition;
}

/** What speaks against reading an article out as it stands. */
export type Doubt =
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired'; readonly day: string }
  | { readonly kind: 'stale'; readonly days: number };

/** Days after which an unchecked article asks for care. */
const STALE_DAYS = 365;

/** @param nowMs ms since 1970 */
export function doubtOf(article: Pick<Article, 'state' | 'validUntil' | 'checkedOn'>, nowMs: number): Doubt | null {
  const { state, validUntil } = article;
  if (state === 'withdrawn' || state === 'archived') return { kind: 'withdrawn' };
  const today = beijingDate(nowMs);
  if (state === 'expired') return { kind: 'expired', day: validUntil ?? today };
  if (validUntil !== null && validUntil < today) return { kind: 'expired', day: validUntil };
  const days = Math.floor((nowMs - startOfBeijingDate(article.checkedOn)) / 86_400_000);
  return days > STALE_DAYS ? { kind: 'stale', days } : null;
}
