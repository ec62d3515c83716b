import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { KeyHint, useTip, type KeyAction } from '../../../keys/keys.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { fieldId } from '../focus.ts';
import type { FieldName } from '../model/fields.ts';
import { FIELD_LABELS } from '../text.ts';

/** What a control needs to belong to its label and error. */
export interface ControlProps {
  readonly id: string;
  readonly status: '' | 'error';
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly onBlur: () => void;
}

export interface FieldProps {
  readonly name: FieldName;
  /** Beside the label: a key, a count, a hint. */
  readonly aside?: ReactNode;
  readonly className?: string;
  /** Brings the hand here. */
  readonly action?: KeyAction;
  readonly required?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label above, a control, and beside it in words what is wrong, once something was tried. Saves when it is left. */
export function Field({ name, aside, className = '', action, required = false, children }: FieldProps): ReactNode {
  const { flush } = useDraftActions();
  const error = useEntry((entry) => entry.view.errors[name]);
  const id = fieldId(name);
  const label = (
    <label htmlFor={id} className={required ? 'ct-required' : undefined}>
      {FIELD_LABELS[name]}
    </label>
  );
  return (
    <div className={`ct-field ${className}`}>
      <div className="ct-field-head">
        {action ? (
          <Keyed action={action} words={FIELD_LABELS[name]}>
            {label}
          </Keyed>
        ) : (
          label
        )}
        {aside}
      </div>
      {children({
        id,
        status: error ? 'error' : '',
        'aria-invalid': error !== undefined,
        'aria-describedby': error ? `${id}-error` : undefined,
        onBlur: flush,
      })}
      <FieldError name={name} />
    </div>
  );
}

function Keyed({ action, words, children }: { action: KeyAction; words: string; children: ReactNode }): ReactNode {
  return (
    <span className="key-host ct-keyed" title={useTip(action, words)}>
      {children}
      <KeyHint action={action} />
    </span>
  );
}

/** The sentence of one field, where it has one. */
export function FieldError({ name }: { name: FieldName }): ReactNode {
  const error = useEntry((entry) => entry.view.errors[name]);
  return error ? (
    <p className="ct-error" id={`${fieldId(name)}-error`} role="alert">
      <ExclamationCircleFilled aria-hidden /> {error}
    </p>
  ) : null;
}
