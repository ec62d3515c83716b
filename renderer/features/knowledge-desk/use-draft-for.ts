import { useState } from 'react';
import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { draftFor, newArticleId } from './new-article.ts';

/**
 * Begins an article out of a question that has none, in one step: kept at the desk like anything half-written, then
 * opened in the editor.
 */
export function useDraftFor(open: (id: ArticleId) => void): {
  readonly begin: (row: FeedbackRow) => void;
  readonly failure: Failure | null;
} {
  const desk = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = (row: FeedbackRow): void => {
    setFailure(null);
    const articleId = newArticleId();
    desk.knowledgeDesk.keepDraft({ articleId, seen: 0, base: 0, draft: draftFor(row) }).then(
      () => open(articleId),
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  return { begin, failure };
}
