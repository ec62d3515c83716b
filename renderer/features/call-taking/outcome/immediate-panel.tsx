import type { ReactNode } from 'react';
import { OUTCOME } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { AnswerField } from './answer-field.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { usePolicy } from './use-policy.ts';

/** 即办: answered at once from what is known; the order closes. H7. */
export function ImmediatePanel({ active }: { active: boolean }): ReactNode {
  const { submitOutcome } = useSubmit();
  const policy = usePolicy();
  return (
    <PanelFrame
      title={OUTCOME.immediate}
      article={policy?.modes.find(({ mode }) => mode === 'immediate')?.article ?? null}
      active={active}
      primary={{ label: OUTCOME.close, run: () => submitOutcome('immediate') }}
    >
      <AnswerField placeholder={OUTCOME.answerPlaceholder} />
    </PanelFrame>
  );
}
