/** Takes back a timer; harmless once it has run. */
export type Cancel = () => void;

/** Time as the telephony parts see it: injected, so that tests replay a whole shift in a blink. */
export interface Scheduler {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Runs once after `delayMs`, never before this call has returned. */
  setTimer(delayMs: number, run: () => void): Cancel;
}

/** The machine's own clock and timers. */
export const systemScheduler: Scheduler = {
  nowMs: () => Date.now(),
  setTimer(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Numbers in [0, 1), as `Math.random` gives them. */
export type Random = () => number;

/** A small generator (mulberry32) whose numbers follow from its seed alone; not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
