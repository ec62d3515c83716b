import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { DeskSession } from '../../../shared/contract/desk.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useLive } from '../../data/live.ts';
import { SessionForm } from './session-form.tsx';
import { TEXT } from './text.ts';
import './session.css';

export interface SignInAgainProps {
  readonly holder: DeskSession;
  /** Absent where signing in again is not a matter of choice. */
  readonly onClose?: () => void;
}

/**
 * Over the screens, which stay as they are: the session has ended, or an offline one can become an online one. What
 * lies behind is veiled, for whoever passes by is not the one who was signed in.
 */
export function SignInAgain({ holder, onClose }: SignInAgainProps): ReactNode {
  const ended = useLive((live) => live.ended);
  const leave = useLive((live) => live.leave);
  return (
    <Dialog title={onClose ? TEXT.againOnline : TEXT.again} width={400} veil={!onClose} onClose={onClose}>
      {ended && !onClose && <FailureNote failure={ended} />}
      <p className="muted sign-in-again-why">{onClose ? TEXT.againOnlineWhy : TEXT.againKeeps}</p>
      <SessionForm jobNumber={holder.actor.jobNumber} label={onClose ? TEXT.againOnline : TEXT.signIn}>
        {!onClose && (
          <div className="session-buttons session-buttons-quiet">
            <Button type="text" onClick={leave} title={TEXT.otherWarns}>
              {TEXT.other}
            </Button>
          </div>
        )}
      </SessionForm>
    </Dialog>
  );
}
