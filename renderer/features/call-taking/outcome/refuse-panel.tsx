import { Skeleton } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRules } from '../../../data/rules.ts';
import { FieldError } from '../draft/field.tsx';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { fieldId } from '../focus.ts';
import { withoutErrors } from '../model/fields.ts';
import { FIELD_LABELS, OUTCOME } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { PanelFrame } from './panel-frame.tsx';

/** 不予受理: one of the city's grounds with its article, the sentence to read out, and whether a notice is wanted. H3. */
export function RefusePanel({ active }: { active: boolean }): ReactNode {
  const { show, read } = useDraftActions();
  const { submitOutcome } = useSubmit();
  const pack = useRules()?.pack ?? null;
  const groundId = useEntry(({ view }) => view.groundId);
  const written = useEntry(({ view }) => view.writtenNotice);
  const chosen = pack?.refusalGrounds.find(({ id }) => id === groundId) ?? null;
  const choose = (id: string): void =>
    show({ groundId: id, errors: withoutErrors(read().view.errors, ['ground']), refused: null });

  /** A ground by its number, or the first one by ↓ or the space bar from the list as a whole. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const entering = event.target instanceof HTMLFieldSetElement && (event.key === 'ArrowDown' || event.key === ' ');
    const ground = pack?.refusalGrounds[entering ? 0 : Number(event.key) - 1];
    if (!ground || (event.key === ' ' && !entering)) return;
    event.preventDefault();
    choose(ground.id);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${ground.id}"]`)?.focus();
  };

  return (
    <PanelFrame
      title={OUTCOME.refusal}
      article={pack?.regulation}
      active={active}
      primary={{ label: OUTCOME.refuse, run: () => submitOutcome('refusal') }}
      actions={
        <label className="ct-check">
          <input
            type="checkbox"
            checked={written}
            onChange={(event) => show({ writtenNotice: event.target.checked })}
          />
          {OUTCOME.writtenNotice}
        </label>
      }
    >
      <div role="presentation" onKeyDown={onKeyDown}>
        <fieldset className="ct-grounds" id={fieldId('ground')} tabIndex={-1}>
          <legend className="ct-legend ct-required">{FIELD_LABELS.ground}</legend>
          {!pack && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
          {pack?.refusalGrounds.map((ground, index) => (
            <label key={ground.id} className="ct-ground" data-chosen={ground.id === groundId}>
              <input
                type="radio"
                name="ground"
                value={ground.id}
                checked={ground.id === groundId}
                onChange={() => choose(ground.id)}
              />
              <kbd className="key-cap" aria-hidden>
                {index + 1}
              </kbd>
              <span>{ground.name}</span>
              <span className="faint">{ground.article}</span>
            </label>
          ))}
          <FieldError name="ground" />
        </fieldset>
      </div>
      {chosen && (
        <blockquote key={chosen.id} ref={intoView} className="ct-read-out" aria-label={OUTCOME.readOut}>
          <span className="ct-read-out-label">{OUTCOME.readOut}</span>
          {chosen.sentence}
        </blockquote>
      )}
    </PanelFrame>
  );
}

/** It is read out the moment it appears, on low windows too. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
