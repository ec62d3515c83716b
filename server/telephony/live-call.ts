import type { Leg, LiveCall, TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { ExchangeCall, ExchangeLeg } from './port.ts';

/** Without the operator's account, which is nobody's business on a desk. */
function plainLeg(leg: ExchangeLeg): Leg {
  const { legId, party, label, number, unitId, state, cause, startedAt, answeredAt, endedAt } = leg;
  return { legId, party, label, number, unitId, state, cause, startedAt, answeredAt, endedAt };
}

/**
 * Supervisors of whom the operator is told: whoever whispers or joins is heard by them anyway; whoever only listens is
 * told of where the operator has asked for it. Listening unasked is for quality, and stands in the audit log.
 */
export function shownMonitors(call: ExchangeCall, asked: boolean): TelephonyView['supervisors'] {
  return call.monitors.filter(({ mode }) => asked || mode !== 'listen').map(({ mode }) => ({ mode }));
}

/** The call as an operator's desk is told of it. */
export function liveCall(call: ExchangeCall): LiveCall {
  return {
    callId: call.callId,
    direction: call.direction,
    callerNumber: call.callerNumber,
    state: call.state,
    muted: call.muted,
    recording: call.recording,
    consultWith: call.consultWith,
    legs: call.legs.map(plainLeg),
    queuedAt: call.queuedAt,
    ringingAt: call.ringingAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    endedBy: call.endedBy,
  };
}

/**
 * The call as it ended for one operator. Where they left the others talking (transfer, conference), it has ended for
 * them at that moment, whatever becomes of it; where it ended unheard, its end is not known and stays null.
 */
export function callEndedFor(call: ExchangeCall, agent: AccountId): LiveCall {
  const live = liveCall(call);
  if (call.state === 'ended') return live;
  const own = call.legs.findLast((leg) => leg.agent === agent);
  const left = { state: 'ended', muted: false, consultWith: null } as const;
  const takenOver = call.agent !== null && call.agent !== agent;
  const by = takenOver ? 'supervisor' : 'agent';
  return { ...live, ...left, endedAt: own?.endedAt ?? null, endedBy: own?.endedAt ? by : null };
}

/** A call that ended unheard, of which the exchange kept nothing: it is over, and when is not known. */
export function lostCall(call: ExchangeCall): ExchangeCall {
  const legs = call.legs.map((leg): ExchangeLeg =>
    leg.state === 'left' || leg.state === 'failed' ? leg : { ...leg, state: 'left', cause: 'linkLost' },
  );
  return { ...call, state: 'ended', agent: null, muted: false, consultWith: null, consultCallId: null, legs };
}
