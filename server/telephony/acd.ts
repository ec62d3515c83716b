import type { CallRecord, TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Agent } from './agents.ts';
import type { ExchangeCall } from './port.ts';

/** A call to ring at an operator. */
export interface Offer {
  readonly callId: CallId;
  readonly agent: AccountId;
}

/**
 * Who rings next: the caller who has waited longest goes to the operator who has been idle longest, and so on while
 * there are both. A call that came back (no answer, failed transfer) kept its time of queueing and so stands in front.
 */
export function nextOffers(calls: Iterable<ExchangeCall>, agents: Iterable<Agent>): Offer[] {
  const everyone = [...agents];
  const offered = new Set(everyone.map((agent) => agent.callId));
  const waiting = [...calls]
    .filter((call) => call.state === 'queued' && !offered.has(call.callId))
    .toSorted((one, other) => compare(one.queuedAt, other.queuedAt));
  const idle = everyone
    .filter((agent) => agent.state === 'ready')
    .toSorted((one, other) => one.idleOrder - other.idleOrder);
  return waiting.flatMap((call, place) => {
    const agent = idle[place];
    return agent ? [{ callId: call.callId, agent: agent.id }] : [];
  });
}

/** What every bar shows of the queue: callers for whom no phone rings yet. */
export function queueCounters(calls: Iterable<ExchangeCall>, agents: Iterable<Agent>): TelephonyView['queue'] {
  let waiting = 0;
  let longestSince: Instant | null = null;
  for (const call of calls) {
    if (call.state !== 'queued') continue;
    waiting += 1;
    if (longestSince === null || call.queuedAt < longestSince) longestSince = call.queuedAt;
  }
  let agentsReady = 0;
  for (const agent of agents) if (agent.state === 'ready') agentsReady += 1;
  return { waiting, longestSince, agentsReady };
}

/**
 * What is kept of a finished call. Its waiting time is `answeredAt` (or for an abandoned one `endedAt`) less `queuedAt`.
 * `endedAt` is null where the call ended while the exchange could not be heard and it kept no time of it.
 */
export function callRecord(call: ExchangeCall): CallRecord {
  const served = call.legs.findLast((leg) => leg.party === 'agent' && leg.answeredAt !== null);
  return {
    callId: call.callId,
    callerNumber: call.callerNumber,
    agentId: served?.agent ?? null,
    queuedAt: call.queuedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    outcome: call.answeredAt === null ? 'abandoned' : 'answered',
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
