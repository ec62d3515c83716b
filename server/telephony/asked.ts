import type { RestReason, TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import * as agents from './agents.ts';
import type { Agent } from './agents.ts';
import type { CallPlan } from './plan.ts';
import type { ExchangeCall, TelephonyPort } from './port.ts';
import type { Roster } from './roster.ts';

/** What people of the hall ask for outside the distribution. */
export interface Asked {
  /** 小休 that a supervisor has to agree to. @throws AGENT_STATE for whoever is not signed in */
  askRest(agent: AccountId, reason: RestReason): TelephonyView;
  /** @throws AGENT_STATE where nothing is asked, or a call is with them */
  decideRest(agent: AccountId, agreed: boolean): Promise<void>;
  /**
   * 代接: rings this person for one caller who waits, before all others and whatever skill the caller wants. Not answered,
   * the caller is where they were. @throws CALL_GONE, CALL_STATE where they do not wait any more, AGENT_STATE
   */
  pick(agent: AccountId, callId: CallId): Promise<void>;
}

export interface AskedParts {
  readonly roster: Pick<Roster, 'people' | 'keep' | 'view'>;
  readonly port: TelephonyPort;
  readonly calls: ReadonlyMap<CallId, ExchangeCall>;
  readonly plan: CallPlan;
  readonly ringMs: number;
  readonly rest: (agent: AccountId, reason: RestReason) => Promise<void> | void;
}

export function createAsked({ roster, port, calls, plan, ringMs, rest }: AskedParts): Asked {
  const { people, keep, view } = roster;
  const own = (id: AccountId): Agent => people.get(id) ?? fail('AGENT_STATE');

  return {
    askRest(id, reason) {
      keep({ ...own(id), restAsked: { reason, sinceMs: port.nowMs() } });
      return view(id);
    },
    async decideRest(id, agreed) {
      const agent = own(id);
      const { reason } = agent.restAsked ?? fail('AGENT_STATE');
      if (agreed) await rest(id, reason);
      else keep({ ...agent, restAsked: null });
    },
    async pick(id, callId) {
      const agent = own(id);
      agents.requireFree(agent);
      const call = calls.get(callId) ?? fail('CALL_GONE');
      const offered = [...people.values()].some((other) => other.callId === callId);
      if (call.state !== 'queued' || offered || plan.closed(call) !== null || port.capabilities.acd !== 'service')
        fail('CALL_STATE');
      keep(agents.picking(agent, callId, port.nowMs()));
      try {
        await port.ring(callId, id, ringMs);
      } catch (error) {
        const now = people.get(id);
        if (now?.offered && now.callId === callId) keep(agents.busy(now, port.nowMs()));
        throw error;
      }
    },
  };
}
