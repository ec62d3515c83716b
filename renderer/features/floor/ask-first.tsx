import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FloorCommand } from '../../../shared/domain/floor.ts';
import type { AccountId, CallId } from '../../../shared/domain/ids.ts';
import { Dialog } from '../../components/dialog.tsx';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { PrimaryButton } from '../../components/primary-button.tsx';
import { useKey } from '../../keys/keys.ts';
import { TEXT } from './text.ts';

/** What cannot be undone for whoever is on the line, or takes somebody off it. */
export type Grave =
  | { readonly kind: 'takeOver' | 'forceHangUp'; readonly callId: CallId; readonly name: string }
  | { readonly kind: 'forceSignOut'; readonly agent: AccountId; readonly name: string };

export interface AskFirstProps {
  readonly grave: Grave;
  readonly onSend: (command: FloorCommand) => void;
  readonly onClose: () => void;
}

/** Asks once more, and for 强拆 why: that stands in the audit log. */
export function AskFirst({ grave, onSend, onClose }: AskFirstProps): ReactNode {
  const { name } = grave;
  const { ask } = TEXT;
  const titles = { takeOver: ask.takeOver(name), forceHangUp: ask.hangUp(name), forceSignOut: ask.signOut(name) };
  return (
    <Dialog title={titles[grave.kind]} width={420} onClose={onClose}>
      <Question grave={grave} onSend={onSend} onClose={onClose} />
    </Dialog>
  );
}

/** Inside the dialog, whose keys are its own. */
function Question({ grave, onSend, onClose }: AskFirstProps): ReactNode {
  const [reason, setReason] = useState('');
  const { ask } = TEXT;
  const bodies = { takeOver: ask.takeOverBody, forceHangUp: ask.hangUpBody, forceSignOut: ask.signOutBody };
  const labels = { takeOver: TEXT.takeOver, forceHangUp: TEXT.forceHangUp, forceSignOut: TEXT.forceSignOut };
  const ready = grave.kind !== 'forceHangUp' || reason.trim() !== '';
  const confirm = (): void => {
    onSend(commandOf(grave, reason.trim()));
    onClose();
  };
  useKey('primary', confirm, ready);
  return (
    <div className="floor-ask">
      <p>{bodies[grave.kind]}</p>
      {grave.kind === 'forceHangUp' && (
        <Input
          ref={focusOnMount}
          aria-label={ask.hangUpReason}
          placeholder={ask.hangUpReason}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="floor-ask-acts">
        <Button onClick={onClose}>{ask.cancel}</Button>
        <PrimaryButton danger disabled={!ready} onClick={confirm}>
          {labels[grave.kind]}
        </PrimaryButton>
      </div>
    </div>
  );
}

function commandOf(grave: Grave, reason: string): FloorCommand {
  if (grave.kind === 'forceSignOut') return { type: grave.kind, agent: grave.agent };
  if (grave.kind === 'forceHangUp') return { type: grave.kind, callId: grave.callId, reason };
  return { type: grave.kind, callId: grave.callId };
}
