import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { MissedCall } from '../../../../shared/domain/calls/missed.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf } from '../../../data/failure-of.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { KeyHint, useKey } from '../../../keys/keys.ts';
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
  const desk = useDesk();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const missing = note.trim().length < 2;
  const drop = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    try {
      await desk.calls.drop({ id: row.id, note });
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  useKey('primary', () => void drop());
  return (
    <div className="calls-dialog">
      <p className="num">{row.number}</p>
      <TextField
        label={MISSED.dropWhy}
        required
        rows={2}
        max={200}
        placeholder={MISSED.dropHint}
        value={note}
        error={tried && missing ? MISSED.dropMissing : undefined}
        onChange={setNote}
      />
      {failure && <FailureNote failure={failure} />}
      <div className="calls-buttons">
        <Button type="primary" onClick={() => void drop()}>
          {MISSED.confirm}
          <span aria-hidden>
            <KeyHint action="primary" always />
          </span>
        </Button>
        <Button onClick={onClose}>{MISSED.cancel}</Button>
      </div>
    </div>
  );
}
