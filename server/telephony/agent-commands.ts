import type { AgentCommand } from '../../shared/domain/call.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { idleState, type Agent } from './agents.ts';
import type { ExchangeCall, TelephonyPort } from './port.ts';

/** What an operator asks about a call, as opposed to about themselves. */
export type CallCommand = Exclude<
  AgentCommand,
  {
    type:
      | 'signIn'
      | 'signOut'
      | 'dial'
      | 'ready'
      | 'busy'
      | 'rest'
      | 'extendWrapUp'
      | 'endWrapUp'
      | 'askHelp'
      | 'endHelp';
  }
>;

/** Says it to the exchange; the exchange decides whether the call allows it. */
export function askExchange(
  port: TelephonyPort,
  agent: AccountId,
  call: ExchangeCall,
  command: CallCommand,
): Promise<void> {
  const { callId } = call;
  switch (command.type) {
    case 'consult':
    case 'blindTransfer': {
      const { number, label, unitId } = command;
      return port[command.type](callId, agent, { number, label, unitId });
    }
    case 'dtmf':
      return port.sendDtmf(callId, agent, command.digits);
    case 'hangUp':
      if (call.state === 'ringing') return port.reject(callId, agent);
      // With the unit in the ear, 挂断 means the unit: a caller who hears music is not dropped by a slip.
      if (call.state === 'consulting' && call.consultWith === 'unit') return port.cancelConsult(callId, agent);
      return port.hangUp(callId, agent);
    case 'completeTransfer':
      if (call.state === 'conference') return port.leaveConference(callId, agent);
      return port.completeTransfer(callId, agent);
    case 'pauseRecording':
    case 'resumeRecording':
      // Whoever listens in has no say in what is kept.
      if (call.agent !== agent) fail('CALL_STATE');
      return port[command.type](callId);
    case 'answer':
    case 'mute':
    case 'unmute':
    case 'hold':
    case 'retrieve':
    case 'cancelConsult':
    case 'toggle':
    case 'conference':
      return port[command.type](callId, agent);
  }
}

/**
 * An exchange that was restarted, or that missed a change, learns that somebody is here and in which state.
 * @param known whether it has them signed in
 */
export async function introduce(port: TelephonyPort, agent: Agent, known: boolean): Promise<void> {
  if (!known) await port.signIn(agent.id);
  const state = idleState(agent);
  if (state) await port.setAgentState(agent.id, state);
}
