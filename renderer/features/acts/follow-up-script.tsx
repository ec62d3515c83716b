import { PhoneOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useRules } from '../../data/rules.ts';
import type { Bench } from './judge.ts';
import { TEXT } from './text.ts';

/** What to say, in the order in which it is said, and how often nobody was reached so far. T15, Z10. */
export function FollowUpScript({ bench }: { bench: Bench }): ReactNode {
  const { order, actor } = bench;
  const pack = useRules()?.pack ?? null;
  const unreached = order.life.followUps.filter(({ reached }) => !reached).length;
  return (
    <section className="act-script" aria-label={TEXT.script}>
      <h4>
        <PhoneOutlined aria-hidden /> {TEXT.script}
        {unreached > 0 && <span className="act-warn">{TEXT.unreachedTimes(unreached)}</span>}
      </h4>
      <ol>
        <li>{TEXT.scriptOpening(pack?.cityName ?? '', actor.jobNumber)}</li>
        <li>{TEXT.scriptMatter(order.number ?? order.provisionalNumber)}</li>
        <li>{TEXT.scriptAnswered}</li>
        <li>{TEXT.scriptRating}</li>
        <li>{TEXT.scriptThanks}</li>
      </ol>
      {pack?.followUp && <p className="order-citation">{pack.followUp.article}</p>}
    </section>
  );
}
