import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useLive } from '../../data/live.ts';
import { useDesk } from '../../data/use-desk.ts';
import { failureOf } from '../../data/failure-of.ts';
import { KeyHint, useChord, useTip } from '../../keys/keys.ts';
import type { Failure } from '../../../shared/failure.ts';
import { IDLE } from './text.ts';

/** No draft is open: what to do next. */
export function NothingOpen({ onNew, onManual }: { onNew: () => void; onManual: () => void }): ReactNode {
  const desk = useDesk();
  const state = useLive(({ telephony }) => telephony?.agent.state ?? null);
  const ringing = useLive(({ telephony }) => telephony?.call?.state === 'ringing');
  const [failure, setFailure] = useState<Failure | null>(null);
  const become = (type: 'ready' | 'signIn'): void => {
    setFailure(null);
    void desk.telephony.command({ type }).then(
      (view) => useLive.getState().setTelephony(view),
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  const answer = useChord('answer');
  const tips = {
    signIn: useTip('agentSignIn', IDLE.signIn),
    ready: useTip('ready', IDLE.ready),
    further: useTip('newDraft', IDLE.further),
    manual: useTip('manualEntry', IDLE.manual),
  };
  const text = state === null ? IDLE.noExchange : ringing ? IDLE.ringing(answer) : IDLE.states[state];
  return (
    <div className="ct-idle">
      <EmptyState
        icon={<PhoneOutlined aria-hidden />}
        text={text}
        action={
          <div className="ct-idle-actions">
            {state === 'signedOut' && (
              <Button type="primary" title={tips.signIn} onClick={() => become('signIn')}>
                {IDLE.signIn}
                <KeyHint action="agentSignIn" />
              </Button>
            )}
            {(state === 'busy' || state === 'rest' || state === 'wrapUp') && (
              <Button type="primary" title={tips.ready} onClick={() => become('ready')}>
                {IDLE.ready}
                <KeyHint action="ready" />
              </Button>
            )}
            {state === 'talking' && (
              <Button type="primary" title={tips.further} onClick={onNew}>
                {IDLE.further}
                <KeyHint action="newDraft" />
              </Button>
            )}
            <Button title={tips.manual} onClick={onManual}>
              {IDLE.manual}
              <KeyHint action="manualEntry" />
            </Button>
          </div>
        }
      />
      {failure && <FailureNote failure={failure} />}
    </div>
  );
}
