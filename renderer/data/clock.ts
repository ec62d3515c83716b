import { useSyncExternalStore } from 'react';
import { useLive } from './live.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | null = null;
let second = Math.floor(Date.now() / 1000);

/** One timer for every clock on screen, aligned to full seconds, asleep while no clock is shown. */
function schedule(): void {
  timer = setTimeout(
    () => {
      second = Math.floor(Date.now() / 1000);
      for (const listener of listeners) listener();
      schedule();
    },
    1000 - (Date.now() % 1000) + 5,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    second = Math.floor(Date.now() / 1000);
    schedule();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearTimeout(timer);
      timer = null;
    }
  };
}

/**
 * The present time in ms since 1970, whole seconds, by one of three clocks; renders again each second.
 * `desk`: this window's; `exchange`: call and state timers; `centre`: deadlines.
 */
export function useNow(clock: 'desk' | 'exchange' | 'centre' = 'desk'): number {
  const now = useSyncExternalStore(subscribe, () => second) * 1000;
  const offset = useLive(({ exchangeOffset, sync }) =>
    clock === 'exchange' ? exchangeOffset : clock === 'centre' ? (sync?.clockOffset ?? 0) : 0,
  );
  return now + offset;
}

/** The same by whole minutes: for what is told in minutes and days, so that nothing renders 60 times for nothing. */
export function useMinute(clock: 'desk' | 'centre' = 'desk'): number {
  const minute = useSyncExternalStore(subscribe, () => Math.floor(second / 60)) * 60_000;
  const offset = useLive(({ sync }) => (clock === 'centre' ? (sync?.clockOffset ?? 0) : 0));
  return minute + offset;
}
