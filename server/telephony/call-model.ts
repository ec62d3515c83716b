import type { CallState, Leg, LegCause, LiveCall } from '../../shared/domain/call.ts';
import type { MonitorMode } from '../../shared/domain/floor.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import type { CallData, ExchangeCall, ExchangeLeg, Target } from './port.ts';

/** The laws of a call: each function gives the call after one thing has happened, or refuses with CALL_GONE or CALL_STATE. */

type Party = Leg['party'];
type EndedBy = NonNullable<LiveCall['endedBy']>;

/** States in which an operator is on the line. */
const ON_THE_LINE: readonly CallState[] = ['talking', 'held', 'consulting', 'conference'];

export function incoming(callId: CallId, callerNumber: string, dialled: string, at: Instant): ExchangeCall {
  const call: ExchangeCall = {
    callId,
    direction: 'inbound',
    callerNumber,
    dialled,
    recording: 'off',
    data: {},
    state: 'queued',
    agent: null,
    consultCallId: null,
    muted: false,
    consultWith: null,
    legs: [],
    monitors: [],
    queuedAt: at,
    ringingAt: null,
    answeredAt: null,
    endedAt: null,
    endedBy: null,
  };
  // The exchange answers the caller itself and plays music: their line is open and held from the start.
  const leg = newLeg(call, { party: 'caller', number: callerNumber, label: '', unitId: null }, at);
  return { ...call, legs: [{ ...leg, state: 'held', answeredAt: at }] };
}

/** The operator rings somebody: their own line is open from the start, the other one is being dialled. */
export function outgoing(callId: CallId, agent: AccountId, target: Target, at: Instant): ExchangeCall {
  const call = { ...incoming(callId, target.number, target.number, at), direction: 'outbound', legs: [] } as const;
  const own = newLeg(call, { party: 'agent', number: '', label: '', unitId: null }, at);
  const withOwn: ExchangeCall = { ...call, legs: [{ ...own, agent, state: 'talking', answeredAt: at }] };
  const other = newLeg(withOwn, { party: 'caller', ...target }, at);
  return { ...withOwn, state: 'talking', agent, legs: [...withOwn.legs, other] };
}

export function calleeRinging(call: ExchangeCall): ExchangeCall {
  return setLeg(call, 'caller', { state: 'ringing' });
}

export function calleeAnswered(call: ExchangeCall, at: Instant): ExchangeCall {
  return { ...setLeg(call, 'caller', { state: 'talking', answeredAt: at }), answeredAt: at };
}

export function calleeFailed(call: ExchangeCall, cause: LegCause, at: Instant): ExchangeCall {
  return ended(setLeg(call, 'caller', { state: 'failed', cause, endedAt: at }), 'caller', at);
}

export function ringing(call: ExchangeCall, agent: AccountId, at: Instant): ExchangeCall {
  inState(call, ['queued']);
  const leg = newLeg(call, { party: 'agent', number: '', label: '', unitId: null }, at);
  return {
    ...call,
    state: 'ringing',
    agent,
    ringingAt: at,
    legs: [...call.legs, { ...leg, agent, state: 'ringing' }],
  };
}

/** The phone stops ringing unanswered; the caller keeps the place they had. */
export function ringEnded(call: ExchangeCall, agent: AccountId, cause: LegCause, at: Instant): ExchangeCall {
  ofAgent(call, agent, ['ringing']);
  return { ...leave(call, 'agent', at, cause), state: 'queued', agent: null };
}

export function answered(call: ExchangeCall, agent: AccountId, at: Instant): ExchangeCall {
  ofAgent(call, agent, ['ringing']);
  const talking = setLeg(setLeg(call, 'agent', { state: 'talking', answeredAt: at }), 'caller', { state: 'talking' });
  return { ...talking, state: 'talking', muted: false, answeredAt: call.answeredAt ?? at };
}

export function held(call: ExchangeCall, agent: AccountId): ExchangeCall {
  ofAgent(call, agent, ['talking']);
  withCaller(call);
  return { ...setLeg(call, 'caller', { state: 'held' }), state: 'held' };
}

export function retrieved(call: ExchangeCall, agent: AccountId): ExchangeCall {
  ofAgent(call, agent, ['held']);
  return { ...setLeg(call, 'caller', { state: 'talking' }), state: 'talking' };
}

