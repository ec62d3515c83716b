import type { ReactNode } from 'react';
import type { DueAnswer } from '../../../../shared/policy/deadline.ts';
import { limitName } from '../../../../shared/policy/limit.ts';
import { START_EVENT_NAMES } from '../../../../shared/policy/values.ts';
import { limitSaid } from '../../../components/due.ts';
import { useMinute } from '../../../data/clock.ts';
import { OUTCOME } from '../text.ts';

/** The limit before it is set: by when, what starts it, under which article, and what else fits. */
export function LimitLine({ answer }: { answer: DueAnswer | null }): ReactNode {
  const now = useMinute('centre');
  if (answer === null)
    return (
      <span className="ct-deadline">
        <span>{OUTCOME.deadline}</span>
        <span className="ellipsis">{OUTCOME.limitUnknown}</span>
      </span>
    );
  if (answer.deadline === null)
    return (
      <span className="ct-deadline">
        <span>{OUTCOME.deadline}</span>
        <b>{OUTCOME.noLimit}</b>
        <span className="ellipsis" title={answer.reason}>
          {[answer.reason, answer.article].filter(Boolean).join(' · ')}
        </span>
      </span>
    );
  const { deadline, note } = answer;
  const { article, from, also, provisional } = deadline;
  const others = also.map((other) => OUTCOME.also(`${other.rule} ${other.article}`, limitName(other.limit)));
  const words = [article, ...others, provisional && OUTCOME.provisionalCalendar].filter(Boolean).join(' · ');
  return (
    <span className="ct-deadline">
      <span>{OUTCOME.deadline}</span>
      <b className="num">{limitSaid(deadline, now)}</b>
      <span className="ellipsis" title={[words, START_EVENT_NAMES[from], note].filter(Boolean).join('；')}>
        {words}
      </span>
    </span>
  );
}
