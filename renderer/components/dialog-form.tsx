import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { FailureNote } from './failure-note.tsx';
import { PrimaryButton } from './primary-button.tsx';
import type { Submitting } from './use-submit.ts';

export interface DialogFormProps {
  /** On the leading button. */
  readonly label: string;
  readonly form: Submitting;
  /** Where sending is another's doing, who keeps its failure. */
  readonly failure?: Failure | null;
  readonly disabled?: boolean;
  readonly onClose: () => void;
  /** A further button, between the leading one and the way out. */
  readonly also?: ReactNode;
  readonly children: ReactNode;
}

/** What a dialog asks for: fields, why it could not be sent, and two ways out. */
export function DialogForm(props: DialogFormProps): ReactNode {
  const { label, form, failure = form.failure, disabled = false, onClose, also, children } = props;
  return (
    <div className="dialog-form">
      {children}
      {failure && <FailureNote failure={failure} />}
      <div className="dialog-form-buttons">
        <PrimaryButton loading={form.busy} disabled={disabled} onClick={form.submit}>
          {label}
        </PrimaryButton>
        {also}
        <Button onClick={onClose}>取消</Button>
      </div>
    </div>
  );
}
