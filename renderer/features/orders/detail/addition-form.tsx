import { Button, Input, type GetRef } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CommandBody } from '../../../../shared/domain/command.ts';
import type { Order } from '../../../../shared/domain/order.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { maskPhone } from '../../../../shared/text/mask.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf } from '../../../data/failure-of.ts';
import { useLive } from '../../../data/live.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { useChord, useKey } from '../../../keys/keys.ts';
import { DETAIL } from '../text.ts';
import { callOfNow } from './call-ref.ts';
import type { Addition } from './objections.ts';

const LIMITS: Readonly<Record<Addition, number>> = { supplement: 2000, urge: 500 };

export interface AdditionFormProps {
  readonly order: Order;
  readonly what: Addition;
  readonly text: string;
  readonly inFront: boolean;
  readonly onText: (text: string) => void;
  readonly onCancel: () => void;
  readonly onSaved: (at: Instant) => void;
}

/** One field and one key: written to the desk at once, sent when the centre can be reached. */
export function AdditionForm(props: AdditionFormProps): ReactNode {
  const { order, what, text, inFront, onText, onCancel, onSaved } = props;
  const desk = useDesk();
  const call = callOfNow(useLive(({ telephony }) => telephony));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [blank, setBlank] = useState(false);
  const [busy, setBusy] = useState(false);
  const primary = useChord('primary');

  const submit = async (): Promise<void> => {
    if (busy) return;
    if (text.trim() === '') {
      setBlank(true);
      return;
    }
    setBusy(true);
    try {
      const command = bodyFor(what, text.trim(), call);
      const { savedAt } = await desk.commands.submit({ orderId: order.id, draftId: null, command });
      onSaved(savedAt);
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  useKey('primary', () => void submit(), inFront);
  useKey('back', onCancel, inFront);
  return (
    <form
      className="order-addition"
      aria-label={DETAIL[what]}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label className="order-label" htmlFor={`addition-${what}`}>
        {what === 'urge' ? DETAIL.urgeHint : DETAIL.supplementHint}
      </label>
      <Input.TextArea
        id={`addition-${what}`}
        ref={focus}
        rows={4}
        maxLength={LIMITS[what]}
        value={text}
        {...(blank ? { status: 'error' as const } : {})}
        aria-invalid={blank}
        placeholder={what === 'urge' ? DETAIL.urgePlaceholder : DETAIL.supplementPlaceholder}
        onChange={({ target }) => {
          setBlank(false);
          onText(target.value);
        }}
      />
      {blank && (
        <span className="order-field-error" role="alert">
          {DETAIL.emptyText}
        </span>
      )}
      {failure && <FailureNote failure={failure} />}
      <div className="order-action-line">
        <Button type="primary" htmlType="submit" loading={busy} title={`${DETAIL.submit} (${primary})`}>
          {DETAIL.submit}
        </Button>
        <Button onClick={onCancel}>{DETAIL.cancel}</Button>
        {call && <span className="order-faint">{DETAIL.withCall(maskPhone(call.number))}</span>}
      </div>
    </form>
  );
}

/** The field was opened to be written in: the hand stays on the keyboard. */
function focus(field: GetRef<typeof Input.TextArea> | null): void {
  field?.focus({ cursor: 'end' });
}

function bodyFor(what: Addition, text: string, call: ReturnType<typeof callOfNow>): CommandBody {
  return what === 'urge'
    ? { type: 'order.urge', payload: { reason: text, call } }
    : { type: 'order.supplement', payload: { text, call } };
}