export function muted(call: ExchangeCall, agent: AccountId, mute: boolean): ExchangeCall {
  ofAgent(call, agent, ON_THE_LINE);
  if (call.muted === mute) fail('CALL_STATE');
  return { ...call, muted: mute };
}

export function consulting(
  call: ExchangeCall,
  agent: AccountId,
  target: Target,
  consultCallId: string,
  at: Instant,
): ExchangeCall {
  ofAgent(call, agent, ['talking', 'held']);
  withCaller(call);
  const waiting = setLeg(call, 'caller', { state: 'held' });
  return { ...dial(waiting, target, at), state: 'consulting', consultWith: 'unit', consultCallId };
}

export function toggled(call: ExchangeCall, agent: AccountId): ExchangeCall {
  bothAnswered(call, agent);
  const toUnit = call.consultWith === 'caller';
  const turned = setLeg(setLeg(call, 'caller', { state: toUnit ? 'held' : 'talking' }), 'unit', {
    state: toUnit ? 'talking' : 'held',
  });
  return { ...turned, consultWith: toUnit ? 'unit' : 'caller' };
}

export function conference(call: ExchangeCall, agent: AccountId): ExchangeCall {
  bothAnswered(call, agent);
  return { ...bridged(call), state: 'conference' };
}

export function consultCancelled(call: ExchangeCall, agent: AccountId, at: Instant): ExchangeCall {
  ofAgent(call, agent, ['consulting']);
  const alone = leave(call, 'unit', at, 'hungUp');
  if (!liveLeg(call, 'caller')) return ended(alone, 'agent', at);
  return { ...setLeg(alone, 'caller', { state: 'talking' }), state: 'talking', consultWith: null, consultCallId: null };
}

/** Attended transfer: caller and unit talk on without the operator. */
export function transferred(call: ExchangeCall, agent: AccountId, at: Instant): ExchangeCall {
  bothAnswered(call, agent);
  return agentGone(bridged(call), at);
}

export function conferenceLeft(call: ExchangeCall, agent: AccountId, at: Instant): ExchangeCall {
  ofAgent(call, agent, ['conference']);
  return agentGone(call, at);
}

export function blindTransferred(call: ExchangeCall, agent: AccountId, target: Target, at: Instant): ExchangeCall {
  ofAgent(call, agent, ['talking', 'held']);
  withCaller(call);
  const waiting = setLeg(agentGone(call, at), 'caller', { state: 'held' });
  return { ...dial(waiting, target, at), state: 'held' };
}

export function unitRinging(call: ExchangeCall): ExchangeCall {
  return setLeg(call, 'unit', { state: 'ringing' });
}

export function unitAnswered(call: ExchangeCall, at: Instant): ExchangeCall {
  const joined = setLeg(call, 'unit', { state: 'talking', answeredAt: at });
  // In a consultation the caller goes on hearing music, unless they have hung up meanwhile.
  if (call.agent && liveLeg(call, 'caller')) return joined;
  return { ...bridged(joined), state: 'talking' };
}

export function unitFailed(call: ExchangeCall, cause: LegCause, at: Instant): ExchangeCall {
  const alone = setLeg(call, 'unit', { state: 'failed', cause, endedAt: at });
  if (!liveLeg(call, 'caller')) return ended(alone, 'unit', at);
  const waiting = { ...alone, consultWith: null, consultCallId: null };
  return call.agent ? { ...waiting, state: 'held' } : { ...waiting, state: 'queued' };
}

export function unitHungUp(call: ExchangeCall, at: Instant): ExchangeCall {
  const alone = leave(call, 'unit', at, 'hungUp');
  if (!call.agent || !liveLeg(call, 'caller')) return ended(alone, 'unit', at);
  const heldOn = call.state === 'consulting' && call.consultWith === 'unit';
  return { ...alone, state: heldOn ? 'held' : 'talking', consultWith: null, consultCallId: null };
}

export function callerHungUp(call: ExchangeCall, at: Instant): ExchangeCall {
  if (!liveLeg(call, 'caller')) fail('CALL_GONE');
  const waited = call.answeredAt === null;
  const gone = leave(call, 'caller', at, waited ? 'abandoned' : 'hungUp');
  const unit = liveLeg(call, 'unit');
  if (!call.agent || call.state === 'ringing' || !unit) return ended(gone, 'caller', at);
  // The operator goes on with the unit, or goes on ringing it, until one of the two hangs up.
  return unit.answeredAt ? { ...bridged(gone), state: 'talking' } : gone;
}

