import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useLive } from '../../data/live.ts';
import { useDeed } from '../../data/use-deed.ts';
import { writingsOf } from '../../data/writings.ts';
import { TEXT } from './text.ts';

/** Asks before signing out and says what is still to be sent, and by whom. */
export function SignOut({ onClose }: { onClose: () => void }): ReactNode {
  const { sync, telephony, leave } = useLive();
  const { busy, failure: refusal, act } = useDeed();
  const inCall = telephony?.agent.state === 'talking' || telephony?.agent.state === 'ringing';
  const signOut = (): Promise<boolean> =>
    act(async (desk) => {
      // What is being written in a form is kept for the next time: once signed out, nobody may save it any more.
      await writingsOf(desk).getState().flushAll();
      await desk.session.signOut();
      leave();
      onClose();
    });
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
