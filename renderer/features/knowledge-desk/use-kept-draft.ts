import { useEffect, useState } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Instant } from '../../../shared/instant.ts';
import { useDesk } from '../../data/use-desk.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';

export interface KeptAtDesk extends Omit<DraftKeeper, 'end'> {
  /** When it was last kept. */
  readonly at: Instant | null;
  readonly failure: Failure | null;
}

/** Keeps what stands in the editor of this article. */
export function useKeptDraft(articleId: ArticleId): KeptAtDesk {
  const desk = useDesk();
  const [at, setAt] = useState<Instant | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [keeper] = useState(() =>
    createDraftKeeper({
      save: (kept) => desk.knowledgeDesk.keepDraft({ articleId, ...kept }),
      onSaved: (savedAt) => {
        setAt(savedAt);
        setFailure(null);
      },
      onFailed: setFailure,
    }),
  );
  useEffect(() => () => void keeper.end(), [keeper]);
  return { ...keeper, at, failure };
}
