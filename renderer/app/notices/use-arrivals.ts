import { useEffect, useEffectEvent, useRef } from 'react';
import type { QueueCount } from '../../../shared/contract/desk-queues.ts';
import { useLive } from '../../data/live.ts';
import { useHost } from '../../data/use-desk.ts';
import { TEXT } from './text.ts';

/** Tells the person outside this window what the centre has just sent them. */
export function useArrivals(): void {
  const host = useHost();
  const arrivals = useLive((live) => live.arrivals);
  useEffect(() => {
    const [first] = arrivals;
    if (first) host.notify(arrivals.length === 1 ? TEXT.title : TEXT.many(arrivals.length), first.text.slice(0, 200));
  }, [host, arrivals]);
}

/** Tells of limits that pass while the centre cannot: from what this desk holds. */
export function usePassedLimits(counts: readonly QueueCount[] | undefined): void {
  const host = useHost();
  const before = useRef<number | null>(null);
  // One order waits in several queues: the fullest says how many there are at least.
  const overdue = counts && Math.max(0, ...counts.map((count) => count.overdue));
  const tell = useEffectEvent((passed: number) => {
    const away = useLive.getState().sync?.since ?? null;
    if (away !== null) host.notify(TEXT.passedTitle, TEXT.passed(passed));
  });
  useEffect(() => {
    if (overdue === undefined) return;
    const known = before.current;
    before.current = overdue;
    if (known !== null && overdue > known) tell(overdue - known);
  }, [overdue]);
}
