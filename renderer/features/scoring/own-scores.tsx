import './scoring.css';
import '../calls/calls.css';
import '../acts/acts.css';
import { useState, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { ScorePane } from './score-pane.tsx';
import { ScoringTable } from './scoring-table.tsx';
import { MINE } from './text.ts';

export interface OwnScoresProps {
  /** Both days count. */
  readonly from: string;
  readonly to: string;
  /** Asked for by a notice. */
  readonly linked: string | null;
}

/** 我的评分: how one's own calls were scored, to be taken or appealed against. */
export function OwnScores({ from, to, linked }: OwnScoresProps): ReactNode {
  const inFront = useNavigation(({ screen }) => screen === 'mine');
  const [chosen, setChosen] = useState<{ id: string | null; since: string | null }>({ id: null, since: null });
  const openId = linked !== null && linked !== chosen.since ? linked : chosen.id;
  const open = (id: string | null): void => setChosen({ id, since: linked });
  const own = useDeskQuery({
    key: ['own-scores', from, to],
    tables: ['calls'],
    run: (desk) => desk.scoring.own({ from, to }),
    enabled: inFront,
  });
  return (
    <div className={openId === null ? 'scoring-body scoring-own' : 'scoring-body scoring-own scoring-body-open'}>
      <div className="scoring-side">
        <Answer query={own}>
          {({ figures, toConfirm, rows }) => (
            <>
              <dl className="mine-facts mine-summary">
                {[
                  [MINE.scored, MINE.times(figures.scored)],
                  [MINE.mean, figures.mean === null ? MINE.none : figures.mean.toFixed(1)],
                  [MINE.passed, MINE.times(figures.passed)],
                  [MINE.vetoed, MINE.times(figures.vetoed)],
                  [MINE.toConfirm, MINE.times(toConfirm)],
                ].map(([name, said]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd className="num">{said}</dd>
                  </div>
                ))}
              </dl>
              {toConfirm > 0 && <p className="muted">{MINE.hint}</p>}
              <ScoringTable
                own
                label={MINE.title}
                rows={rows}
                openId={openId}
                narrow={openId !== null}
                empty={<EmptyState text={MINE.empty} />}
                onOpen={({ id }) => open(id)}
              />
            </>
          )}
        </Answer>
      </div>
      {openId !== null && (
        <ScorePane key={openId} id={openId} inFront={inFront} onClose={() => open(null)} onDone={() => undefined} />
      )}
    </div>
  );
}
