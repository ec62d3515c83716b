import type { Article } from '../../../shared/domain/article.ts';

/**
 * An article as it is written here. The body's first paragraph is the answer in a nutshell, fit to be read out;
 * what follows is for looking up.
 */
export interface ArticleRow {
  /** Becomes the id `k-<key>`. */
  readonly key: string;
  readonly kind: Article['kind'];
  readonly title: string;
  /** null: the centre's own. */
  readonly unit: string | null;
  /** The subject a caller's question about it is filed under; null where callers do not ask about it. */
  readonly subject: string | null;
  readonly asked: readonly string[];
  readonly body: string;
  readonly source: string;
  readonly checkedOn: string;
  /** Where the text ends by itself: a heating season, a year's fees. */
  readonly validUntil?: string;
}

/** The answer in a nutshell. */
export function nutshell(body: string): string {
  return body.slice(0, body.indexOf('\n\n') === -1 ? body.length : body.indexOf('\n\n'));
}
