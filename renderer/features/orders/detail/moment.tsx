import type { ReactNode } from 'react';
import { msOf, type Instant } from '../../../../shared/instant.ts';
import { clockTime, exactTime, relativeTime } from '../../../components/times.ts';
import { useMinute } from '../../../data/clock.ts';

/** Day and time, however long ago: in an order's course the hour matters where a list is content with the day. */
export function Moment({ at }: { at: Instant }): ReactNode {
  const ms = msOf(at);
  const said = relativeTime(ms, useMinute());
  return (
    <time className="num" dateTime={at} title={exactTime(ms)}>
      {said.includes(':') ? said : `${said} ${clockTime(ms)}`}
    </time>
  );
}
