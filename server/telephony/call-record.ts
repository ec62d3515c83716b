import type { CallOutcome, CallRecord, UnknownFact } from '../../shared/domain/call.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { liveCall } from './live-call.ts';
import { skillOf, type CallPlan } from './plan.ts';
import type { ExchangeCall } from './port.ts';

/**
 * What is kept of a call. Its waiting time is `answeredAt` (or for an abandoned one `endedAt`) less `queuedAt`.
 * `endedAt` is null where the call ended while the exchange could not be heard and it kept no time of it; that, and what
 * follows from it, is named in `unknown`.
 */
export function callRecord(call: ExchangeCall, plan: CallPlan): CallRecord {
  const spoke = call.legs.filter((leg) => leg.party === 'agent' && leg.answeredAt !== null);
  const agents = [...new Set(spoke.flatMap(({ agent }): AccountId[] => (agent ? [agent] : [])))];
  const closed = call.answeredAt === null ? plan.closed(call) : null;
  return {
    callId: call.callId,
    direction: call.direction,
    callerNumber: call.callerNumber,
    dialled: call.dialled,
    agentId: spoke.at(-1)?.agent ?? null,
    agents,
    queuedAt: call.queuedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    endedBy: call.endedBy,
    outcome: outcomeOf(call, closed !== null),
    closed,
    skillId: call.direction === 'inbound' ? skillOf(plan, call) : null,
    legs: [...liveCall(call).legs],
    unknown: unknownOf(call),
  };
}

function outcomeOf(call: ExchangeCall, turnedAway: boolean): CallOutcome {
  if (call.answeredAt !== null) return 'answered';
  if (call.direction === 'outbound') return 'unreached';
  return turnedAway ? 'refused' : 'abandoned';
}

/** A call that ended unheard may even have been answered in the gap. */
function unknownOf(call: ExchangeCall): UnknownFact[] {
  if (call.state !== 'ended' || call.endedAt !== null) return [];
  return call.answeredAt === null ? ['endedAt', 'answeredAt', 'outcome'] : ['endedAt'];
}
