import type { ReactNode } from 'react';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import { COURSE_NAMES } from '../../../shared/domain/scoring/scoring.ts';
import { DueTime, RelativeTime } from '../../components/relative-time.tsx';
import { RemainingTime } from '../../components/remaining-time.tsx';
import { duration } from '../../components/times.ts';
import { Orders } from './order-brief.tsx';
import { PANE, SHEET, sourceText } from './text.ts';

/** The call and what was written in it. */
export function CallFacts({ detail }: { detail: Pick<ScoringDetail, 'scoring' | 'form' | 'orders'> }): ReactNode {
  const { scoring, form, orders } = detail;
  const { call, agent, inspector, source, due, appealUntil, state } = scoring;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [PANE.agent, `${agent.jobNumber} ${agent.name}`],
    [PANE.at, <RelativeTime key="at" at={call.startedAt} />],
    [PANE.length, duration(call.seconds * 1000)],
    [PANE.direction, PANE.directions[call.direction]],
    [PANE.reason, sourceText(source)],
    [PANE.form, PANE.formOf(form.content.name, form.version)],
    [PANE.inspector, inspector && `${inspector.jobNumber} ${inspector.name}`],
    [PANE.due, due && (state === 'open' || state === 'draft') && <RemainingTime key="due" due={due} />],
    [PANE.appealUntil, appealUntil && state === 'submitted' && <DueTime key="until" due={appealUntil} />],
  ];
  return (
    <section className="panel scoring-facts" aria-label={PANE.facts}>
      <h3>{PANE.facts}</h3>
      <dl className="calls-facts">
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
      </dl>
      <Orders orders={orders} />
    </section>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </>
  );
}

/** Who has done what with it, the newest first. */
export function Course({ course }: Pick<ScoringDetail['scoring'], 'course'>): ReactNode {
  return (
    <section className="panel scoring-facts" aria-label={PANE.course}>
      <h3>{PANE.course}</h3>
      <ul className="scoring-course">
        {course.toReversed().map(({ at, by, kind, note, total }) => (
          <li key={`${at} ${kind}`}>
            <RelativeTime at={at} /> <b>{COURSE_NAMES[kind]}</b> {by?.name}{' '}
            {total !== null && (
              <span className="num">
                {SHEET.total} {total.toFixed(1)}
              </span>
            )}
            {note !== '' && <p className="muted">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
