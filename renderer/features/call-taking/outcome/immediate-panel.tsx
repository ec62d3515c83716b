import type { ReactNode } from 'react';
import { useRules } from '../../../data/rules.ts';
import { citationOfWay } from '../model/ways.ts';
import { OUTCOME } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { AnswerField } from './answer-field.tsx';
import { PanelFrame } from './panel-frame.tsx';

/** 即办: answered at once from what is known; the order closes. H7. */
export function ImmediatePanel({ active }: { active: boolean }): ReactNode {
  const { submitOutcome } = useSubmit();
  const rules = useRules();
  return (
    <PanelFrame
      title={OUTCOME.immediate}
      article={rules && citationOfWay(rules.pack, 'immediate')?.article}
      active={active}
      primary={{ label: OUTCOME.close, run: () => submitOutcome('immediate') }}
    >
      <AnswerField placeholder={OUTCOME.answerPlaceholder} />
    </PanelFrame>
  );
}
