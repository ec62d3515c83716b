import type { AgentSkill } from '../../shared/domain/calls/settings.ts';
import type { Floor, FloorCall, Help } from '../../shared/domain/floor.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Author, Grants } from '../../shared/domain/people.ts';
import type { DeskState } from '../../shared/hall/desk-state.ts';
import type { AgentDay } from '../../shared/hall/tally.ts';
import { instant } from '../../shared/instant.ts';
import { maskAddress, maskName, maskPhone } from '../../shared/text/mask.ts';
import { inLine, queueCounters } from './acd.ts';
import { agentView } from './agents.ts';
import type { Hall } from './hall.ts';
import type { OpenHelp } from './help.ts';
import type { Capabilities, ExchangeCall } from './port.ts';

/** Who somebody is; accounts nobody knows are shown by nothing but a dash. */
export type NameOf = (id: AccountId) => Author;

/** What else is known of operators, besides what the exchange says. */
export interface FloorFacts {
  readonly day: (id: AccountId) => AgentDay;
  readonly skills: (id: AccountId) => readonly AgentSkill[];
  readonly desk: (id: AccountId) => DeskState | null;
}

/** The whole room for a supervisor's screen, by job number. Numbers are masked: who speaks is not theirs to know. */
export function floorView(
  hall: Pick<Hall, 'people' | 'calls' | 'help' | 'plan'>,
  { monitor, takeOver }: Capabilities,
  nameOf: NameOf,
  nowMs: number,
  facts: FloorFacts,
): Floor {
  const { people, calls, help, plan } = hall;
  const agents = [...people.values()].map((agent) => {
    const call = agent.callId === null ? undefined : calls.get(agent.callId);
    const asked = call ? help.of(call.callId) : null;
    return {
      ...nameOf(agent.id),
      ...agentView(agent, nowMs),
      restAsked: agent.restAsked && { reason: agent.restAsked.reason, since: instant(agent.restAsked.sinceMs) },
      day: facts.day(agent.id),
      skills: [...facts.skills(agent.id)],
      desk: facts.desk(agent.id),
      phone: agent.phone,
      call: call ? floorCall(call, nameOf) : null,
      helpSince: asked?.agent === agent.id ? asked.since : null,
    };
  });
  const waiting = inLine(calls.values(), plan, nowMs).map(({ call: { callId, callerNumber, queuedAt } }) => ({
    callId,
    number: maskPhone(callerNumber),
    since: queuedAt,
  }));
  return {
    agents: agents.toSorted((one, other) => (one.jobNumber < other.jobNumber ? -1 : 1)),
    queue: queueCounters(calls.values(), people.values(), plan),
    waiting,
    abilities: { monitor: [...monitor], takeOver },
    at: instant(nowMs),
  };
}

function floorCall(call: ExchangeCall, nameOf: NameOf): FloorCall {
  const { callId, direction, callerNumber, state, muted, queuedAt, ringingAt, answeredAt, legs, monitors } = call;
  const here = legs.filter((leg) => leg.party === 'unit' && leg.state !== 'left' && leg.state !== 'failed');
  return {
    callId,
    direction,
    number: maskPhone(callerNumber),
    state,
    since: answeredAt ?? ringingAt ?? queuedAt,
    muted,
    others: here.map(({ label, number }) => label || number),
    monitors: monitors.map(({ supervisor, mode }) => ({ ...nameOf(supervisor), mode })),
  };
}

/**
 * A 求助 as this reader may have it: personal data masked for all, and of a 保密 request nothing for whoever may not see
 * such. T23, H19.
 */
export function helpView(help: OpenHelp, grants: Grants, nameOf: NameOf): Help {
  const { callId, agent, number, since, taker, draft } = help;
  const withheld = draft?.secret === true && !grants.sensitivities.includes('secret');
  const shown = draft && {
    ...draft,
    callerName: maskName(draft.callerName),
    callerPhone: maskPhone(draft.callerPhone),
    callerAddress: maskAddress(draft.callerAddress),
  };
  return {
    callId,
    agent: nameOf(agent),
    number: maskPhone(number),
    since,
    taker,
    draft: withheld ? null : shown,
    withheld,
  };
}
