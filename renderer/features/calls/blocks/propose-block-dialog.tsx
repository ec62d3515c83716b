import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CallId } from '../../../../shared/domain/ids.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm } from '../../../components/dialog-form.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
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
  const { message } = App.useApp();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const noNumber = callId === null && number.replace(/\D/g, '').length < 5;
  const noReason = reason.trim().length < 2;
  const form = useSubmit({
    ready: !noNumber && !noReason,
    run: async ({ calls }) => {
      await calls.proposeBlock({ callId, number: callId === null ? number : null, reason });
      void message.success({ content: BLOCKS.proposed });
      onClose();
    },
  });
  return (
    <DialogForm label={BLOCKS.submit} form={form} onClose={onClose}>
      {callId === null && (
        <TextField
          label={BLOCKS.number}
          required
          rows={1}
          max={30}
          value={number}
          error={form.tried && noNumber ? BLOCKS.numberMissing : undefined}
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
        error={form.tried && noReason ? BLOCKS.reasonMissing : undefined}
        onChange={setReason}
      />
    </DialogForm>
  );
}
