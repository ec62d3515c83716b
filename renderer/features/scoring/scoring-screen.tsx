import './scoring.css';
import '../calls/calls.css';
import '../acts/acts.css';
import '../orders/orders.css';
import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { may, type Actor } from '../../../shared/domain/people.ts';
import { useNavigation, type ScreenParams } from '../../app/navigation.ts';
import { useLive } from '../../data/live.ts';
import { useKey } from '../../keys/keys.ts';
import { CalibrationsView } from './calibrations-view.tsx';
import { FormsView } from './forms-view.tsx';
import { PlansView } from './plans-view.tsx';
import { ResultsView } from './results-view.tsx';
import { TasksView } from './tasks-view.tsx';
import { SCREEN } from './text.ts';

type Tab = 'tasks' | 'appeals' | 'calibrations' | 'results' | 'plans' | 'forms';

/** What of the screen is this person's. */
function tabsFor(actor: Actor): readonly Tab[] {
  const [scores, decides] = [may(actor, 'scoring.score'), may(actor, 'scoring.decide')];
  return [
    ...(scores || decides ? (['tasks'] as const) : []),
    ...(decides ? (['appeals'] as const) : []),
    ...(scores || decides ? (['calibrations', 'results'] as const) : []),
    'plans',
    'forms',
  ];
}

/** 话务质检: how operators speak with callers, scored, appealed, compared and summed up. */
export function ScoringScreen(): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  return actor && <Scoring actor={actor} />;
}

function Scoring({ actor }: { actor: Actor }): ReactNode {
  const inFront = useNavigation(({ screen }) => screen === 'scoring');
  const params = useNavigation((navigation) => (navigation.screen === 'scoring' ? navigation.params : null));
  const tabs = tabsFor(actor);
  const [{ tab, since }, setChosen] = useState<{ tab: Tab; since: ScreenParams | null }>({
    tab: tabs[0] ?? 'forms',
    since: null,
  });
  const linked = idIn(params, 'scoringId');
  const calibration = idIn(params, 'calibrationId');
  // Whatever somebody came here for since the tab was chosen is what is wanted now.
  const asked = since === params ? null : calibration ? 'calibrations' : linked ? 'tasks' : null;
  const chosen = asked ?? tab;
  const setTab = (next: Tab): void => setChosen({ tab: next, since: params });
  const step = (by: number): void => {
    const next = tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length];
    if (next) setTab(next);
  };
  useKey('nextQueue', () => step(1), inFront);
  useKey('previousQueue', () => step(-1), inFront);
  return (
    <section className="scoring" aria-label={SCREEN.title}>
      <div className="scoring-tabs">
        <Segmented<Tab>
          aria-label={SCREEN.tabs}
          value={chosen}
          options={tabs.map((value) => ({ value, label: SCREEN[value] }))}
          onChange={setTab}
        />
      </div>
      {chosen === 'tasks' && <TasksView key="tasks" actor={actor} inFront={inFront} linked={linked} />}
      {chosen === 'appeals' && <TasksView key="appeals" actor={actor} inFront={inFront} linked={null} appeals />}
      {chosen === 'calibrations' && <CalibrationsView actor={actor} inFront={inFront} linked={calibration} />}
      {chosen === 'results' && <ResultsView inFront={inFront} />}
      {chosen === 'plans' && <PlansView actor={actor} inFront={inFront} />}
      {chosen === 'forms' && <FormsView actor={actor} inFront={inFront} />}
    </section>
  );
}

function idIn(params: ScreenParams | null, name: string): string | null {
  const read = z.uuid().safeParse(params?.[name]);
  return read.success ? read.data : null;
}
