import type { ReactNode } from 'react';
import { msOf, type Instant } from '../../shared/instant.ts';
import { useMinute } from '../data/clock.ts';
import { dueTime, exactTime, relativeDue, relativeTime } from './times.ts';

/** 今天 13:02, 昨天 09:10, 11月18日; the exact instant on hover and for screen readers. */
export function RelativeTime({ at }: { at: Instant }): ReactNode {
  const now = useMinute();
  const ms = msOf(at);
  return (
    <time className="num" dateTime={at} title={exactTime(ms)}>
      {relativeTime(ms, now)}
    </time>
  );
}

/** Until when something may be done: 今天 23:59, 11月24日; the exact instant on hover and for screen readers. */
export function DueTime({ due }: { due: Instant }): ReactNode {
  const now = useMinute('centre');
  const ms = msOf(due);
  return (
    <time className="num" dateTime={due} title={dueTime(ms)}>
      {relativeDue(ms, now)}
    </time>
  );
}
