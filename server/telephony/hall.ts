import type { AgentCommand, CallRecord, TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { keepNewest } from '../../shared/keep-newest.ts';
import { nextOffers, nextWidening, type Offer } from './acd.ts';
import { askExchange, introduce } from './agent-commands.ts';
import * as agents from './agents.ts';
import type { Agent } from './agents.ts';
import { createAsked, type Asked } from './asked.ts';
import type { HallOptions } from './hall-options.ts';
import { createHelpDesk, type HelpDesk } from './help.ts';
import { callRecord } from './call-record.ts';
import { callEndedFor, lostCall } from './live-call.ts';
import { OPEN_PLAN, type CallPlan } from './plan.ts';
import type { Device, DeviceState, ExchangeCall, ExchangeEvent, Snapshot } from './port.ts';
import { systemScheduler, type Cancel } from './scheduler.ts';
import { createRoster } from './roster.ts';

/** The room of operators: who is ready, whose phone rings, what each bar shows. */
export interface Hall extends Asked {
  /** @returns the view after it; refuses with AGENT_STATE, CALL_STATE, CALL_GONE or EXCHANGE_UNREACHABLE */
  command(agent: AccountId, command: AgentCommand): Promise<TelephonyView>;
  view(agent: AccountId): TelephonyView;
  onView(listener: (agent: AccountId, view: TelephonyView) => void): () => void;
  /** Once for each call, when it has ended. */
  onCallEnded(listener: (record: CallRecord) => void): () => void;
  /** The plan has changed: who waits may be for others now. */
  replan(): void;
  /** Nobody sees this operator's calls ring any more: ready becomes 示忙; a call being spoken goes on. */
  deskGone(agent: AccountId): void;
  /** The desk is there again. A command says the same. */
  deskBack(agent: AccountId): void;
  /** Everybody who is signed in, and every living call. */
  readonly people: ReadonlyMap<AccountId, Agent>;
  readonly calls: ReadonlyMap<CallId, ExchangeCall>;
  readonly plan: CallPlan;
  /** Who asks for a supervisor. */
  readonly help: HelpDesk;
  /** Something of {@link people}, {@link calls} or {@link help} has changed. */
  readonly onChange: (listener: () => void) => () => void;
  /** Something else that supervisors see of the room has changed. */
  touch(): void;
  /** What a supervisor sets somebody else to; refused as the operator's own command would be. */
  force(agent: AccountId, to: 'ready' | 'busy' | 'endWrapUp' | 'signOut'): Promise<void>;
  stop(): Promise<void>;
}

/** After a phone could not be rung, ms. */
const RETRY_MS = 1000;
/** Ended calls remembered so that a late or repeated word about one makes no second record. */
const RECORDED_KEPT = 10_000;

/** Starts at once; operators sign in by command. State is rebuilt from the exchange at each link, never guessed. */
export function createHall(options: HallOptions): Hall {
  const { port, wrapUpSeconds, ringSeconds = 20, plan = OPEN_PLAN, scheduler = systemScheduler, book, log } = options;
  const calls = new Map<CallId, ExchangeCall>();
  const recorded = new Set<CallId>();
  /** Also of those who are just signing in. */
  const phones = new Map<AccountId, DeviceState>();
  const endListeners = new Set<(record: CallRecord) => void>();
  const changeListeners = new Set<() => void>();
  const help = createHelpDesk({
    changed(agent) {
      roster.show(agent);
      changed();
    },
    keep: (callId, agent, data) => void tell(agent, port.setCallData(callId, data)),
  });
  let retry: Cancel | null = null;
  let widening: Cancel | null = null;
  let idleCount = 0;
  let links = 0;
  let distributing = false;

  const roster = createRoster({
    port,
    scheduler,
    calls,
    help,
    plan,
    wrapUpOver: afterWrapUp,
    tell: (agent, said) => void tell(agent, said),
  });
  const { people, keep, view } = roster;
  const asked = createAsked({
    roster,
    port,
    calls,
    plan,
    ringMs: ringSeconds * 1000,
    rest: (id, reason) => obey(id, { type: 'rest', reason }),
  });
  const now = (): number => port.nowMs();

  function changed(): void {
    for (const listener of changeListeners) listener();
  }

  /** For what nobody waits on: a refusal is logged, and the next snapshot tells how things are. */
  async function tell(agent: AccountId, said: Promise<void>): Promise<void> {
    try {
      await said;
    } catch (error) {
      log?.warn({ agent, error }, 'exchange did not take it');
    }
  }

  function makeReady(agent: Agent): void {
    idleCount += 1;
    keep(agent.deskHere ? agents.ready(agent, now(), idleCount) : agents.busy(agent, now()));
    distribute();
  }

  /** Whoever rang somebody was not waiting for calls, and is not set to by the end of that one. */
  function afterWrapUp(agent: Agent): void {
    if (agent.lastCall?.direction === 'outbound') keep(agents.busy(agent, now()));
    else makeReady(agent);
  }

  function onEvent(event: ExchangeEvent): void {
    if (event.type === 'call') {
      takeIn(event.call);
      distribute();
      return;
    }
    if (event.type === 'device') return phoneIs(event.agent, event.state);
    if (event.type !== 'link') return;
    if (event.state === 'down') {
      links += 1;
      distributing = false;
      log?.warn({ at: event.at }, 'exchange link lost');
    } else {
      void rebuild(event.snapshot);
    }
  }

  /** One whose phone is gone keeps their state and place, and is rung again once it is there. */
  function phoneIs(id: AccountId, state: DeviceState): void {
    phones.set(id, state);
    const agent = people.get(id);
    if (!agent || agent.phone === state) return;
    keep({ ...agent, phone: state });
    distribute();
  }

  function takeIn(call: ExchangeCall): void {
    if (recorded.has(call.callId)) return;
    help.follow(call);
    if (call.state === 'ended') calls.delete(call.callId);
    else calls.set(call.callId, call);
    for (const agent of people.values()) if (agent.callId === call.callId) followCall(agent, call);
    if (call.state === 'ended') record(call);
    else {
      book?.seen(callRecord(call, plan));
      const agent = call.agent && (people.get(call.agent) ?? agents.signedIn(call.agent, now()));
      if (agent && agent.callId !== call.callId) keep(agents.withCall(agent, call, now()));
    }
    roster.countQueue();
    changed();
  }

  /** An operator's call has changed: it is still theirs, or they have left it, or their phone has stopped ringing. */
  function followCall(agent: Agent, call: ExchangeCall): void {
    const ended = call.state === 'ended';
    if (!ended && call.agent === agent.id) return keep(agents.withCall(agent, call, now()));
    if (agent.offered && !ended && call.state === 'queued') return;
    if (agent.state === 'talking') return leaveCall(agent, call);
    keep(ended ? agents.readyAgain(agent, now()) : agents.busy(agent, now()));
  }

  function leaveCall(agent: Agent, call: ExchangeCall): void {
    const endsMs = now() + wrapUpSeconds * 1000;
    keep(agents.wrappingUp(agent, callEndedFor(call, agent.id), now(), endsMs));
  }

  function record(call: ExchangeCall): void {
    calls.delete(call.callId);
    keepNewest(recorded.add(call.callId), RECORDED_KEPT);
    const entry = callRecord(call, plan);
    book?.ended(entry);
    for (const listener of endListeners) listener(entry);
  }

  async function rebuild(snapshot: Snapshot): Promise<void> {
    distributing = false;
    links += 1;
    const link = links;
    const known = new Set(snapshot.agents.map(({ agent }) => agent));
    const present = new Set(snapshot.calls.map(({ callId }) => callId));
    for (const call of snapshot.calls) {
      takeIn(call);
      help.restore(call);
    }
    for (const call of calls.values()) {
      if (!present.has(call.callId)) takeIn(lostCall(call));
    }
    book?.rebuilt(new Set(calls.keys()));
    for (const { agent, state } of snapshot.agents) {
      if (people.has(agent)) continue;
      const restored = agents.signedIn(agent, now());
      if (state.state === 'ready' || state.state === 'wrapUp') makeReady(restored);
      else keep(state.state === 'rest' ? agents.resting(restored, now(), state.reason) : restored);
    }
    for (const { agent, state } of snapshot.devices) phoneIs(agent, state);
    await Promise.all([...people.values()].map((agent) => tell(agent.id, introduce(port, agent, known.has(agent.id)))));
    // Another loss of the link meanwhile makes this rebuild worthless: the next one distributes.
    if (link !== links) return;
    distributing = port.capabilities.acd === 'service';
    distribute();
  }

  function distribute(): void {
    if (!distributing) return;
    for (const offer of nextOffers(calls.values(), people.values(), plan, now())) void ringAt(offer);
    widening?.();
    const next = nextWidening(calls.values(), plan, now());
    widening = next === null ? null : scheduler.setTimer(next - now(), distribute);
  }

  async function ringAt({ callId, agent: id }: Offer): Promise<void> {
    const agent = people.get(id);
    if (!agent) return;
    keep(agents.offeredTo(agent, callId, now()));
    try {
      await port.ring(callId, id, ringSeconds * 1000);
      // The desk went while the phone was being reached.
      const rung = people.get(id);
      if (rung?.state === 'ringing' && !rung.deskHere) await port.reject(callId, id);
    } catch (error) {
      // Not at once: an exchange that refuses everything must not be asked in a tight circle.
      retry ??= scheduler.setTimer(RETRY_MS, () => {
        retry = null;
        distribute();
      });
      const current = people.get(id);
      if (!current?.offered || current.callId !== callId) return;
      const code = error instanceof FailureError ? error.failure.code : 'UNEXPECTED';
      if (code === 'CALL_GONE' || code === 'EXCHANGE_UNREACHABLE') keep(agents.readyAgain(current, now()));
      else {
        log?.warn({ agent: id, callId, error }, 'phone cannot be rung: agent set busy');
        keep(agents.busy(current, now()));
      }
    }
  }

  function own(id: AccountId): Agent {
    return people.get(id) ?? fail('AGENT_STATE');
  }

  function free(id: AccountId): Agent {
    const agent = own(id);
    agents.requireFree(agent);
    return agent;
  }

  function callOf(id: AccountId): ExchangeCall {
    const { callId } = own(id);
    const call = callId === null ? undefined : calls.get(callId);
    return call ?? fail('CALL_GONE');
  }

  function inWrapUp(id: AccountId): Agent & { readonly wrapUpEndsMs: number } {
    const agent = own(id);
    const { wrapUpEndsMs } = agent;
    return wrapUpEndsMs === null ? fail('AGENT_STATE') : { ...agent, wrapUpEndsMs };
  }

  /** @param device absent: as last time. Again with another one while signed in: from the next call on. */
  async function signIn(id: AccountId, device: Device | undefined): Promise<void> {
    if (people.has(id) && !device) return;
    await port.signIn(id, device ?? null);
    if (!people.has(id)) keep({ ...agents.signedIn(id, now()), phone: phones.get(id) ?? null });
  }

  async function signOut(id: AccountId): Promise<void> {
    const agent = free(id);
    // First out of the distribution, now and when wrap-up ends: a phone that is being signed off must not be rung.
    if (agent.state !== 'busy') keep(agents.busy(agent, now()));
    await port.signOut(id);
    roster.remove(id);
  }

  async function dial(id: AccountId, number: string, label: string): Promise<void> {
    const agent = free(id);
    // First out of the distribution: nobody's call may ring at a phone that is about to ring somebody.
    keep(agents.busy(agent, now()));
    await port.dial(id, { number, label, unitId: null });
  }

  function obey(id: AccountId, command: AgentCommand): Promise<void> | void {
    switch (command.type) {
      case 'signIn':
        return signIn(id, command.device);
      case 'signOut':
        return signOut(id);
      case 'dial':
        return dial(id, command.number, command.label);
      case 'ready': {
        const agent = free(id);
        return agent.state === 'ready' ? undefined : makeReady(agent);
      }
      case 'busy':
        return keep(agents.busy(free(id), now()));
      case 'rest':
        return keep(agents.resting(free(id), now(), command.reason));
      case 'endWrapUp':
        return makeReady(inWrapUp(id));
      case 'extendWrapUp': {
        const agent = inWrapUp(id);
        return keep({ ...agent, wrapUpEndsMs: agent.wrapUpEndsMs + command.seconds * 1000 });
      }
      case 'askHelp':
        return help.ask(callOf(id), id, now());
      case 'endHelp':
        return help.close(callOf(id).callId);
      case 'answer':
      case 'hangUp':
      case 'mute':
      case 'unmute':
      case 'pauseRecording':
      case 'resumeRecording':
      case 'hold':
      case 'retrieve':
      case 'consult':
      case 'cancelConsult':
      case 'toggle':
      case 'dtmf':
      case 'conference':
      case 'completeTransfer':
      case 'blindTransfer':
        return askExchange(port, id, callOf(id), command);
    }
  }

  function deskBack(id: AccountId): void {
    const agent = people.get(id);
    if (agent && !agent.deskHere) keep({ ...agent, deskHere: true });
  }

  const unsubscribe = port.onEvent(onEvent);
  port.connect();

  return {
    async command(id, command) {
      deskBack(id);
      await obey(id, command);
      return view(id);
    },
    view,
    onView: roster.onView,
    onCallEnded(listener) {
      endListeners.add(listener);
      return () => void endListeners.delete(listener);
    },
    replan: () => {
      roster.countQueue();
      distribute();
    },
    deskGone(id) {
      const agent = people.get(id);
      if (!agent) return;
      const gone: Agent = { ...agent, deskHere: false };
      keep(gone.state === 'ready' ? agents.busy(gone, now()) : gone);
      if (gone.state === 'ringing' && gone.callId) void tell(id, port.reject(gone.callId, id));
    },
    deskBack,
    people,
    calls,
    plan,
    help,
    onChange(listener) {
      const unfollow = roster.onView(listener);
      changeListeners.add(listener);
      return () => {
        unfollow();
        changeListeners.delete(listener);
      };
    },
    touch: changed,
    ...asked,
    async force(id, to) {
      await obey(id, { type: to });
    },
    async stop() {
      unsubscribe();
      distributing = false;
      retry?.();
      widening?.();
      roster.stop();
      for (const listeners of [endListeners, changeListeners]) listeners.clear();
      await port.close();
    },
  };
}
