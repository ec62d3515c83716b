import type { TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { canBeRung, type Agent } from './agents.ts';
import type { CallPlan, Want } from './plan.ts';
import type { ExchangeCall } from './port.ts';

/** A call to ring at an operator. */
export interface Offer {
  readonly callId: CallId;
  readonly agent: AccountId;
}

/**
 * Who rings next. Callers are served by priority, then by how long they have waited; each goes to the operator who has
 * been idle longest among those who are wanted. One whom nobody idle can serve lets the others pass. A call that came
 * back (no answer, failed transfer) kept its time of queueing and so stands in front.
 */
export function nextOffers(
  calls: Iterable<ExchangeCall>,
  agents: Iterable<Agent>,
  plan: CallPlan,
  nowMs: number,
): Offer[] {
  const everyone = [...agents];
  const offered = new Set(everyone.map((agent) => agent.callId));
  const idle = everyone.filter(canBeRung).toSorted((one, other) => one.idleOrder - other.idleOrder);
  const taken = new Set<AccountId>();
  return inLine(calls, plan, nowMs).flatMap(({ call, want }) => {
    if (offered.has(call.callId)) return [];
    const agent = idle.find(({ id }) => !taken.has(id) && plan.serves(id, want));
    if (!agent) return [];
    taken.add(agent.id);
    return [{ callId: call.callId, agent: agent.id }];
  });
}

/** A caller in the queue with whom they want now. */
interface Waiting {
  readonly call: ExchangeCall;
  readonly want: Want;
}

/** Who waits, in the order in which they are served; whoever is turned away does not wait. */
export function inLine(calls: Iterable<ExchangeCall>, plan: CallPlan, nowMs: number): Waiting[] {
  return [...calls]
    .filter((call) => call.state === 'queued' && plan.closed(call) === null)
    .map((call) => ({ call, want: plan.want(call, nowMs) }))
    .toSorted(
      (one, other) => other.want.priority - one.want.priority || compare(one.call.queuedAt, other.call.queuedAt),
    );
}

/** When the next call is offered more widely, ms since 1970; null: none will be. */
export function nextWidening(calls: Iterable<ExchangeCall>, plan: CallPlan, nowMs: number): number | null {
  const times = inLine(calls, plan, nowMs).flatMap(({ want }) => want.widensMs ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** What every bar shows of the queue: callers for whom no phone rings yet. */
export function queueCounters(
  calls: Iterable<ExchangeCall>,
  agents: Iterable<Agent>,
  plan: CallPlan,
): TelephonyView['queue'] {
  let waiting = 0;
  let longestSince: Instant | null = null;
  for (const call of calls) {
    if (call.state !== 'queued' || plan.closed(call) !== null) continue;
    waiting += 1;
    if (longestSince === null || call.queuedAt < longestSince) longestSince = call.queuedAt;
  }
  let agentsReady = 0;
  for (const agent of agents) if (canBeRung(agent)) agentsReady += 1;
  return { waiting, longestSince, agentsReady };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
