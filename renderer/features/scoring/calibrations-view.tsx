import { TeamOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Actor } from '../../../shared/domain/people.ts';
import { CALIBRATION_STATE_NAMES } from '../../../shared/domain/scoring/calibration.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useDeskQuery } from '../../data/use-query.ts';
import { CalibrationPane } from './calibration-pane.tsx';
import { CALIBRATION } from './calibration-text.ts';
import { ScorePane } from './score-pane.tsx';

export interface CalibrationsViewProps {
  readonly actor: Actor;
  readonly inFront: boolean;
  readonly linked: string | null;
}

/** 校准: one call scored by several who do not see each other's sheets, laid side by side afterwards. */
export function CalibrationsView({ inFront, linked }: CalibrationsViewProps): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const [chosen, setChosen] = useState<{ id: string | null; since: string | null }>({ id: null, since: null });
  const [scoringId, setScoringId] = useState<string | null>(null);
  const openId = linked !== null && linked !== chosen.since ? linked : chosen.id;
  const open = (id: string | null): void => {
    setScoringId(null);
    setChosen({ id, since: linked });
  };
  const list = useDeskQuery({
    key: ['calibrations'],
    tables: ['calls'],
    run: (desk) => desk.scoring.calibrations(),
    enabled: inFront,
  });
  return (
    <div className={openId === null ? 'scoring-body' : 'scoring-body scoring-body-open'}>
      <div className="scoring-side">
        <Answer query={list}>
          {(rows) => (
            <div className="scoring-list panel">
              <DataTable
                label={CALIBRATION.list}
                className="data-table calls-table"
                rows={rows}
                keyOf={({ id }) => id}
                isChosen={({ id }) => id === openId}
                onChoose={({ id }) => open(id)}
                empty={
                  <EmptyState
                    icon={<TeamOutlined aria-hidden />}
                    text={CALIBRATION.empty}
                    action={<Button onClick={() => go('calls')}>{CALIBRATION.toCalls}</Button>}
                  />
                }
                columns={[
                  {
                    head: CALIBRATION.name,
                    render: ({ id, name }) => (
                      <button type="button" className="calls-open" onClick={() => open(id)}>
                        {name}
                      </button>
                    ),
                  },
                  { head: CALIBRATION.state, render: ({ state }) => CALIBRATION_STATE_NAMES[state] },
                  {
                    head: CALIBRATION.handedIn,
                    kind: 'figure',
                    render: ({ handedIn, inspectors }) => CALIBRATION.of(handedIn, inspectors.length),
                  },
                  ...(openId === null
                    ? [
                        {
                          head: CALIBRATION.agent,
                          render: ({ agent }: (typeof rows)[number]) => `${agent.jobNumber} ${agent.name}`,
                        },
                        {
                          head: CALIBRATION.at,
                          render: ({ call }: (typeof rows)[number]) => <RelativeTime at={call.startedAt} />,
                        },
                        { head: CALIBRATION.lead, render: ({ lead }: (typeof rows)[number]) => lead.name },
                      ]
                    : []),
                ]}
              />
            </div>
          )}
        </Answer>
      </div>
      {openId !== null && scoringId === null && (
        <CalibrationPane key={openId} id={openId} inFront={inFront} onScore={setScoringId} onClose={() => open(null)} />
      )}
      {scoringId !== null && (
        <ScorePane
          key={scoringId}
          id={scoringId}
          inFront={inFront}
          onClose={() => setScoringId(null)}
          onDone={() => setScoringId(null)}
        />
      )}
    </div>
  );
}
