import { msOf, type Instant } from '../shared/instant.ts';

/** Says when a limit passes, so that lists are right although nobody has written anything. */
export interface DueWatch {
  /** Orders have changed: the next limit may be another. */
  look(): void;
  stop(): void;
}

export interface DueWatchOptions {
  /** When an order first comes into 将到期 or 超期 from that moment on; null: none that is known does. */
  readonly next: (fromMs: number) => Promise<Instant | null>;
  /** The centre's clock. */
  readonly nowMs: () => number;
  readonly onPassed: () => void;
  readonly onFault: (event: string, error: unknown) => void;
}

/** A snapshot changes orders hundreds of times; ms. */
const LOOKS_APART_MS = 500;
/** A machine that slept, or whose clock was set, looks again by then; ms. */
const LONGEST_MS = 3600_000;

export function watchDue({ next, nowMs, onPassed, onFault }: DueWatchOptions): DueWatch {
  let resting: NodeJS.Timeout | null = null;
  let waiting: NodeJS.Timeout | null = null;
  let asked = 0;
  let stopped = false;
  // Lists read since show every limit up to here; what passes while nobody waits for it must still be told.
  let toldMs = nowMs();

  function look(): void {
    if (stopped || resting) return;
    resting = setTimeout(() => {
      resting = null;
      void wait();
    }, LOOKS_APART_MS);
  }

  async function wait(): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      // A clock set back has all of it before it again.
      const at = await next(Math.min(toldMs, nowMs()));
      if (mine !== asked || stopped) return;
      if (waiting) clearTimeout(waiting);
      // The moment after: at the instant itself nothing has passed yet.
      const ms = at === null ? LONGEST_MS : Math.min(LONGEST_MS, msOf(at) + 1 - nowMs());
      waiting = setTimeout(() => turned(at), Math.max(0, ms));
    } catch (error) {
      onFault('next limit not known', error);
    }
  }

  function turned(at: Instant | null): void {
    const now = nowMs();
    if (at !== null && msOf(at) < now) {
      toldMs = now;
      onPassed();
    }
    look();
  }

  return {
    look,
    stop: () => {
      stopped = true;
      if (resting) clearTimeout(resting);
      if (waiting) clearTimeout(waiting);
    },
  };
}
