import type { Failure } from '../../shared/failure.ts';
import { failureOf } from './failure-of.ts';

interface QueryState<T> {
  /** The question that `data` or `failure` answers; null before the first answer. */
  readonly answered: string | null;
  readonly data: T | undefined;
  readonly failure: Failure | null;
  /** A question is under way, whether or not older data is shown meanwhile. */
  readonly loading: boolean;
}

/** One place that asks again and again: only the newest asking may answer. */
export interface Query<T> {
  readonly read: () => QueryState<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks; what was known stays readable meanwhile. `question` says what the answer will be an answer to. */
  readonly ask: (question: string, run: () => Promise<T>) => Promise<void>;
  /** Asks the last question once more. */
  readonly again: () => Promise<void>;
  /** Stops waiting: whatever is under way answers to nobody. */
  readonly drop: () => void;
}

export function createQuery<T>(): Query<T> {
  let state: QueryState<T> = { answered: null, data: undefined, failure: null, loading: false };
  let newest = 0;
  let last: { readonly question: string; readonly run: () => Promise<T> } | null = null;
  const listeners = new Set<() => void>();

  const become = (next: QueryState<T>): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  async function ask(question: string, run: () => Promise<T>): Promise<void> {
    newest += 1;
    const mine = newest;
    last = { question, run };
    become({ ...state, loading: true });
    try {
      const data = await run();
      if (mine === newest) become({ answered: question, data, failure: null, loading: false });
    } catch (error) {
      if (mine !== newest) return;
      // Known rows stay on screen beside the failure, but only rows of this very question.
      const data = state.answered === question ? state.data : undefined;
      become({ answered: question, data, failure: failureOf(error), loading: false });
    }
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask,
    async again() {
      if (last) await ask(last.question, last.run);
    },
    drop() {
      newest += 1;
      if (state.loading) become({ ...state, loading: false });
    },
  };
}
