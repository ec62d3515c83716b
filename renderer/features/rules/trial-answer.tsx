import { ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import type { Deadline, DueAnswer } from '../../../shared/policy/deadline.ts';
import { limitName } from '../../../shared/policy/limit.ts';
import type { Pack } from '../../../shared/policy/pack.ts';
import { START_EVENT_NAMES } from '../../../shared/policy/values.ts';
import { Tag } from '../../components/tags.tsx';
import { dueSaid } from '../../components/due.ts';
import { exactTime } from '../../components/times.ts';
import type { Days, Skipped } from './model/days.ts';
import { countingOf } from './model/trial.ts';
import { CALENDAR, TRY } from './text.ts';

export interface TrialAnswerProps {
  readonly pack: Pack;
  readonly days: Days;
  readonly answer: DueAnswer;
  readonly nowMs: number;
}

/** When it is due, and everything that says so; or why there is no limit. */
export function TrialAnswer({ pack, days, answer, nowMs }: TrialAnswerProps): ReactNode {
  if (answer.deadline === null)
    return (
      <output className="rules-trial-answer">
        <p className="rules-trial-due">
          <MinusCircleOutlined aria-hidden /> {TRY.noLimit}
        </p>
        <p>{answer.reason}</p>
        <p className="faint">{[answer.rule, answer.article].filter(Boolean).join(' ')}</p>
      </output>
    );
  const { deadline, note } = answer;
  const { due, limit, from, startedAt, rule, article, provisional, statutory, also } = deadline;
  const facts = [
    [TRY.limit, limitName(limit)],
    [TRY.from, `${START_EVENT_NAMES[from]}，${exactTime(msOf(startedAt)).slice(0, 16)}`],
    [TRY.rule, [rule === 'statute' ? null : rule, article, statutory].filter(Boolean).join(' ')],
    [TRY.note, note],
    [TRY.also, also.map((each) => `${each.rule} ${each.article}：${limitName(each.limit)}`).join('；')],
  ] as const;
  return (
    <output className="rules-trial-answer">
      <p className="rules-trial-due num" title={exactTime(msOf(due))}>
        <ClockCircleOutlined aria-hidden /> {limit === 'atOnce' ? TRY.atOnce : dueSaid(msOf(due), nowMs)}
        {provisional && (
          <span title={TRY.provisionalHint(days.calendar.knownUntil)}>
            <Tag tone="warn">{TRY.provisional}</Tag>
          </span>
        )}
      </p>
      <dl className="rules-facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <Counting pack={pack} days={days} deadline={deadline} />
      </dl>
    </output>
  );
}

/** Which days count and which do not: what a caller who reckons otherwise is told. */
function Counting({ pack, days, deadline }: { pack: Pack; days: Days; deadline: Deadline }): ReactNode {
  const counting = countingOf(pack, deadline, days);
  if (!counting) return null;
  const { counted, skipped } = counting;
  return (
    <div>
      <dt>{TRY.days}</dt>
      <dd className="num">
        {TRY.counted(counted.length)}：{counted.map(shortDate).join('、')}
        {skipped.length > 0 && <span className="faint"> {TRY.skipped(skipped.map(spanSaid).join('、'))}</span>}
      </dd>
    </div>
  );
}

/** `11/28–29 周末`. */
function spanSaid({ from, to, kind }: Skipped): string {
  const end = from === to ? '' : `–${from.slice(0, 7) === to.slice(0, 7) ? Number(to.slice(8)) : shortDate(to)}`;
  return `${shortDate(from)}${end} ${CALENDAR.kinds[kind]}`;
}

/** `10/9`. */
function shortDate(date: string): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`;
}
