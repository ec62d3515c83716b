import './mine.css';
import { Button, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { Mine } from '../../../shared/contract/mine.ts';
import { RATING_NAMES } from '../../../shared/domain/life.ts';
import { may } from '../../../shared/domain/people.ts';
import { beijingDate } from '../../../shared/instant.ts';
import { useNavigation, type ScreenParams } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { duration } from '../../components/times.ts';
import { useMinute } from '../../data/clock.ts';
import { useLive } from '../../data/live.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { periodsUpTo } from '../reports/periods.ts';
import { OwnScores } from '../scoring/own-scores.tsx';
import { Corrections } from './corrections.tsx';
import { Drafts } from './drafts.tsx';
import { Ratings, Returns } from './own-orders.tsx';
import { MINE } from './text.ts';

type View = 'ratings' | 'scores' | 'returns' | 'drafts' | 'corrections';
const VIEWS: readonly View[] = ['ratings', 'scores', 'returns', 'drafts', 'corrections'];

/** 我的工作: one's own calls, the callers' word on what one has written down, and what came back. */
export function MineScreen(): ReactNode {
  const today = beijingDate(useMinute('centre'));
  const months = periodsUpTo('month', today);
  const [from, setFrom] = useState<string | null>(null);
  const [view, setView] = useState<View>('ratings');
  const linked = useLinkedScoring(() => setView('scores'));
  const month = months.find((one) => one.from === from) ?? months[0] ?? { from: today, to: today, name: today };
  const here = useNavigation(({ screen }) => screen === 'mine');
  const work = useDeskQuery({
    key: ['mine', month.from, month.to],
    tables: ['orders'],
    run: (desk) => desk.mine.read({ from: month.from, to: month.to }),
    enabled: here,
  });
  return (
    <section className="mine" aria-label={MINE.title}>
      <header className="mine-head">
        <Select<string, { value: string; label: string }>
          aria-label={MINE.month}
          className="mine-month"
          value={month.from}
          options={months.map((one) => ({ value: one.from, label: one.name }))}
          onChange={setFrom}
        />
        <Segmented<View>
          aria-label={MINE.views}
          value={view}
          options={VIEWS.map((value) => ({ value, label: MINE[value] }))}
          onChange={setView}
        />
      </header>
      <div className="mine-body">
        {(view === 'ratings' || view === 'returns') && (
          <Answer query={work}>
            {(found) => (
              <>
                <Summary mine={found} />
                {view === 'ratings' ? <Ratings rows={found.rated} /> : <Returns rows={found.returned} />}
                {found.more && <p className="order-faint">{MINE.more}</p>}
              </>
            )}
          </Answer>
        )}
        {view === 'scores' && <OwnScores from={month.from} to={month.to} linked={linked} />}
        {view === 'drafts' && <Drafts />}
        {view === 'corrections' && <Corrections />}
      </div>
    </section>
  );
}

/** A score that somebody came here for, as a notice leads to it. */
function useLinkedScoring(onHeard: () => void): string | null {
  const asked = useNavigation(({ screen, params }) => (screen === 'mine' ? params : null));
  const [heard, setHeard] = useState<ScreenParams | null>(null);
  const [linked, setLinked] = useState<string | null>(null);
  if (asked !== null && asked !== heard) {
    setHeard(asked);
    const wanted = z.uuid().safeParse(asked['scoringId']);
    if (wanted.success) {
      setLinked(wanted.data);
      onHeard();
    }
  }
  return linked;
}

/** The month in a line of figures. */
function Summary({ mine: { calls, orders, ratings } }: { mine: Mine }): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const takes = useLive(({ holder }) => holder !== null && may(holder.actor, 'call.take'));
  const facts = [
    ...(takes
      ? [
          [MINE.answered, MINE.times(calls.answered)],
          [MINE.rungOut, MINE.times(calls.rungOut)],
          [MINE.talk, calls.talkMs === null ? MINE.none : duration(calls.talkMs)],
        ]
      : []),
    [MINE.orders, MINE.pieces(orders)],
    ...(['satisfied', 'mostlySatisfied', 'neutral', 'dissatisfied'] as const).map((rating) => [
      RATING_NAMES[rating],
      MINE.pieces(ratings[rating]),
    ]),
  ];
  return (
    <div className="mine-summary">
      <dl className="mine-facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{said}</dd>
          </div>
        ))}
      </dl>
      {takes && (
        <Button type="link" onClick={() => go('calls')}>
          {MINE.openCalls}
        </Button>
      )}
    </div>
  );
}
