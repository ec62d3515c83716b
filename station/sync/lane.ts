import type { Failure } from '../../shared/failure.ts';
import { backoffMs } from './backoff.ts';

/** One kind of work that is done piece by piece, again after a while where it failed, and never twice at once. */
export interface Lane {
  /** There may be work. Does not shorten a wait after a failure. */
  kick(): void;
  /** Tries at once, whatever went wrong before. */
  now(): void;
  readonly busy: boolean;
  stop(): Promise<void>;
}

export interface LaneOptions {
  /** Does one piece. `again`: there is more. */
  readonly run: () => Promise<'again' | 'idle'>;
  readonly failureOf: (error: unknown) => Failure;
  /** Told of every failure; the lane tries again by itself. */
  readonly onFailure: (failure: Failure, error: unknown) => void;
  readonly onIdle: () => void;
  readonly random: () => number;
}

export function createLane(options: LaneOptions): Lane {
  let running: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;

  async function work(): Promise<void> {
    do {
      again = false;
      try {
        while (!stopped() && (await options.run()) === 'again') failures = 0;
        failures = 0;
      } catch (error) {
        if (stopped()) return;
        const failure = options.failureOf(error);
        failures += 1;
        again = false;
        const wait = backoffMs(failures, options.random(), failure.retryAfterMs);
        timer = setTimeout(() => {
          timer = null;
          start();
        }, wait);
        options.onFailure(failure, error);
      }
    } while (again && !stopped());
  }

  function start(): void {
    if (stopped()) return;
    if (running) {
      again = true;
      return;
    }
    running = work().finally(() => {
      running = null;
      if (stopped()) return;
      // Kicked between its last look and this line.
      if (again && !timer) start();
      else options.onIdle();
    });
  }

  return {
    get busy() {
      return running !== null;
    },
    kick: () => {
      if (!timer) start();
    },
    now: () => {
      if (timer) clearTimeout(timer);
      timer = null;
      failures = 0;
      start();
    },
    stop: async () => {
      stopping.abort();
      if (timer) clearTimeout(timer);
      timer = null;
      await running;
    },
  };
}
