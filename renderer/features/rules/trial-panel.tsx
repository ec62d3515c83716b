import { ExperimentOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Pack } from '../../../shared/policy/pack.ts';
import { useMinute } from '../../data/clock.ts';
import type { Days } from './model/days.ts';
import { tried, type Trial } from './model/trial.ts';
import { TRY } from './text.ts';
import { TrialAnswer } from './trial-answer.tsx';
import { TrialForm } from './trial-form.tsx';

export interface TrialPanelProps {
  readonly pack: Pack;
  readonly days: Days;
  readonly trial: Trial;
  readonly onTrial: (trial: Trial) => void;
}

/** 试算: what the engine makes of a case, with everything it depends on, as it will on the desk and at the centre. */
export function TrialPanel({ pack, days, trial, onTrial }: TrialPanelProps): ReactNode {
  const now = useMinute('centre');
  const answer = tried(pack, trial, days, now);
  return (
    <section className="rules-trial panel" aria-label={TRY.title}>
      <h2 className="panel-title">
        <ExperimentOutlined aria-hidden /> {TRY.title} <span className="faint">{TRY.of(pack.cityName)}</span>
      </h2>
      <TrialForm trial={trial} onChange={(change) => onTrial({ ...trial, ...change })} />
      {answer ? (
        <TrialAnswer pack={pack} days={days} answer={answer} nowMs={now} />
      ) : (
        <p className="rules-trial-answer muted">{TRY.incomplete}</p>
      )}
    </section>
  );
}
