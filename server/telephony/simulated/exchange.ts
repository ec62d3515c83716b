import { callIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import { fail } from '../../../shared/failure.ts';
import { instant, type Instant } from '../../../shared/instant.ts';
import type { CallChange, ExchangeCall, ExchangeEvent, IdleState, Snapshot, Target, TelephonyPort } from '../port.ts';
import type { Random, Scheduler } from '../scheduler.ts';
import * as law from './call-model.ts';
import { callTimers } from './call-timers.ts';
import { drawBehaviour, drawBetween, REAL_TIMING, type LineTiming, type UnitBehaviour } from './units.ts';

export interface SimulatedExchangeOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** What a number does when a unit is rung there; drawn by `random` where not given. */
  readonly unitBehaviour?: (number: string) => UnitBehaviour;
  readonly timing?: LineTiming;
  /** From a command to its effect, ms: what a real exchange needs on its network. */
  readonly latencyMs?: number;
  /** Whether calls that ended while the link was down are told afterwards; real exchanges differ. */
  readonly remembersEnded?: boolean;
}

/** The exchange with the door through which callers, units and cable cutters act. */
export interface SimulatedExchange extends TelephonyPort {
  /** A caller rings and is queued with music; gives up after `patienceMs` of waiting. */
  placeCall(number: string, caller: { patienceMs: number }): CallId;
  callerHangsUp(callId: CallId): void;
  unitHangsUp(callId: CallId): void;
  dropLink(): void;
  restoreLink(): void;
  /** The living calls as the exchange has them, link or no link. */
  calls(): readonly ExchangeCall[];
}

