import { callIdSchema, type AccountId, type CallId } from '../../../shared/domain/ids.ts';
import { fail } from '../../../shared/failure.ts';
import { instant, type Instant } from '../../../shared/instant.ts';
import * as law from '../call-model.ts';
import type {
  Announcement,
  CallChange,
  Device,
  DeviceState,
  ExchangeCall,
  ExchangeEvent,
  IdleState,
  RefusalReason,
  Snapshot,
  Target,
} from '../port.ts';
import { callTimers } from './call-timers.ts';
import type { SimulatedExchange, SimulatedExchangeOptions } from './doors.ts';
import { createTape } from './tape.ts';
import { drawBehaviour, drawBetween, REAL_TIMING } from './units.ts';

/** An agent who is signed in. */
interface SignedIn {
  readonly state: IdleState;
  readonly device: Device;
  readonly phone: DeviceState;
}

/** What is remembered of words and digits, so that a demo of months does not fill the memory. */
const SAID_KEPT = 1000;
const PHONE: Device = { kind: 'page' };

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
  const agents = new Map<AccountId, SignedIn>();
  const said: { callId: CallId; announcement: Announcement | RefusalReason }[] = [];
  const digitsSent: { callId: CallId; digits: string }[] = [];
  const listeners = new Set<(event: ExchangeEvent) => void>();
  const timers = callTimers(scheduler);
  const tape = createTape();
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
    const recording = call.state === 'ended' ? tape.end(call.callId, scheduler.nowMs()) : null;
    if (call.state === 'ended') {
      living.delete(call.callId);
      patience.delete(call.callId);
      if (!linkUp && remembersEnded) endedUnheard.push(call);
    } else {
      living.set(call.callId, call);
    }
    if (!linkUp) return;
    emit({ type: 'call', what, at: now(), call });
    if (recording) emit({ type: 'recording', at: now(), ...recording });
  }

  function get(callId: CallId): ExchangeCall {
    return living.get(callId) ?? fail('CALL_GONE');
  }

  /** A command crosses the wire, is obeyed by the call as it is on arrival, and is answered. */
  async function command<T>(act: () => T): Promise<T> {
    if (!linkUp) fail('EXCHANGE_UNREACHABLE');
    // Never at once, even without latency: who commands from inside an event must not overtake that event.
    if (latencyMs > 0) await new Promise<void>((resolve) => void scheduler.setTimer(latencyMs, resolve));
    else await Promise.resolve();
    if (!linkUp) fail('EXCHANGE_UNREACHABLE');
    return act();
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
    const signedIn = agents.get(agent) ?? fail('CALL_STATE');
    if (signedIn.phone === 'offline') fail('PHONE_OFFLINE');
    lineFree(agent);
  }

  function lineFree(agent: AccountId): void {
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
      agents: Array.from(agents, ([agent, { state }]) => ({ agent, state })),
      devices: Array.from(agents, ([agent, { phone }]) => ({ agent, state: phone })),
    };
  }

  function raiseLink(): void {
    if (linkUp) return;
    linkUp = true;
    const told = snapshot();
    endedUnheard.length = 0;
    emit({ type: 'link', state: 'up', at: told.at, snapshot: told });
    for (const recording of tape.kept()) emit({ type: 'recording', at: told.at, ...recording });
  }

  return {
    capabilities: {
      acd: 'service',
      monitor: ['listen', 'whisper', 'barge'],
      takeOver: true,
      recording: true,
      devices: ['page', 'desk'],
    },
    phoneUrl: null,
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

    signIn: (agent, device = null) =>
      command(() => {
        const before = agents.get(agent) ?? { state: { state: 'busy' }, device: PHONE, phone: 'online' };
        agents.set(agent, { ...before, device: device ?? before.device });
        if (linkUp) emit({ type: 'device', at: now(), agent, state: before.phone });
      }),
    signOut: (agent) =>
      command(() => {
        if (agents.has(agent)) lineFree(agent);
        agents.delete(agent);
      }),
    setAgentState: (agent, state) =>
      command(() => {
        agents.set(agent, { ...(agents.get(agent) ?? fail('CALL_STATE')), state });
      }),
    phoneAccess: () => command(() => undefined).then(() => null),

    announce: (callId, announcement) =>
      command(() => {
        law.audible(get(callId));
        remember(said, { callId, announcement });
      }),
    refuse: (callId, reason) =>
      command(() => {
        const call = law.refused(get(callId), now());
        remember(said, { callId, announcement: reason });
        commit(call, 'ended');
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
    missingAnnouncements: () => Promise.resolve([]),
    setCallData: (callId, data) => change(callId, 'data', (call) => law.withData(call, data)),
    answer: (callId, agent) => change(callId, 'answered', (call) => law.answered(call, agent, now())),
    reject: (callId, agent) => change(callId, 'ringEnded', (call) => law.ringEnded(call, agent, 'declined', now())),
    hangUp: (callId, agent) => change(callId, 'ended', (call) => law.agentHungUp(call, agent, now())),
    hold: (callId, agent) => change(callId, 'held', (call) => law.held(call, agent)),
    retrieve: (callId, agent) => change(callId, 'retrieved', (call) => law.retrieved(call, agent)),
    mute: (callId, agent) => change(callId, 'muted', (call) => law.muted(call, agent, true)),
    unmute: (callId, agent) => change(callId, 'unmuted', (call) => law.muted(call, agent, false)),

    sendDtmf: (callId, agent, digits) =>
      command(() => {
        law.dialable(get(callId), agent);
        remember(digitsSent, { callId, digits });
      }),

    startRecording: (callId) =>
      change(callId, 'recording', (call) => {
        const next = law.recordingStarted(call);
        tape.start(callId, scheduler.nowMs());
        return next;
      }),
    pauseRecording: (callId) =>
      change(callId, 'recording', (call) => {
        const next = law.recordingPaused(call);
        tape.pause(callId, scheduler.nowMs());
        return next;
      }),
    resumeRecording: (callId) =>
      change(callId, 'recording', (call) => {
        const next = law.recordingResumed(call);
        tape.resume(callId, scheduler.nowMs());
        return next;
      }),
    fetchRecording: (recordingId) => command(() => tape.fetch(recordingId)),
    dropRecording: (recordingId) => command(() => tape.drop(recordingId)),

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

    placeCall(number, { patienceMs, dialled = '12345' }) {
      placed += 1;
      const callId = callIdSchema.parse(`${idPrefix}-${placed}`);
      patience.set(callId, patienceMs);
      startPatience(callId);
      commit(law.incoming(callId, number, dialled, now()), 'queued');
      return callId;
    },
    callerHangsUp: hangUpCaller,
    unitHangsUp: hangUpUnit,
    said: () => said,
    dtmf: () => digitsSent,
    phoneGoes(agent, state) {
      const signedIn = agents.get(agent);
      if (!signedIn || signedIn.phone === state) return;
      agents.set(agent, { ...signedIn, phone: state });
      if (linkUp) emit({ type: 'device', at: now(), agent, state });
    },
    deviceOf: (agent) => agents.get(agent)?.device ?? null,
    dropLink() {
      if (!linkUp) return;
      linkUp = false;
      emit({ type: 'link', state: 'down', at: now() });
    },
    restoreLink: raiseLink,
    calls: () => [...living.values()],
  };
}

function remember<T>(list: T[], entry: T): void {
  list.push(entry);
  if (list.length > SAID_KEPT) list.shift();
}
