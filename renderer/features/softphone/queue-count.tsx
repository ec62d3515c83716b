import { TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { msOf, type Instant } from '../../../shared/instant.ts';
import { duration } from '../../components/times.ts';
import { useNow } from '../../data/clock.ts';
import { useLive } from '../../data/live.ts';
import { TEXT } from './text.ts';

/** A caller who has waited this long is shown as pressing. */
const LONG_WAIT_MS = 60_000;

/** 排队 3 · 最长 0:41. */
export function QueueCount(): ReactNode {
  const queue = useLive(({ telephony }) => telephony?.queue ?? null);
  if (!queue) return null;
  return (
    <span className="queue-count" title={`示闲座席 ${queue.agentsReady}`}>
      <TeamOutlined aria-hidden />
      {TEXT.queue} <strong className="num">{queue.waiting}</strong>
      {queue.waiting > 0 && queue.longestSince && <LongestWait since={queue.longestSince} />}
    </span>
  );
}

function LongestWait({ since }: { since: Instant }): ReactNode {
  const waited = useNow('exchange') - msOf(since);
  return (
    <span className={`queue-longest ${waited > LONG_WAIT_MS ? 'queue-pressing' : ''}`}>
      · {TEXT.longest} <strong className="num">{duration(waited)}</strong>
    </span>
  );
}
