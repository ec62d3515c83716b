import type { ReactNode } from 'react';
import { useKey } from '../../keys/keys.ts';
import { OnlyPhone } from '../phone/only-phone.tsx';
import { usePhone } from '../phone/phone-store.ts';
import { agentHindrance } from './abilities.ts';
import { AgentStateMenu } from './agent-state-menu.tsx';
import { CallControls } from './call-controls.tsx';
import { CallInfo } from './call-info.tsx';
import { TEXT } from './text.ts';
import { useTelephony } from './use-telephony.ts';
import './softphone.css';

/** State, call and controls: always in sight, whatever screen is in front. */
export function SoftphoneBar(): ReactNode {
  const telephony = useTelephony();
  const { view, send } = telephony;
  const lines = usePhone((phone) => phone.lines.length);
  const may = (control: Parameters<typeof agentHindrance>[1]): boolean => agentHindrance(view, control) === null;

  useKey('agentSignIn', () => void send({ type: 'signIn' }), may('signIn'));
  useKey('agentSignOut', () => void send({ type: 'signOut' }), may('signOut'));
  useKey('ready', () => void send({ type: view?.agent.state === 'wrapUp' ? 'endWrapUp' : 'ready' }), may('ready'));
  useKey('busy', () => void send({ type: 'busy' }), may('busy'));
  useKey('extendWrapUp', () => void send({ type: 'extendWrapUp', seconds: 60 }), may('extendWrapUp'));

  return (
    <section
      className={`softphone ${view?.agent.state === 'ringing' ? 'softphone-ringing' : ''}`}
      aria-label={TEXT.bar}
      data-agent-state={view?.agent.state ?? 'unknown'}
    >
      <AgentStateMenu telephony={telephony} />
      {view ? (
        <>
          <CallControls telephony={telephony} />
          <CallInfo telephony={telephony} />
        </>
      ) : (
        <output className="softphone-down">
          {lines === 0 ? <span className="ellipsis">{TEXT.exchangeDownNext}</span> : <OnlyPhone />}
        </output>
      )}
    </section>
  );
}
