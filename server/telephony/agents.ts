import type { AgentState, LiveCall, RestReason, TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import type { DeviceState, ExchangeCall, IdleState } from './port.ts';

/** A signed-in operator as the hall keeps them. Times are the exchange's, ms since 1970. */
export interface Agent {
  readonly id: AccountId;
  readonly state: Exclude<AgentState, 'signedOut'>;
  readonly sinceMs: number;
  readonly restReason: RestReason | null;
  readonly wrapUpEndsMs: number | null;
  /** Counted up each time an operator becomes ready by an act of their own: the smallest has been idle longest. */
  readonly idleOrder: number;
  readonly idleSinceMs: number;
  /** The call that rings at or is with them. */
  readonly callId: CallId | null;
  /** Asked of the exchange and not yet seen ringing. */
  readonly offered: boolean;
  /** Rung for one caller whom they chose themselves: they were not waiting for calls, and do not by this. */
  readonly picked: boolean;
  /** The call that ended last, until wrap-up is over. */
  readonly lastCall: LiveCall | null;
  /** 小休 asked for and not yet agreed to. */
  readonly restAsked: { readonly reason: RestReason; readonly sinceMs: number } | null;
  /** False while nobody could see a ringing call: the desk is gone. */
  readonly deskHere: boolean;
  /** What the exchange says of their phone; null while it has said nothing. */
  readonly phone: DeviceState | null;
}

/** 签入 gives 示忙. */
export function signedIn(id: AccountId, nowMs: number): Agent {
  return {
    id,
    state: 'busy',
    sinceMs: nowMs,
    restReason: null,
    wrapUpEndsMs: null,
    idleOrder: 0,
    idleSinceMs: nowMs,
    callId: null,
    offered: false,
    picked: false,
    lastCall: null,
    restAsked: null,
    deskHere: true,
    phone: null,
  };
}

/** Refuses with AGENT_STATE where a call is ringing or being spoken. */
export function requireFree(agent: Agent): void {
  if (agent.state === 'ringing' || agent.state === 'talking') fail('AGENT_STATE');
}

export function ready(agent: Agent, nowMs: number, idleOrder: number): Agent {
  return { ...idle(agent, nowMs), state: 'ready', idleOrder, idleSinceMs: nowMs };
}

export function busy(agent: Agent, nowMs: number): Agent {
  return { ...idle(agent, nowMs), state: 'busy' };
}

export function resting(agent: Agent, nowMs: number, reason: RestReason): Agent {
  return { ...idle(agent, nowMs), state: 'rest', restReason: reason, restAsked: null };
}

/** Not answered through no fault of theirs: they keep their place among the idle. */
export function readyAgain(agent: Agent, nowMs: number): Agent {
  if (!agent.deskHere || agent.picked) return busy(agent, nowMs);
  return { ...idle(agent, agent.idleSinceMs), state: 'ready' };
}

export function offeredTo(agent: Agent, callId: CallId, nowMs: number): Agent {
  return { ...idle(agent, nowMs), state: 'ringing', callId, offered: true };
}

/** The same for a caller whom they have chosen. */
export function picking(agent: Agent, callId: CallId, nowMs: number): Agent {
  return { ...offeredTo(agent, callId, nowMs), picked: true };
}

/** With the call as the exchange has it: ringing at their phone, or on their line. */
export function withCall(agent: Agent, call: ExchangeCall, nowMs: number): Agent {
  const state = call.state === 'ringing' ? 'ringing' : 'talking';
  const unchanged = agent.state === state && agent.callId === call.callId;
  if (unchanged) return agent.offered ? { ...agent, offered: false } : agent;
  return { ...idle(agent, nowMs), state, callId: call.callId, picked: agent.picked };
}

export function wrappingUp(agent: Agent, lastCall: LiveCall, nowMs: number, endsMs: number): Agent {
  return { ...idle(agent, nowMs), state: 'wrapUp', wrapUpEndsMs: endsMs, lastCall };
}

/** Waits for calls, and has a phone to ring. */
export function canBeRung({ state, phone }: Agent): boolean {
  return state === 'ready' && phone !== 'offline';
}

/** What the exchange is told of an operator; null while a call says it. */
export function idleState(agent: Agent): IdleState | null {
  if (agent.restReason) return { state: 'rest', reason: agent.restReason };
  const { state } = agent;
  return state === 'ready' || state === 'busy' || state === 'wrapUp' ? { state } : null;
}

/** @param agent undefined: not signed in */
export function agentView(agent: Agent | undefined, nowMs: number): TelephonyView['agent'] {
  if (!agent) return { state: 'signedOut', since: instant(nowMs), restReason: null, wrapUpEndsAt: null };
  return {
    state: agent.state,
    since: instant(agent.sinceMs),
    restReason: agent.restReason,
    wrapUpEndsAt: agent.wrapUpEndsMs === null ? null : instant(agent.wrapUpEndsMs),
    restAsked: agent.restAsked && { reason: agent.restAsked.reason, since: instant(agent.restAsked.sinceMs) },
  };
}

function idle(agent: Agent, nowMs: number): Agent {
  return {
    ...agent,
    sinceMs: nowMs,
    restReason: null,
    wrapUpEndsMs: null,
    callId: null,
    offered: false,
    picked: false,
    lastCall: null,
  };
}
