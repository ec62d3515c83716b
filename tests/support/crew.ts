import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import type { SimulatedExchange } from '../../server/telephony/simulated/doors.ts';

/** Many operators without desks, who answer what rings, speak for a while and hang up. */
export interface CrewOptions {
  readonly exchange: SimulatedExchange;
  readonly agents: readonly AccountId[];
  /** Callers in a second; each makes about five changes of somebody's state. 0: they only sit there, ready. */
  readonly callsPerSecond: number;
  readonly talkMs: readonly [number, number];
}

const TURN_MS = 100;

/** Signs them in at the exchange; a hall learns of them with its next link. @returns what ends their calls and work */
export async function startCrew({ exchange, agents, callsPerSecond, talkMs }: CrewOptions): Promise<() => void> {
  const crew = new Set(agents);
  const ends = new Map<CallId, { readonly agent: AccountId; readonly atMs: number }>();
  let owed = 0;
  let placed = 0;
  for (const agent of agents) {
    await exchange.signIn(agent);
    await exchange.setAgentState(agent, { state: 'ready' });
  }
  exchange.dropLink();
  exchange.restoreLink();

  function turn(): void {
    owed += (callsPerSecond * TURN_MS) / 1000;
    for (; owed >= 1; owed -= 1) {
      placed += 1;
      exchange.placeCall(`1370392${String(placed % 10_000).padStart(4, '0')}`, { patienceMs: 120_000 });
    }
    for (const { callId, agent, state } of exchange.calls()) {
      if (agent === null || !crew.has(agent)) continue;
      const end = ends.get(callId);
      if (state === 'ringing') void exchange.answer(callId, agent).catch(() => undefined);
      else if (!end)
        ends.set(callId, { agent, atMs: Date.now() + talkMs[0] + Math.random() * (talkMs[1] - talkMs[0]) });
      else if (end.atMs <= Date.now()) {
        ends.delete(callId);
        void exchange.hangUp(callId, agent).catch(() => undefined);
      }
    }
  }

  const timer = setInterval(turn, TURN_MS);
  return () => clearInterval(timer);
}
