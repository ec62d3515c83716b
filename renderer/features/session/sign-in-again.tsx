import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { DeskSession } from '../../../shared/contract/desk.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useLive } from '../../data/live.ts';
import { KeyLayer } from '../../keys/key-layer.tsx';
import { SessionForm } from './session-form.tsx';
import { TEXT } from './text.ts';
import './session.css';

/** A dialog of the browser's own: everything behind it is inert, to the keyboard and to screen readers. */
function showModal(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}

export interface SignInAgainProps {
  readonly holder: DeskSession;
  /** Absent where signing in again is not a matter of choice. */
  readonly onClose?: () => void;
}

/**
 * Over the screens, which stay as they are: the session has ended, or an offline one can become an online one. What
 * lies behind is blurred, for whoever passes by is not the one who was signed in.
 */
export function SignInAgain({ holder, onClose }: SignInAgainProps): ReactNode {
  const ended = useLive((live) => live.ended);
  const leave = useLive((live) => live.leave);
  return (
    <dialog
      ref={showModal}
      className="sign-in-again"
      aria-label={onClose ? TEXT.againOnline : TEXT.again}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <KeyLayer sealed={!onClose}>
        <h2>{onClose ? TEXT.againOnline : TEXT.again}</h2>
        {ended && !onClose && <FailureNote failure={ended} />}
        <p className="muted">{onClose ? TEXT.againOnlineWhy : TEXT.againKeeps}</p>
        <SessionForm jobNumber={holder.actor.jobNumber} label={onClose ? TEXT.againOnline : TEXT.signIn}>
          <div className="session-buttons session-buttons-quiet">
            {onClose ? (
              <Button type="text" onClick={onClose}>
                {TEXT.cancel}
              </Button>
            ) : (
              <Button type="text" onClick={leave} title={TEXT.otherWarns}>
                {TEXT.other}
              </Button>
            )}
          </div>
        </SessionForm>
      </KeyLayer>
    </dialog>
  );
}
