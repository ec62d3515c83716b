import type { ReactNode } from 'react';
import type { DeskQuery } from '../data/use-query.ts';
import { FailureNote } from './failure-note.tsx';
import { ListSkeleton } from './skeletons.tsx';

export interface AnswerProps<T> {
  readonly query: Pick<DeskQuery<T>, 'data' | 'failure' | 'refresh'>;
  /** The shape of what comes; absent: a list of narrow rows. */
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/**
 * What the station answers, with what stands there until it does. A failure stands above what is known, which stays:
 * rows of a minute ago are worth more to whoever is on the telephone than an empty panel.
 */
export function Answer<T>({ query, skeleton = NARROW, children }: AnswerProps<T>): ReactNode {
  const { data, failure, refresh } = query;
  return (
    <>
      {failure && <FailureNote failure={failure} onRetry={refresh} />}
      {data === undefined ? !failure && skeleton : children(data)}
    </>
  );
}

const NARROW = <ListSkeleton rows={8} height={36} />;
