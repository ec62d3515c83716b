import type { ReactNode } from 'react';
import { msOf, type Instant } from '../../shared/instant.ts';
import { useMinute } from '../data/clock.ts';
import { exactTime, relativeTime } from './times.ts';

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
