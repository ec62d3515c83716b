import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { LONGEST_BLOCK_DAYS, type Block } from '../../../../shared/domain/calls/block.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf } from '../../../data/failure-of.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { KeyHint, useKey } from '../../../keys/keys.ts';
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
  const desk = useDesk();
  const [consent, setConsent] = useState<'consent' | 'decline'>('consent');
  const [days, setDays] = useState<number | null>(USUAL_DAYS);
  const [note, setNote] = useState('');
  const noteMissing = consent === 'decline' && note.trim() === '';
  const { act, tried, busy, failure } = useAct(
    !noteMissing && (consent === 'decline' || days !== null),
    () => desk.calls.decideBlock({ id: block.id, consent: consent === 'consent', note, days: days ?? USUAL_DAYS }),
    onClose,
  );
  return (
    <div className="calls-dialog">
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
        error={tried && noteMissing ? BLOCKS.noteMissing : undefined}
        onChange={setNote}
      />
      {failure && <FailureNote failure={failure} />}
      <Buttons busy={busy} onAct={act} onClose={onClose} />
    </div>
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
  const desk = useDesk();
  const [note, setNote] = useState('');
  const missing = note.trim().length < 2;
  const { act, tried, busy, failure } = useAct(!missing, () => desk.calls.liftBlock({ id: block.id, note }), onClose);
  return (
    <div className="calls-dialog">
      <p>
        <b className="num">{block.number}</b> {block.reason}
      </p>
      <TextField
        label={BLOCKS.reason}
        required
        rows={2}
        max={200}
        value={note}
        error={tried && missing ? BLOCKS.reasonMissing : undefined}
        onChange={setNote}
      />
      {failure && <FailureNote failure={failure} />}
      <Buttons busy={busy} onAct={act} onClose={onClose} />
    </div>
  );
}

function useAct(
  ready: boolean,
  run: () => Promise<unknown>,
  onDone: () => void,
): { act: () => void; tried: boolean; busy: boolean; failure: Failure | null } {
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async (): Promise<void> => {
    setTried(true);
    if (!ready || busy) return;
    setBusy(true);
    try {
      await run();
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  const start = (): void => void act();
  useKey('primary', start);
  return { act: start, tried, busy, failure };
}

function Buttons({ busy, onAct, onClose }: { busy: boolean; onAct: () => void; onClose: () => void }): ReactNode {
  return (
    <div className="calls-buttons">
      <Button type="primary" loading={busy} onClick={onAct}>
        {BLOCKS.submit}
        <span aria-hidden>
          <KeyHint action="primary" always />
        </span>
      </Button>
      <Button onClick={onClose}>{BLOCKS.cancel}</Button>
    </div>
  );
}
