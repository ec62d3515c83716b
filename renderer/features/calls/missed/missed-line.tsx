import type { ReactNode } from 'react';
import type { MissedCall, MissedState } from '../../../../shared/domain/calls/missed.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { Tag } from '../../../components/tags.tsx';
import { duration } from '../../../components/times.ts';
import { MISSED, MISSED_STATE_NAMES } from '../text.ts';

const TONES: Readonly<Record<MissedState, 'warn' | 'accent' | 'good' | 'neutral'>> = {
  waiting: 'warn',
  claimed: 'accent',
  reached: 'good',
  came: 'good',
  dropped: 'neutral',
};

/** One caller to be rung back. */
export function MissedLine({ row, children }: { row: MissedCall; children: ReactNode }): ReactNode {
  const { number, times, lastAt, waitedSeconds, closed, state, claimedBy, attempts, note } = row;
  return (
    <tr>
      <td className="num">{number}</td>
      <td className="num">{times}</td>
      <td>
        <RelativeTime at={lastAt} />
      </td>
      <td className="num">
        {closed ? MISSED.closed : waitedSeconds === null ? MISSED.waitUnknown : duration(waitedSeconds * 1000)}
      </td>
      <td>
        <Tag tone={TONES[state]}>{MISSED_STATE_NAMES[state]}</Tag> {claimedBy?.name}
      </td>
      <td className="calls-wrap">
        {attempts.length === 0 && MISSED.noAttempts}
        {attempts.map(({ callId, at, byName, answered }) => (
          <div key={callId}>
            <RelativeTime at={at} /> {byName}{' '}
            {answered === null ? MISSED.running : answered ? MISSED.answered : MISSED.unanswered}
          </div>
        ))}
        {note && <div className="faint">{note}</div>}
      </td>
      <td className="calls-acts">{children}</td>
    </tr>
  );
}
