import './stages.css';
import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined, PlayCircleFilled } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import type { OrderDetail } from '../../../../shared/contract/desk.ts';
import { RemainingTime } from '../../../components/remaining-time.tsx';
import { useRules } from '../../../data/rules.ts';
import { Moment } from './moment.tsx';
import type { StageId, StageState } from './stage.ts';
import { stagesOf, type Stage } from './stage-model.ts';
import { STAGE_NAMES, STAGE_STATE_NAMES, STAGE_TEXT } from './stage-text.ts';

const ICONS: Readonly<Record<StageState, ReactNode>> = {
  done: <CheckCircleFilled aria-hidden />,
  current: <PlayCircleFilled aria-hidden />,
  todo: <ClockCircleOutlined aria-hidden />,
  none: <MinusCircleOutlined aria-hidden />,
};

/** The eight stages as a line; the one chosen says who, when, by when and under which article. The present one first. */
export function Stages({ detail }: { detail: OrderDetail }): ReactNode {
  const rules = useRules();
  const [chosen, setChosen] = useState<StageId | null>(null);
  const stages = stagesOf({ order: detail.order, history: detail.history, pack: rules?.pack ?? null });
  const present = stages.find(({ state }) => state === 'current') ?? stages.findLast(({ state }) => state === 'done');
  const shown = stages.find(({ id }) => id === chosen) ?? present;
  return (
    <section className="stages" aria-label={STAGE_TEXT.line}>
      <ol className="stages-line">
        {stages.map(({ id, state, at }) => (
          <li key={id} className={`stage stage-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            <button
              type="button"
              className="stage-button"
              aria-pressed={shown?.id === id}
              aria-label={`${STAGE_NAMES[id]}，${STAGE_STATE_NAMES[state]}`}
              onClick={() => setChosen(id)}
            >
              <span className="stage-icon">{ICONS[state]}</span>
              <span className="stage-name">{STAGE_NAMES[id]}</span>
              <span className="stage-when">{at ? <Moment at={at} /> : STAGE_STATE_NAMES[state]}</span>
            </button>
          </li>
        ))}
      </ol>
      {shown && <Said stage={shown} />}
    </section>
  );
}

function Said({ stage }: { stage: Stage }): ReactNode {
  const { id, state, said, at, by, limit, due, article } = stage;
  return (
    <p className="stage-said">
      <strong>{STAGE_NAMES[id]}</strong>
      <span>{said || STAGE_STATE_NAMES[state]}</span>
      {by && (
        <span>
          {by.name} <span className="num">{by.jobNumber}</span>
        </span>
      )}
      {at && <Moment at={at} />}
      {limit && (
        <span>
          {STAGE_TEXT.limit} {limit}
        </span>
      )}
      {due && state === 'current' && <RemainingTime due={due} />}
      {article && (
        <span className="order-faint">
          {STAGE_TEXT.basis} {article}
        </span>
      )}
    </p>
  );
}
