import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { citationOf } from '../../../../shared/policy/citation.ts';
import { useRules } from '../../../data/rules.ts';
import { KeyHint, useKey, useTip } from '../../../keys/keys.ts';
import { Field } from '../draft/field.tsx';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { namesAccused } from '../model/commands.ts';
import { OUTCOME } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { DirectAttempts } from './direct-attempts.tsx';
import { LimitLine } from './limit-line.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { UnitField } from './unit-field.tsx';
import { useForwardLimit } from './use-limit.ts';

/** 转办: a work order to the unit, its deadline said before it is made; where the unit is not known, 登记受理. H8, T6, T7. */
export function ForwardPanel({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const { submitOutcome } = useSubmit();
  const limit = useForwardLimit();
  const note = useEntry(({ form }) => form.note);
  const noSubject = useEntry(({ form }) => form.subjectId === null);
  return (
    <PanelFrame
      title={OUTCOME.forward}
      article={<LimitLine answer={limit} />}
      active={active}
      primary={{ label: OUTCOME.send, run: () => submitOutcome('forward') }}
      actions={
        <>
          {noSubject && <span className="ct-hint faint ellipsis">{OUTCOME.noSubject}</span>}
          <AcceptButton active={active} onAccept={() => submitOutcome('accept')} />
        </>
      }
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
      {limit?.deadline?.from === 'phoned' && <p className="ct-hint">{OUTCOME.byPhone}</p>}
      <AccusedNote />
    </PanelFrame>
  );
}

/** 登记受理: nobody here knows whose matter it is, and the caller need not wait for that. */
function AcceptButton({ active, onAccept }: { active: boolean; onAccept: () => void }): ReactNode {
  const submitting = useEntry(({ view }) => view.submitting);
  const dispatch = useRules()?.pack.dispatch ?? null;
  const words = dispatch?.sameDay
    ? `${OUTCOME.acceptHint}；${OUTCOME.acceptToday(dispatch.article)}`
    : OUTCOME.acceptHint;
  const tip = useTip('acceptOnly', words);
  useKey('acceptOnly', onAccept, active && !submitting);
  return (
    <Button className="key-host" title={tip} disabled={submitting} onClick={onAccept}>
      {OUTCOME.acceptOnly}
      <KeyHint action="acceptOnly" />
    </Button>
  );
}

/** Whoever sends a complaint to the unit it is about hears at once what that unit will not see. J5, T17. */
function AccusedNote(): ReactNode {
  const pack = useRules()?.pack ?? null;
  const isAccused = useEntry(
    ({ form }) => namesAccused(form.category) && form.unitId !== null && form.unitId === form.accused.unitId,
  );
  const secrecy = pack && (pack.secrecy ?? citationOf(pack, 'markSecret'));
  return isAccused && secrecy ? (
    <p className="ct-warning" role="note">
      {pack.secrecy?.recusal ? OUTCOME.mayNotHandle(secrecy.article) : OUTCOME.isAccused(secrecy.article)}
    </p>
  ) : null;
}
