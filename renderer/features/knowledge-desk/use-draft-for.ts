import type { FeedbackRow } from '../../../shared/contract/desk-knowledge.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useDeed } from '../../data/use-deed.ts';
import { draftFor, newArticleId } from './new-article.ts';

/**
 * Begins an article out of a question that has none, in one step: kept at the desk like anything half-written, then
 * opened in the editor.
 */
export function useDraftFor(open: (id: ArticleId) => void): {
  readonly begin: (row: FeedbackRow) => void;
  readonly failure: Failure | null;
} {
  const { failure, act } = useDeed();
  const begin = async (row: FeedbackRow): Promise<void> => {
    const articleId = newArticleId();
    const draft = draftFor(row);
    if (await act((desk) => desk.knowledgeDesk.keepDraft({ articleId, seen: 0, base: 0, draft }))) open(articleId);
  };
  return { begin: (row) => void begin(row), failure };
}
