import type { ReactNode } from 'react';
import type { CallRef } from '../../../shared/domain/call.ts';
import { thisTurn } from '../../../shared/domain/acts/course.ts';
import { useRules } from '../../data/rules.ts';
import { CallButton } from './call-button.tsx';
import type { Bench } from './judge.ts';
import { TEXT } from './text.ts';

export interface FollowUpScriptProps {
  readonly bench: Bench;
  readonly onCalled: (call: CallRef) => void;
}

/** The call, what to say in it, in the order in which it is said, and how often nobody was reached so far. T15, Z10. */
export function FollowUpScript({ bench, onCalled }: FollowUpScriptProps): ReactNode {
  const { order, actor } = bench;
  const pack = useRules()?.pack ?? null;
  const unreached = thisTurn(order).followUps.filter(({ reached }) => !reached).length;
  return (
    <section className="act-script" aria-label={TEXT.script}>
      <div className="act-buttons">
        <CallButton order={order} onCalled={onCalled} />
        {unreached > 0 && <span className="act-warn">{TEXT.unreachedTimes(unreached)}</span>}
      </div>
      <ol>
        <li>{TEXT.scriptOpening(pack?.cityName ?? '', actor.jobNumber)}</li>
        <li>{TEXT.scriptMatter(order.number ?? order.provisionalNumber)}</li>
        <li>{TEXT.scriptAnswered}</li>
        <li>{TEXT.scriptRating}</li>
        <li>{TEXT.scriptThanks}</li>
      </ol>
    </section>
  );
}
