import type { ReactNode } from 'react';
import { msOf } from '../../../../shared/instant.ts';
import type { Deadline } from '../../../../shared/policy/deadline.ts';
import { limitName } from '../../../../shared/policy/limit.ts';
import { START_EVENT_NAMES } from '../../../../shared/policy/values.ts';
import { RemainingTime } from '../../../components/remaining-time.tsx';
import { dueTime, exactTime } from '../../../components/times.ts';
import { DETAIL } from '../text.ts';

export interface DeadlineStripProps {
  readonly deadline: Deadline;
  /** The unit still has it; otherwise the limit is history and counts no more. */
  readonly running: boolean;
}

/** By when, how much is left, and the rule and article that say so. */
export function DeadlineStrip({ deadline, running }: DeadlineStripProps): ReactNode {
  const { due, article, from, startedAt, limit, provisional, packVersion, statutory, also } = deadline;
  return (
    <section className="order-deadline" aria-label={DETAIL.deadline}>
      <div className="order-deadline-main">
        {running && <RemainingTime due={due} />}
        <span>
          {/* The limit ends at 24:00, which an operator says as the day before midnight. */}
          <span className="num">{dueTime(msOf(due))}</span> 止
        </span>
        {provisional && (
          <span className="order-provisional-mark" title={DETAIL.deadlineProvisionalHint}>
            {DETAIL.deadlineProvisional}
          </span>
        )}
      </div>
      <div className="order-deadline-why">
        {limitName(limit)}，{START_EVENT_NAMES[from]} <span className="num">{exactTime(msOf(startedAt))}</span> ·{' '}
        <span title={DETAIL.deadlinePack(packVersion)}>{article}</span>
        {statutory && <span> · {DETAIL.deadlineStatutory(statutory)}</span>}
        {/* Two rules fitted: both articles are shown, the caller may ask for either. */}
        {also.map((other) => (
          <span key={`${other.rule}-${other.limit}`}>
            {' '}
            · {DETAIL.deadlineAlso(other.article, limitName(other.limit))}
          </span>
        ))}
      </div>
    </section>
  );
}
