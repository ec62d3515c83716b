import { Button } from 'antd';
import type { ReactNode } from 'react';
import { actOf } from '../../../shared/domain/acts/table.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useRules } from '../../data/rules.ts';
import { useChord, useKey } from '../../keys/keys.ts';
import { citationOf } from '../../../shared/policy/citation.ts';
import type { FormAct } from './form-acts.ts';
import { DeadlinePreview } from './deadline-preview.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { TEXT } from './text.ts';
import type { ActForm, ActFormProps } from './use-act-form.ts';

export interface ActFrameProps<V> extends ActFormProps {
  readonly type: FormAct;
  readonly form: ActForm<V>;
  /** On the leading button; absent: the act's own name. */
  readonly submitLabel?: string;
  readonly danger?: boolean;
  /** Nothing is written in it. */
  readonly plain?: boolean;
  readonly children?: ReactNode;
}

/** One act: its name and article, its fields, what it will set, and two ways out. */
export function ActFrame<V>(props: ActFrameProps<V>): ReactNode {
  const { type, form, bench, inFront, onCancel, submitLabel, danger = false, plain = false, children } = props;
  const { name, cites } = actOf(type);
  const rules = useRules();
  const citation = rules && citationOf(rules.pack, cites);
  const chord = useChord('primary');
  const label = submitLabel ?? name;
  useKey('primary', form.submit, inFront);
  useKey('back', onCancel, inFront);
  return (
    <form
      ref={focusFirst}
      className="act-form"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <header className="act-head">
        <h3>{name}</h3>
        {citation && <span className="order-citation">{citation.article}</span>}
      </header>
      {!plain && (
        <blockquote className="act-request" aria-label={TEXT.request} title={bench.order.request.content}>
          {bench.order.request.content}
        </blockquote>
      )}
      <DraftNotes draft={form.draft} />
      {children}
      <DeadlinePreview before={bench.order} after={form.after} />
      {form.refusal && <FailureNote failure={form.refusal} />}
      <div className="act-buttons">
        <PrimaryButton htmlType="submit" danger={danger} loading={form.busy} title={`${label}（${chord}）`}>
          {label}
        </PrimaryButton>
        <Button onClick={onCancel}>{TEXT.cancel}</Button>
        {!plain && <span className="order-faint">{TEXT.kept}</span>}
      </div>
    </form>
  );
}

const FIRST = 'textarea, input:not([type="hidden"]):not([disabled]), select';

/** The form was opened to be written in: the hand stays on the keyboard. */
function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>(FIRST)?.focus({ preventScroll: true });
}