/** An exchange without wires: it keeps a real one's laws, and its time and chances are given to it. */
export function createSimulatedExchange(options: SimulatedExchangeOptions): SimulatedExchange {
  const { scheduler, random } = options;
  const timing = options.timing ?? REAL_TIMING;
  const behaviourOf = options.unitBehaviour ?? (() => drawBehaviour(random));
  const latencyMs = options.latencyMs ?? 0;
  const remembersEnded = options.remembersEnded ?? true;

  const living = new Map<CallId, ExchangeCall>();
  const patience = new Map<CallId, number>();
  const endedUnheard: ExchangeCall[] = [];
  const agents = new Map<AccountId, IdleState>();
  const listeners = new Set<(event: ExchangeEvent) => void>();
  const timers = callTimers(scheduler);
  const idPrefix = `sim-${scheduler.nowMs().toString(36)}`;
  let placed = 0;
  let consulted = 0;
  let linkUp = false;

  const now = (): Instant => instant(scheduler.nowMs());

  function emit(event: ExchangeEvent): void {
    for (const listener of listeners) listener(event);
  }

  function commit(call: ExchangeCall, what: CallChange): void {
    timers.prune(call);
    if (call.state === 'ended') {
      living.delete(call.callId);
      patience.delete(call.callId);
      if (!linkUp && remembersEnded) endedUnheard.push(call);
    } else {
      living.set(call.callId, call);
    }
    if (linkUp) emit({ type: 'call', what, at: now(), call });
  }

  function get(callId: CallId): ExchangeCall {
    return living.get(callId) ?? fail('CALL_GONE');
  }

  /** A command crosses the wire, is obeyed by the call as it is on arrival, and is answered. */
  async function command(act: () => void): Promise<void> {
    if (!linkUp) fail('EXCHANGE_UNREACHABLE');
    // Never at once, even without latency: who commands from inside an event must not overtake that event.
    if (latencyMs > 0) await new Promise<void>((resolve) => void scheduler.setTimer(latencyMs, resolve));
    else await Promise.resolve();
    if (!linkUp) fail('EXCHANGE_UNREACHABLE');
    act();
  }

  function change(callId: CallId, what: CallChange, decide: (call: ExchangeCall) => ExchangeCall): Promise<void> {
    return command(() => {
      const next = decide(get(callId));
      commit(next, next.state === 'ended' ? 'ended' : what);
    });
  }

  function startPatience(callId: CallId): void {
    timers.start(callId, 'patience', patience.get(callId) ?? 0, () => {
      hangUpCaller(callId);
    });
  }

  function hangUpCaller(callId: CallId): void {
    const next = law.callerHungUp(get(callId), now());
    commit(next, next.state === 'ended' ? 'ended' : 'partyLeft');
  }

  function hangUpUnit(callId: CallId): void {
    const call = get(callId);
    if (!law.liveLeg(call, 'unit')) fail('CALL_STATE');
    const next = law.unitHungUp(call, now());
    commit(next, next.state === 'ended' ? 'ended' : 'partyLeft');
  }

  function phoneFree(agent: AccountId): void {
    if (!agents.has(agent)) fail('CALL_STATE');
    for (const call of living.values()) if (call.agent === agent) fail('CALL_STATE');
  }

  /** What becomes of a number that is rung, as its line behaves. */
  interface Rung {
    readonly line: 'unit' | 'callee';
    readonly rings: () => void;
    readonly answers: () => void;
    readonly fails: (cause: 'badNumber' | 'busy' | 'declined' | 'noAnswer') => void;
  }

  function ringNumber(callId: CallId, number: string, { line, rings, answers, fails }: Rung): void {
    const after = (span: readonly [number, number], then: () => void): void =>
      timers.start(callId, line, drawBetween(span, random), then);
    const behaviour = behaviourOf(number);
    if (behaviour === 'badNumber') return after(timing.badNumber, () => fails('badNumber'));
    if (behaviour === 'busy') return after(timing.busy, () => fails('busy'));
    after(timing.connect, () => {
      if (behaviour === 'answers') after(timing.answer, answers);
      else if (behaviour === 'declines') after(timing.decline, () => fails('declined'));
      else after([timing.ringLimit, timing.ringLimit], () => fails('noAnswer'));
      rings();
    });
  }

  function dialUnit(callId: CallId, { number }: Target): void {
    ringNumber(callId, number, {
      line: 'unit',
      rings: () => commit(law.unitRinging(get(callId)), 'partyRinging'),
      answers: () => unitAnswers(callId),
      fails: (cause) => unitFails(callId, cause),
    });
  }

  function dialCallee(callId: CallId, { number }: Target): void {
    ringNumber(callId, number, {
      line: 'callee',
      rings: () => commit(law.calleeRinging(get(callId)), 'partyRinging'),
      answers: () => commit(law.calleeAnswered(get(callId), now()), 'partyJoined'),
      fails: (cause) => commit(law.calleeFailed(get(callId), cause, now()), 'ended'),
    });
  }

  function unitAnswers(callId: CallId): void {
    const call = law.unitAnswered(get(callId), now());
    if (!call.agent) sayGoodbyeLater(callId);
    commit(call, 'partyJoined');
  }

  function unitFails(callId: CallId, cause: 'badNumber' | 'busy' | 'declined' | 'noAnswer'): void {
    const call = law.unitFailed(get(callId), cause, now());
    if (call.state === 'queued') startPatience(callId);
    commit(call, call.state === 'ended' ? 'ended' : call.state === 'queued' ? 'requeued' : 'partyFailed');
  }

  function sayGoodbyeLater(callId: CallId): void {
    timers.start(callId, 'goodbye', drawBetween(timing.afterTransfer, random), () => {
      hangUpCaller(callId);
    });
  }

  function snapshot(): Snapshot {
    return {
      at: now(),
      calls: [...living.values(), ...endedUnheard],
      agents: Array.from(agents, ([agent, state]) => ({ agent, state })),
    };
  }

  function raiseLink(): void {
    if (linkUp) return;
    linkUp = true;
    const told = snapshot();
    endedUnheard.length = 0;
    emit({ type: 'link', state: 'up', at: told.at, snapshot: told });
  }

  return {
    capabilities: { acd: 'service', monitor: ['listen', 'whisper', 'barge'], takeOver: true },
    nowMs: () => scheduler.nowMs(),
    onEvent(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    connect: raiseLink,
    close() {
      linkUp = false;
      timers.stop();
      listeners.clear();
      return Promise.resolve();
    },

    signIn: (agent) =>
      command(() => {
        if (!agents.has(agent)) agents.set(agent, { state: 'busy' });
      }),
    signOut: (agent) =>
      command(() => {
        if (agents.has(agent)) phoneFree(agent);
        agents.delete(agent);
      }),
    setAgentState: (agent, state) =>
      command(() => {
        if (!agents.has(agent)) fail('CALL_STATE');
        agents.set(agent, state);
      }),

    ring: (callId, agent, timeoutMs) =>
      command(() => {
        phoneFree(agent);
        const call = law.ringing(get(callId), agent, now());
        // Before the event goes out: a listener may act on it at once.
        timers.start(callId, 'ring', timeoutMs, () => {
          commit(law.ringEnded(get(callId), agent, 'noAnswer', now()), 'ringEnded');
        });
        commit(call, 'ringing');
      }),
    dial: (agent, target) =>
      command(() => {
        phoneFree(agent);
        placed += 1;
        const callId = callIdSchema.parse(`${idPrefix}-${placed}`);
        dialCallee(callId, target);
        commit(law.outgoing(callId, agent, target, now()), 'partyDialing');
      }),
    answer: (callId, agent) => change(callId, 'answered', (call) => law.answered(call, agent, now())),
    reject: (callId, agent) => change(callId, 'ringEnded', (call) => law.ringEnded(call, agent, 'declined', now())),
    hangUp: (callId, agent) => change(callId, 'ended', (call) => law.agentHungUp(call, agent, now())),
    hold: (callId, agent) => change(callId, 'held', (call) => law.held(call, agent)),
    retrieve: (callId, agent) => change(callId, 'retrieved', (call) => law.retrieved(call, agent)),
    mute: (callId, agent) => change(callId, 'muted', (call) => law.muted(call, agent, true)),
    unmute: (callId, agent) => change(callId, 'unmuted', (call) => law.muted(call, agent, false)),

    consult: (callId, agent, target) =>
      command(() => {
        consulted += 1;
        const consultCallId = `${idPrefix}-c${consulted}`;
        const call = law.consulting(get(callId), agent, target, consultCallId, now());
        dialUnit(callId, target);
        commit(call, 'partyDialing');
      }),
    cancelConsult: (callId, agent) => change(callId, 'retrieved', (call) => law.consultCancelled(call, agent, now())),
    toggle: (callId, agent) => change(callId, 'toggled', (call) => law.toggled(call, agent)),
    conference: (callId, agent) => change(callId, 'conference', (call) => law.conference(call, agent)),
    completeTransfer: (callId, agent) =>
      command(() => {
        const call = law.transferred(get(callId), agent, now());
        sayGoodbyeLater(callId);
        commit(call, 'transferred');
      }),
    blindTransfer: (callId, agent, target) =>
      command(() => {
        const call = law.blindTransferred(get(callId), agent, target, now());
        dialUnit(callId, target);
        commit(call, 'transferred');
      }),
    leaveConference: (callId, agent) =>
      command(() => {
        const call = law.conferenceLeft(get(callId), agent, now());
        sayGoodbyeLater(callId);
        commit(call, 'partyLeft');
      }),

    monitor: (callId, supervisor, mode) => change(callId, 'monitor', (call) => law.monitored(call, supervisor, mode)),
    stopMonitor: (callId, supervisor) => change(callId, 'monitor', (call) => law.monitorStopped(call, supervisor)),
    takeOver: (callId, supervisor) =>
      change(callId, 'partyJoined', (call) => {
        phoneFree(supervisor);
        return law.takenOver(call, supervisor, now());
      }),
    forceHangUp: (callId) => change(callId, 'ended', (call) => law.forcedDown(call, now())),

    placeCall(number, { patienceMs }) {
      placed += 1;
      const callId = callIdSchema.parse(`${idPrefix}-${placed}`);
      patience.set(callId, patienceMs);
      startPatience(callId);
      commit(law.incoming(callId, number, now()), 'queued');
      return callId;
    },
    callerHangsUp: hangUpCaller,
    unitHangsUp: hangUpUnit,
    dropLink() {
      if (!linkUp) return;
      linkUp = false;
      emit({ type: 'link', state: 'down', at: now() });
    },
    restoreLink: raiseLink,
    calls: () => [...living.values()],
  };
}
