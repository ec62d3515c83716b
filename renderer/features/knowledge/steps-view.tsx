import { CheckCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Step } from '../../../shared/domain/knowledge/steps.ts';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { pathOf } from './steps-path.ts';
import { TEXT } from './text.ts';

/**
 * Decision steps (问诊式): one question at a time, answered by the mouse or by its number while the focus is among
 * the answers. What
 * was answered stays in sight above and each answer can be taken back.
 */
export function StepsView({ steps }: { steps: readonly Step[] }): ReactNode {
  const [given, setGiven] = useState<readonly number[]>([]);
  const { passed, current, outcome } = pathOf(steps, given);
  const choose = (at: number): void => {
    if (current?.answers[at]) setGiven([...passed.map(({ answer }) => answer), at]);
  };
  const back = (count: number): void => setGiven(given.slice(0, count));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
    else if (event.key === 'Backspace') back(Math.max(0, given.length - 1));
    else return;
    event.preventDefault();
  };
  return (
    <section className="kn-steps" aria-label={TEXT.steps}>
      <div className="kn-steps-head">
        {TEXT.steps} <span className="kn-faint">{TEXT.stepsHint}</span>
      </div>
      {passed.map(({ step, answer }, at) => (
        <div key={step.id} className="kn-step-done">
          <span>{step.question}</span>
          <b>{step.answers[answer]?.text}</b>
          <Button
            type="text"
            size="small"
            icon={<RollbackOutlined aria-hidden />}
            onClick={() => back(at)}
            onKeyDown={onKeyDown}
          >
            {TEXT.stepBack}
          </Button>
        </div>
      ))}
      {current && (
        <fieldset key={current.id} className="kn-step" aria-label={current.question}>
          <p className="kn-step-question">{current.question}</p>
          {current.answers.map(({ text }, at) => (
            <Button
              key={text}
              // The hand stays on the keys: the next question takes the focus from the one just answered.
              ref={at === 0 && given.length > 0 ? focusOnMount : null}
              block
              className="kn-step-answer"
              onClick={() => choose(at)}
              onKeyDown={onKeyDown}
            >
              <kbd className="key-cap">{at + 1}</kbd> {text}
            </Button>
          ))}
        </fieldset>
      )}
      {outcome !== null && (
        <output className="kn-step-outcome">
          <CheckCircleOutlined aria-hidden /> {outcome}
        </output>
      )}
    </section>
  );
}
