import { useState, type ReactNode } from 'react';
import { LONGEST_BLOCK_DAYS, type Block } from '../../../../shared/domain/calls/block.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm } from '../../../components/dialog-form.tsx';
import { useSubmit } from '../../../components/use-submit.ts';
import { ChoiceField, DaysField, TextField } from '../../acts/fields.tsx';
import { BLOCKS } from '../text.ts';

interface Props {
  readonly block: Block;
  readonly onClose: () => void;
}

/** Days a supervisor most often means. */
const USUAL_DAYS = 7;

/** 审核限制申请: consent with an end, or not, with a reason. */
export function DecideBlockDialog(props: Props): ReactNode {
  return (
    <Dialog title={BLOCKS.decideTitle} width={480} onClose={props.onClose}>
      <Decision {...props} />
    </Dialog>
  );
}

function Decision({ block, onClose }: Props): ReactNode {
  const [consent, setConsent] = useState<'consent' | 'decline'>('consent');
  const [days, setDays] = useState<number | null>(USUAL_DAYS);
  const [note, setNote] = useState('');
  const noteMissing = consent === 'decline' && note.trim() === '';
  const form = useSubmit({
    ready: !noteMissing && (consent === 'decline' || days !== null),
    run: async ({ calls }) => {
      await calls.decideBlock({ id: block.id, consent: consent === 'consent', note, days: days ?? USUAL_DAYS });
      onClose();
    },
  });
  return (
    <DialogForm label={BLOCKS.submit} form={form} onClose={onClose}>
      <p>
        <b className="num">{block.number}</b> {block.reason}
        <br />
        <span className="faint">
          {BLOCKS.proposedBy} {block.proposedBy.name} <span className="num">{block.proposedBy.jobNumber}</span>
        </span>
      </p>
      <ChoiceField
        label={BLOCKS.decide}
        error={undefined}
        value={consent}
        options={[
          { value: 'consent', label: BLOCKS.consent },
          { value: 'decline', label: BLOCKS.decline },
        ]}
        onChange={setConsent}
      />
      {consent === 'consent' && (
        <DaysField
          label={BLOCKS.days}
          required
          error={undefined}
          unit={BLOCKS.dayUnit}
          max={LONGEST_BLOCK_DAYS}
          value={days}
          onChange={setDays}
        />
      )}
      <TextField
        label={BLOCKS.note}
        required={consent === 'decline'}
        rows={2}
        max={200}
        value={note}
        error={form.tried && noteMissing ? BLOCKS.noteMissing : undefined}
        onChange={setNote}
      />
    </DialogForm>
  );
}

/** 提前解除. */
export function LiftBlockDialog(props: Props): ReactNode {
  return (
    <Dialog title={BLOCKS.liftTitle} width={480} onClose={props.onClose}>
      <Lifting {...props} />
    </Dialog>
  );
}

function Lifting({ block, onClose }: Props): ReactNode {
  const [note, setNote] = useState('');
  const missing = note.trim().length < 2;
  const form = useSubmit({
    ready: !missing,
    run: async ({ calls }) => {
      await calls.liftBlock({ id: block.id, note });
      onClose();
    },
  });
  return (
    <DialogForm label={BLOCKS.submit} form={form} onClose={onClose}>
      <p>
        <b className="num">{block.number}</b> {block.reason}
      </p>
      <TextField
        label={BLOCKS.reason}
        required
        rows={2}
        max={200}
        value={note}
        error={form.tried && missing ? BLOCKS.reasonMissing : undefined}
        onChange={setNote}
      />
    </DialogForm>
  );
}
