import type { AuditDetail } from '../../db/central/audit.ts';
import type { FloorCommand } from '../../shared/domain/floor.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { requireFree } from './agents.ts';
import type { Hall } from './hall.ts';
import type { Device, TelephonyPort } from './port.ts';

/** What a shift supervisor does to others' calls and states. */
export interface FloorControl {
  /**
   * @param supervisor who asks, with the name the operator is shown
   * @throws CALL_GONE, CALL_STATE, AGENT_STATE (of the supervisor for 侦听 and 拦截, of the operator for the rest),
   *   EXCHANGE_UNREACHABLE
   */
  act(supervisor: { readonly accountId: AccountId; readonly name: string }, command: FloorCommand): Promise<void>;
  /** Nobody hears any more on this supervisor's behalf: before they take calls, and when their desk has gone. */
  leaveCalls(supervisor: AccountId): Promise<void>;
}

/** Brings a supervisor's words to an operator. */
export type Message = (from: string, to: AccountId, text: string) => Promise<void>;

export function createFloorControl(hall: Hall, port: TelephonyPort, message: Message): FloorControl {
  function listenedTo(supervisor: AccountId): CallId[] {
    const mine = [...hall.calls.values()].filter(({ monitors }) =>
      monitors.some((each) => each.supervisor === supervisor),
    );
    return mine.map(({ callId }) => callId);
  }

  /** Whoever hears another's call has a line at the exchange, and cannot be rung meanwhile. */
  async function freeForListening(supervisor: AccountId, device: Device | undefined): Promise<void> {
    const agent = hall.people.get(supervisor);
    // 签入 gives 示忙: they are asked to take no calls by it.
    if (!agent) return void (await hall.command(supervisor, { type: 'signIn', device }));
    requireFree(agent);
    if (agent.state === 'ready') await hall.force(supervisor, 'busy');
  }

  async function monitor(supervisor: AccountId, command: Extract<FloorCommand, { type: 'monitor' }>): Promise<void> {
    const { callId, mode, device } = command;
    if (!hall.calls.has(callId)) fail('CALL_GONE');
    if (!port.capabilities.monitor.includes(mode)) fail('CALL_STATE');
    await freeForListening(supervisor, device);
    for (const other of listenedTo(supervisor)) if (other !== callId) await port.stopMonitor(other, supervisor);
    await port.monitor(callId, supervisor, mode);
  }

  async function takeOver(supervisor: AccountId, callId: CallId, device: Device | undefined): Promise<void> {
    if (!hall.calls.has(callId)) fail('CALL_GONE');
    if (!port.capabilities.takeOver) fail('CALL_STATE');
    await freeForListening(supervisor, device);
    await port.takeOver(callId, supervisor);
  }

  async function pick(supervisor: AccountId, command: Extract<FloorCommand, { type: 'pick' }>): Promise<void> {
    const { callId, device } = command;
    if (!hall.calls.has(callId)) fail('CALL_GONE');
    await freeForListening(supervisor, device);
    for (const other of listenedTo(supervisor)) await port.stopMonitor(other, supervisor);
    await hall.pick(supervisor, callId);
  }

  return {
    act({ accountId, name }, command) {
      switch (command.type) {
        case 'message':
          return message(name, command.agent, command.text);
        case 'agreeRest':
        case 'refuseRest':
          return hall.decideRest(command.agent, command.type === 'agreeRest');
        case 'monitor':
          return monitor(accountId, command);
        case 'stopMonitor':
          return port.stopMonitor(command.callId, accountId);
        case 'takeOver':
          return takeOver(accountId, command.callId, command.device);
        case 'pick':
          return pick(accountId, command);
        case 'forceHangUp':
          return port.forceHangUp(command.callId);
        case 'forceBusy':
          return hall.force(command.agent, 'busy');
        case 'forceReady':
          return hall.force(command.agent, 'ready');
        case 'endWrapUp':
          return hall.force(command.agent, 'endWrapUp');
        case 'forceSignOut':
          return hall.force(command.agent, 'signOut');
        case 'takeHelp':
          return Promise.resolve(hall.help.take(command.callId, name));
        case 'closeHelp':
          return Promise.resolve(hall.help.close(command.callId));
      }
    },
    async leaveCalls(supervisor) {
      for (const callId of listenedTo(supervisor)) await port.stopMonitor(callId, supervisor);
    },
  };
}

/** What of an act is written into the audit log: the action, whom or what it was done to, and what exactly. */
export function floorRecord(
  command: FloorCommand,
  agentOf: (callId: CallId) => AccountId | null,
): { readonly action: string; readonly subject: string; readonly detail: AuditDetail } {
  switch (command.type) {
    case 'monitor':
      return record(`hall.${command.mode}`, command.callId, { agent: agentOf(command.callId) });
    case 'forceHangUp':
      return record('hall.forceHangUp', command.callId, { agent: agentOf(command.callId), reason: command.reason });
    case 'stopMonitor':
    case 'takeOver':
    case 'pick':
    case 'takeHelp':
    case 'closeHelp':
      return record(`hall.${command.type}`, command.callId, { agent: agentOf(command.callId) });
    case 'message':
      return record('hall.message', command.agent, { text: command.text });
    case 'forceBusy':
    case 'forceReady':
    case 'endWrapUp':
    case 'forceSignOut':
    case 'agreeRest':
    case 'refuseRest':
      return record(`hall.${command.type}`, command.agent, {});
  }
}

function record(action: string, subject: string, detail: AuditDetail) {
  return { action, subject, detail };
}
