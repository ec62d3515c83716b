import type { Hit } from '../../../shared/contract/knowledge-search.ts';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import type { HitGroup } from './hit-list.tsx';
import { TEXT } from './text.ts';

export interface Shelf {
  /** What to list while nothing is asked: what is pinned, then what was read of late; empty groups are left out. */
  readonly groups: readonly HitGroup[];
  /** All of them, in the order in which they are listed. */
  readonly hits: readonly Hit[];
  readonly isPinned: (id: ArticleId) => boolean;
  readonly failure: Failure | null;
  /** Asks what was read since. Reading itself moves nothing: the list stands still under the hand. */
  readonly refresh: () => void;
}

/** What whoever is signed in has at hand at this desk. */
export function useShelf(): Shelf {
  const { data, failure, refresh } = useDeskQuery({
    key: ['shelf'],
    tables: ['shelf', 'articles'],
    run: (desk) => desk.knowledgeDesk.shelf(),
  });
  const pinned = data?.pinned ?? [];
  const recent = data?.recent ?? [];
  const groups: readonly HitGroup[] = [
    { title: TEXT.pinned, hits: pinned },
    { title: TEXT.recent, hits: recent },
  ];
  return {
    groups: groups.filter(({ hits }) => hits.length > 0),
    hits: [...pinned, ...recent],
    isPinned: (id) => pinned.some(({ articleId }) => articleId === id),
    failure,
    refresh,
  };
}
