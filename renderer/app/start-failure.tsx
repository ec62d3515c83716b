import type { ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { FailureNote } from '../components/failure-note.tsx';

/** The window could not be connected to its station: nothing else can be shown. */
export function StartFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }): ReactNode {
  return (
    <main className="start-failure">
      <h1>座席工作台没有启动</h1>
      <FailureNote failure={failure} onRetry={onRetry} />
    </main>
  );
}
