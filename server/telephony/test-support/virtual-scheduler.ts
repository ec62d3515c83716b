import type { Scheduler } from '../scheduler.ts';

export interface VirtualScheduler extends Scheduler {
  /** Lets `ms` pass: every timer due runs at its own time, with all promises settled in between. */
  pass(ms: number): Promise<void>;
}

/** A clock that stands still until told to go on. */
export function virtualScheduler(startMs = Date.UTC(2026, 10, 21, 2)): VirtualScheduler {
  let current = startMs;
  let made = 0;
  const timers = new Map<number, { at: number; run: () => void }>();

  function nextDue(until: number): { id: number; at: number; run: () => void } | null {
    let best: { id: number; at: number; run: () => void } | null = null;
    for (const [id, timer] of timers) if (timer.at <= until && (!best || timer.at < best.at)) best = { id, ...timer };
    return best;
  }

  return {
    nowMs: () => current,
    setTimer(delayMs, run) {
      made += 1;
      const id = made;
      timers.set(id, { at: current + Math.max(0, delayMs), run });
      return () => void timers.delete(id);
    },
    async pass(ms) {
      const until = current + ms;
      await settled();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        current = Math.max(current, due.at);
        timers.delete(due.id);
        due.run();
        await settled();
      }
      current = until;
    },
  };
}

/** After every promise that can go on without a timer has done so. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