export function agentHungUp(call: ExchangeCall, agent: AccountId, at: Instant): ExchangeCall {
  ofAgent(call, agent, ON_THE_LINE);
  return ended(call, 'agent', at);
}

export function forcedDown(call: ExchangeCall, at: Instant): ExchangeCall {
  alive(call);
  return ended(call, 'supervisor', at);
}

export function monitored(call: ExchangeCall, supervisor: AccountId, mode: MonitorMode): ExchangeCall {
  inState(call, ON_THE_LINE);
  if (!call.agent || call.agent === supervisor) fail('CALL_STATE');
  const others = call.monitors.filter((monitor) => monitor.supervisor !== supervisor);
  return { ...call, monitors: [...others, { supervisor, mode }] };
}

export function monitorStopped(call: ExchangeCall, supervisor: AccountId): ExchangeCall {
  alive(call);
  const others = call.monitors.filter((monitor) => monitor.supervisor !== supervisor);
  if (others.length === call.monitors.length) fail('CALL_STATE');
  return { ...call, monitors: others };
}

export function takenOver(call: ExchangeCall, supervisor: AccountId, at: Instant): ExchangeCall {
  inState(call, ['talking', 'held', 'conference']);
  if (!call.agent || call.agent === supervisor) fail('CALL_STATE');
  const others = call.monitors.filter((monitor) => monitor.supervisor !== supervisor);
  const vacant = leave(call, 'agent', at, 'hungUp');
  const leg = newLeg(call, { party: 'agent', number: '', label: '', unitId: null }, at);
  const next: ExchangeLeg = { ...leg, agent: supervisor, state: 'talking', answeredAt: at };
  return { ...vacant, agent: supervisor, muted: false, monitors: others, legs: [...vacant.legs, next] };
}

/**
 * The operator's line was cut: the caller is not to pay for it. They go back to the front of the queue; where they were
 * already talking to the unit as well, they talk on.
 */
export function agentLost(call: ExchangeCall, at: Instant): ExchangeCall {
  inState(call, ON_THE_LINE);
  if (call.state === 'conference') return agentGone(call, at);
  const alone = leave(call, 'agent', at, 'linkLost');
  const caller = liveLeg(call, 'caller');
  if (call.direction === 'outbound' || !caller) return ended(alone, 'agent', at);
  const withoutUnit = liveLeg(call, 'unit') ? leave(alone, 'unit', at, 'linkLost') : alone;
  return {
    ...setLeg(withoutUnit, 'caller', { state: 'held' }),
    state: 'queued',
    agent: null,
    muted: false,
    consultWith: null,
    consultCallId: null,
    monitors: [],
  };
}

/** A line that ended while nobody listened: that it has ended is known, and when is not. */
export function withoutEnd(call: ExchangeCall, legId: string): ExchangeCall {
  const legs = call.legs.map((leg): ExchangeLeg =>
    leg.legId === legId ? { ...leg, cause: 'linkLost', endedAt: null } : leg,
  );
  return { ...call, legs };
}

/** The caller's line is open, so that something can be said on it. */
export function audible(call: ExchangeCall): void {
  alive(call);
  if (!liveLeg(call, 'caller')?.answeredAt) fail('CALL_STATE');
}

/** Digits go to whom the operator speaks with: somebody must be there. */
export function dialable(call: ExchangeCall, agent: AccountId): void {
  ofAgent(call, agent, ['talking', 'consulting', 'conference']);
  if (!call.legs.some((leg) => leg.party !== 'agent' && leg.state === 'talking')) fail('CALL_STATE');
}

/** What the service has kept with the call is this from now on. */
export function withData(call: ExchangeCall, data: CallData): ExchangeCall {
  alive(call);
  return { ...call, data };
}

/** The exchange has taken the call away from us: it may go on without us, and for us it has ended. */
export function takenAway(call: ExchangeCall, at: Instant): ExchangeCall {
  alive(call);
  return ended(call, 'exchange', at);
}

/** Not taken: for us it has ended, whatever the caller still hears. */
export function refused(call: ExchangeCall, at: Instant): ExchangeCall {
  inState(call, ['queued']);
  return ended(call, 'exchange', at);
}

