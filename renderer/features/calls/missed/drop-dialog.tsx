import { useState, type ReactNode } from 'react';
import type { MissedCall } from '../../../../shared/domain/calls/missed.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm } from '../../../components/dialog-form.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { TextField } from '../../acts/fields.tsx';
import { MISSED } from '../text.ts';

interface Props {
  readonly row: MissedCall;
  readonly onClose: () => void;
}

/** 不再回拨: with a reason that is kept. */
export function DropDialog(props: Props): ReactNode {
  return (
    <Dialog title={MISSED.dropTitle} width={440} onClose={props.onClose}>
      <Reason {...props} />
    </Dialog>
  );
}

function Reason({ row, onClose }: Props): ReactNode {
  const [note, setNote] = useState('');
  const missing = note.trim().length < 2;
  const form = useSubmit({
    ready: !missing,
    run: async ({ calls }) => {
      await calls.drop({ id: row.id, note });
      onClose();
    },
  });
  return (
    <DialogForm label={MISSED.confirm} form={form} onClose={onClose}>
      <p className="num">{row.number}</p>
      <TextField
        label={MISSED.dropWhy}
        required
        rows={2}
        max={200}
        placeholder={MISSED.dropHint}
        value={note}
        error={form.tried && missing ? MISSED.dropMissing : undefined}
        onChange={setNote}
      />
    </DialogForm>
  );
}
