import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { Dialog } from '../../components/dialog.tsx';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { writingsOf } from '../../data/writings.ts';
import { TEXT } from './text.ts';

/** Asks before signing out and says what is still to be sent, and by whom. */
export function SignOut({ onClose }: { onClose: () => void }): ReactNode {
  const desk = useDesk();
  const { sync, telephony, leave } = useLive();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const inCall = telephony?.agent.state === 'talking' || telephony?.agent.state === 'ringing';
  const signOut = async (): Promise<void> => {
    setBusy(true);
    try {
      // What is being written in a form is kept for the next time: once signed out, nobody may save it any more.
      await writingsOf(desk).getState().flushAll();
      await desk.session.signOut();
      leave();
      onClose();
    } catch (error) {
      setRefusal(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={TEXT.signOutAsk}
      width={420}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{TEXT.cancel}</Button>
          <Button ref={focusOnMount} type="primary" disabled={inCall} loading={busy} onClick={() => void signOut()}>
            {TEXT.signOut}
          </Button>
        </>
      }
    >
      {inCall && <p>{TEXT.signOutInCall}</p>}
      {!inCall && sync && (
        <>
          <p>{sync.unsent > 0 ? TEXT.signOutUnsent(sync.unsent) : TEXT.signOutNothing}</p>
          {sync.refused > 0 && <p>{TEXT.signOutRefused(sync.refused)}</p>}
        </>
      )}
      {refusal && <FailureNote failure={refusal} />}
    </Dialog>
  );
}
