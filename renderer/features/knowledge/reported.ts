import type { Article, ArticleRef } from '../../../shared/domain/article.ts';
import { FEEDBACK_KIND_NAMES, type FeedbackKind } from '../../../shared/domain/knowledge/feedback.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { msOf, type Instant } from '../../../shared/instant.ts';
import { clockTimeSeconds } from '../../components/times.ts';
import { TEXT } from './text.ts';

/** What a report may be about. */
export interface ReportSubject {
  /** What is being read; null where nothing fitting was found. */
  readonly article: ArticleRef | null;
  /** What was asked for. */
  readonly query: string;
}

/** An article before the operator: as it was read, or as it was found until then. Null where there is none. */
export function refOf(
  id: ArticleId | null,
  article: Pick<Article, 'id' | 'version' | 'title'> | null | undefined,
  found: readonly ArticleRef[],
): ArticleRef | null {
  if (article) return { articleId: article.id, version: article.version, title: article.title };
  const hit = found.find(({ articleId }) => articleId === id);
  return hit ? { articleId: hit.articleId, version: hit.version, title: hit.title } : null;
}

/** A report that is in the outbox, about what was before the operator when they began it. */
export interface Reported {
  readonly about: ReportSubject;
  readonly kind: FeedbackKind;
  readonly at: Instant;
  /** What the operator had turned to by hand. */
  readonly turn: string;
}

/** Whether that kind is said of the article, not of the question. */
export function isOfArticle(kind: FeedbackKind): boolean {
  return kind === 'wrong' || kind === 'outdated';
}

/**
 * The line after a report; `''`: none. It stays until the operator turns to something else by hand. Results that change
 * by themselves leave it, and it names what it is about where another article or question now stands beside it.
 */
export function reportedLine(reported: Reported | null, beside: ReportSubject, turn: string): string {
  if (reported === null || reported.turn !== turn) return '';
  const { about, kind, at } = reported;
  const name = nameUnless(about, kind, beside);
  return TEXT.reported(FEEDBACK_KIND_NAMES[kind], name, clockTimeSeconds(msOf(at)));
}

function nameUnless({ article, query }: ReportSubject, kind: FeedbackKind, beside: ReportSubject): string {
  if (article && isOfArticle(kind))
    return article.articleId === beside.article?.articleId ? '' : TEXT.reportedArticle(article.title);
  return query === beside.query ? '' : TEXT.reportedQuery(query);
}