export function recordingStarted(call: ExchangeCall): ExchangeCall {
  alive(call);
  if (call.answeredAt === null || call.recording !== 'off') fail('CALL_STATE');
  return { ...call, recording: 'on' };
}

export function recordingPaused(call: ExchangeCall): ExchangeCall {
  alive(call);
  if (call.recording !== 'on') fail('CALL_STATE');
  return { ...call, recording: 'paused' };
}

export function recordingResumed(call: ExchangeCall): ExchangeCall {
  alive(call);
  if (call.recording !== 'paused') fail('CALL_STATE');
  return { ...call, recording: 'on' };
}

/** The party's line that is still open, if any. */
export function liveLeg(call: ExchangeCall, party: Party): ExchangeLeg | undefined {
  return call.legs.find((leg) => leg.party === party && isOpen(leg));
}

function isOpen(leg: ExchangeLeg): boolean {
  return leg.state !== 'left' && leg.state !== 'failed';
}

function alive(call: ExchangeCall): void {
  if (call.state === 'ended') fail('CALL_GONE');
}

function inState(call: ExchangeCall, states: readonly CallState[]): void {
  alive(call);
  if (!states.includes(call.state)) fail('CALL_STATE');
}

function ofAgent(call: ExchangeCall, agent: AccountId, states: readonly CallState[]): void {
  alive(call);
  if (call.agent !== agent) fail('CALL_STATE');
  inState(call, states);
}

function withCaller(call: ExchangeCall): void {
  const caller = liveLeg(call, 'caller');
  if (!caller) fail('CALL_GONE');
  // Somebody who is being rung and has not answered cannot be put on hold.
  if (caller.answeredAt === null) fail('CALL_STATE');
  if (liveLeg(call, 'unit')) fail('CALL_STATE');
}

function bothAnswered(call: ExchangeCall, agent: AccountId): void {
  ofAgent(call, agent, ['consulting']);
  if (!liveLeg(call, 'caller')) fail('CALL_GONE');
  if (!liveLeg(call, 'unit')?.answeredAt) fail('CALL_STATE');
}

/** Everybody still on an open line hears everybody else. */
function bridged(call: ExchangeCall): ExchangeCall {
  const legs = call.legs.map((leg): ExchangeLeg => (isOpen(leg) ? { ...leg, state: 'talking' } : leg));
  return { ...call, legs, consultWith: null, consultCallId: null };
}

function agentGone(call: ExchangeCall, at: Instant): ExchangeCall {
  return { ...leave(call, 'agent', at, 'hungUp'), state: 'talking', agent: null, muted: false, monitors: [] };
}

function dial(call: ExchangeCall, target: Target, at: Instant): ExchangeCall {
  return { ...call, legs: [...call.legs, newLeg(call, { party: 'unit', ...target }, at)] };
}

function ended(call: ExchangeCall, by: EndedBy, at: Instant): ExchangeCall {
  const legs = call.legs.map((leg): ExchangeLeg =>
    isOpen(leg) ? { ...leg, state: 'left', cause: leg.cause ?? 'hungUp', endedAt: at } : leg,
  );
  return {
    ...call,
    state: 'ended',
    muted: false,
    consultWith: null,
    consultCallId: null,
    recording: 'off',
    monitors: [],
    legs,
    endedAt: at,
    endedBy: by,
  };
}

function leave(call: ExchangeCall, party: Party, at: Instant, cause: LegCause): ExchangeCall {
  return setLeg(call, party, { state: 'left', cause, endedAt: at });
}

function setLeg(call: ExchangeCall, party: Party, change: Partial<ExchangeLeg>): ExchangeCall {
  const open = liveLeg(call, party);
  return { ...call, legs: call.legs.map((leg) => (leg === open ? { ...leg, ...change } : leg)) };
}

function newLeg(
  call: ExchangeCall,
  party: Pick<ExchangeLeg, 'party' | 'number' | 'label' | 'unitId'>,
  at: Instant,
): ExchangeLeg {
  return {
    ...party,
    legId: `${call.callId}/${call.legs.length + 1}`,
    agent: null,
    state: 'dialing',
    cause: null,
    startedAt: at,
    answeredAt: null,
    endedAt: null,
  };
}
