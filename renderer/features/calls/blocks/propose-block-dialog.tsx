import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CallId } from '../../../../shared/domain/ids.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf } from '../../../data/failure-of.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { KeyHint, useKey } from '../../../keys/keys.ts';
import { TextField } from '../../acts/fields.tsx';
import { BLOCKS } from '../text.ts';

export interface ProposeBlockDialogProps {
  /** The call whose caller it is about; null: a number is typed. */
  readonly callId: CallId | null;
  readonly onClose: () => void;
}

/** 申请限制号码: a supervisor decides. */
export function ProposeBlockDialog(props: ProposeBlockDialogProps): ReactNode {
  return (
    <Dialog title={BLOCKS.propose} width={480} onClose={props.onClose}>
      <Proposal {...props} />
    </Dialog>
  );
}

function Proposal({ callId, onClose }: ProposeBlockDialogProps): ReactNode {
  const desk = useDesk();
  const { message } = App.useApp();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const noNumber = callId === null && number.replace(/\D/g, '').length < 5;
  const noReason = reason.trim().length < 2;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (noNumber || noReason || busy) return;
    setBusy(true);
    try {
      await desk.calls.proposeBlock({ callId, number: callId === null ? number : null, reason });
      void message.success({ content: BLOCKS.proposed });
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  useKey('primary', () => void submit());
  return (
    <div className="calls-dialog">
      {callId === null && (
        <TextField
          label={BLOCKS.number}
          required
          rows={1}
          max={30}
          value={number}
          error={tried && noNumber ? BLOCKS.numberMissing : undefined}
          onChange={setNumber}
        />
      )}
      <TextField
        label={BLOCKS.reason}
        required
        rows={3}
        max={200}
        placeholder={BLOCKS.reasonHint}
        value={reason}
        error={tried && noReason ? BLOCKS.reasonMissing : undefined}
        onChange={setReason}
      />
      {failure && <FailureNote failure={failure} />}
      <div className="calls-buttons">
        <Button type="primary" loading={busy} onClick={() => void submit()}>
          {BLOCKS.submit}
          <span aria-hidden>
            <KeyHint action="primary" always />
          </span>
        </Button>
        <Button onClick={onClose}>{BLOCKS.cancel}</Button>
      </div>
    </div>
  );
}
