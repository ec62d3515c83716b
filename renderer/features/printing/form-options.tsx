import { Input, InputNumber, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { HandFieldValue, OfferedForm } from '../../../shared/contract/printing.ts';
import { may } from '../../../shared/domain/people.ts';
import { useLive } from '../../data/live.ts';
import { TEXT } from './text.ts';

/** What is chosen and written for one form before it is handed out. */
export interface Choice {
  readonly form: OfferedForm;
  readonly values: Readonly<Record<string, string>>;
  readonly copies: number;
  readonly clear: boolean;
}

export interface FormOptionsProps {
  readonly forms: readonly OfferedForm[];
  readonly choice: Choice;
  readonly hand: readonly HandFieldValue[];
  readonly onForm: (form: OfferedForm) => void;
  readonly onChange: (part: Partial<Choice>) => void;
}

/** Which form, what only a hand knows, how many copies, and whether personal data stands on it. */
export function FormOptions({ forms, choice, hand, onForm, onChange }: FormOptionsProps): ReactNode {
  const permitted = useLive(({ session }) => session !== null && may(session.actor, 'personal.reveal'));
  const { form, values, copies, clear } = choice;
  return (
    <div className="print-options">
      <fieldset className="print-forms">
        <legend>{TEXT.forms}</legend>
        {forms.map((offered) => (
          <label key={offered.id} className="print-form">
            <input type="radio" name="print-form" checked={offered.id === form.id} onChange={() => onForm(offered)} />
            <span>{offered.name}</span>
            <span className="print-article">{offered.article}</span>
          </label>
        ))}
      </fieldset>
      {hand.length > 0 && (
        <fieldset className="print-hand">
          <legend>{TEXT.filled}</legend>
          {hand.map(({ id, label, rows, value }) => (
            <label key={`${form.id}-${id}`} className="print-field">
              <span>{label}</span>
              <Input.TextArea
                rows={rows}
                maxLength={4000}
                value={values[id] ?? value}
                onChange={({ target }) => onChange({ values: { ...values, [id]: target.value } })}
              />
            </label>
          ))}
        </fieldset>
      )}
      <label className="print-line">
        <span>{TEXT.copies}</span>
        <InputNumber
          size="small"
          min={1}
          max={20}
          precision={0}
          controls={false}
          value={copies}
          onChange={(number) => onChange({ copies: number ?? 1 })}
        />
      </label>
      {permitted ? (
        <label className="print-line">
          <span>{TEXT.clear}</span>
          <Switch size="small" aria-label={TEXT.clear} checked={clear} onChange={(on) => onChange({ clear: on })} />
        </label>
      ) : (
        <p className="print-barred">{TEXT.clearBarred}</p>
      )}
    </div>
  );
}
