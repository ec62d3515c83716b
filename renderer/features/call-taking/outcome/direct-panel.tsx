import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FailureNote } from '../../../components/failure-note.tsx';
import { useRules } from '../../../data/rules.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { citationOfWay } from '../model/ways.ts';
import { OUTCOME } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { AnswerField } from './answer-field.tsx';
import { DialState, OutcomeChoices } from './dial-state.tsx';
import { DirectAttempts } from './direct-attempts.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { UnitField } from './unit-field.tsx';
import { useDirect } from './use-direct.ts';

/** 直办: the unit is rung while the caller waits, joins, and answers; where it does not, one key makes it a 转办. H7. */
export function DirectPanel({ active, onForward }: { active: boolean; onForward: () => void }): ReactNode {
  const direct = useDirect();
  const { read } = useDraftActions();
  const { submitOutcome } = useSubmit();
  const rules = useRules();
  const attempts = useEntry(({ form }) => form.directAttempts.length);
  const { step, progress, contact, failure, busy } = direct;

  const answerable = step === 'close' || step === 'join';

  const close = (): void => {
    // Closing says that the unit has answered: the attempt under way is recorded so, once there is an answer.
    if (read().form.answerText.trim()) direct.record('answered');
    submitOutcome('direct');
  };
  const primary = {
    call: { label: OUTCOME.call, run: direct.call, disabled: busy || contact === null },
    wait: { label: OUTCOME.waiting, run: direct.call, disabled: true },
    join: { label: OUTCOME.join, run: direct.join, disabled: busy },
    close: { label: OUTCOME.closeDirect, run: close },
    forward: { label: OUTCOME.makeForward, run: onForward },
  }[step];

  return (
    <PanelFrame
      title={OUTCOME.direct}
      article={rules && citationOfWay(rules.pack, 'direct')?.article}
      active={active}
      primary={primary}
      actions={
        <>
          {(progress === 'dialing' || progress === 'ringing') && (
            <Button disabled={busy} onClick={direct.cancel}>
              {OUTCOME.cancelCall}
            </Button>
          )}
          {step === 'forward' && (
            <Button disabled={busy || contact === null} onClick={direct.call}>
              {OUTCOME.callAgain}
            </Button>
          )}
          {step === 'call' && <Button onClick={onForward}>{OUTCOME.makeForwardInstead}</Button>}
        </>
      }
    >
      <DirectAttempts />
      {progress === null && <UnitField active={active} />}
      <DialState direct={direct} />
      {failure && <FailureNote failure={failure} look="line" />}
      {direct.choices.length > 0 && <OutcomeChoices choices={direct.choices} onChoose={direct.record} />}
      {answerable && <AnswerField placeholder={OUTCOME.directPlaceholder} />}
      {step === 'forward' && attempts > 0 && <p className="ct-hint">{OUTCOME.failedHint}</p>}
    </PanelFrame>
  );
}
