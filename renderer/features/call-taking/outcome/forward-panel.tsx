import { Input } from 'antd';
import type { ReactNode } from 'react';
import { limitName } from '../../../../shared/policy/limit.ts';
import { useMinute } from '../../../data/clock.ts';
import { Field } from '../draft/field.tsx';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { OUTCOME } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { DirectAttempts } from './direct-attempts.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { UnitField } from './unit-field.tsx';
import { lastDay, usePolicy } from './use-policy.ts';

/** 转办: a work order to the unit, its deadline said before it is made. H8. */
export function ForwardPanel({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const { submitOutcome } = useSubmit();
  const policy = usePolicy();
  const now = useMinute('centre');
  const note = useEntry(({ form }) => form.note);
  const noSubject = useEntry(({ form }) => form.subjectId === null);
  const deadline = policy?.forward ?? null;
  return (
    <PanelFrame
      title={OUTCOME.forward}
      article={
        deadline ? (
          <span className="ct-deadline">
            <span>{OUTCOME.deadline}</span>
            <b className="num">{OUTCOME.limit(limitName(deadline.limit), lastDay(deadline.due, now))}</b>
            <span className="ellipsis" title={deadline.article}>
              {deadline.article}
              {deadline.provisional && ` · ${OUTCOME.provisionalCalendar}`}
            </span>
          </span>
        ) : (
          policy?.modes.find(({ mode }) => mode === 'forward')?.article
        )
      }
      active={active}
      primary={{ label: OUTCOME.send, run: () => submitOutcome('forward') }}
      actions={noSubject && <span className="ct-hint faint ellipsis">{OUTCOME.noSubject}</span>}
    >
      <DirectAttempts />
      <UnitField active={active} />
      <Field name="note">
        {(control) => (
          <Input
            {...control}
            value={note}
            maxLength={500}
            placeholder={OUTCOME.notePlaceholder}
            onChange={(event) => edit({ note: event.target.value }, 'note')}
          />
        )}
      </Field>
    </PanelFrame>
  );
}
