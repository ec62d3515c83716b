import { useRef } from 'react';
import type { ArticleId } from '../../../shared/domain/ids.ts';
import { useDesk } from '../../data/use-desk.ts';

/** Counts what is asked, found and opened, as it happens. */
export interface Counting {
  readonly opened: (id: ArticleId) => void;
  /** A question is done with: left, or answered. The same one is counted once until another is asked. */
  readonly asked: (words: string, came: { notFound: boolean; used: boolean }) => void;
}

export function useCounting(): Counting {
  const desk = useDesk();
  const last = useRef('');
  // A figure that could not be counted is no reason to disturb somebody who is speaking with a caller.
  const ignore = (): void => undefined;
  return {
    opened: (articleId) => {
      desk.knowledgeDesk.count({ what: 'opened', articleId }).catch(ignore);
    },
    asked: (words, came) => {
      const said = words.trim().slice(0, 400);
      if (said === '' || (said === last.current && !came.used)) return;
      last.current = said;
      desk.knowledgeDesk.count({ what: 'asked', words: said, ...came }).catch(ignore);
    },
  };
}
