import { ClockCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Order } from '../../../shared/domain/order.ts';
import { isWithUnit } from '../../../shared/domain/order.ts';
import { msOf } from '../../../shared/instant.ts';
import type { Deadline } from '../../../shared/policy/deadline.ts';
import { limitName } from '../../../shared/policy/limit.ts';
import { START_EVENT_NAMES } from '../../../shared/policy/values.ts';
import { RemainingTime } from '../../components/remaining-time.tsx';
import { dueTime } from '../../components/times.ts';
import { TEXT } from './text.ts';

/** The limit an act would set, with its article, before it is done; nothing where the act leaves the limit alone. */
export function DeadlinePreview({ before, after }: { before: Order; after: Order | null }): ReactNode {
  if (!after) return null;
  const { deadline } = after;
  if (deadline === null && !(isWithUnit(after.state) && !isWithUnit(before.state))) return null;
  if (deadline && same(deadline, before.deadline)) return null;
  return (
    <section className="act-deadline" aria-label={TEXT.limitAfter}>
      <ClockCircleOutlined aria-hidden />
      {deadline ? <Limit deadline={deadline} /> : <span>{TEXT.noLimit}</span>}
    </section>
  );
}

/** A limit is worked out anew each minute while a form is open; what counts is what it says. */
function same(one: Deadline, other: Deadline | null): boolean {
  return other !== null && one.due === other.due && one.rule === other.rule;
}

function Limit({ deadline }: { deadline: Deadline }): ReactNode {
  const { due, limit, from, article, also, provisional, statutory } = deadline;
  return (
    <div>
      <div className="act-deadline-main">
        <strong>{limitName(limit)}</strong>
        <span>
          {/* The limit ends at 24:00, which people say as the day before midnight. */}
          <span className="num">{dueTime(msOf(due))}</span> {TEXT.until}
        </span>
        <RemainingTime due={due} />
        {provisional && <span className="order-provisional-mark">{TEXT.provisional}</span>}
      </div>
      <div className="order-faint">
        {START_EVENT_NAMES[from]} · {statutory ?? article}
        {also.map((other) => (
          <span key={`${other.rule}-${other.limit}`}> · {TEXT.also(other.article, limitName(other.limit))}</span>
        ))}
      </div>
    </div>
  );
}
