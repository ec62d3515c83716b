import type { AgentCommand, CallRecord, TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { fail, FailureError } from '../../shared/failure.ts';
import { instant } from '../../shared/instant.ts';
import { callRecord, nextOffers, queueCounters, type Offer } from './acd.ts';
import { askExchange } from './agent-commands.ts';
import * as agents from './agents.ts';
import type { Agent } from './agents.ts';
import { callEndedFor, liveCall } from './live-call.ts';
import type { ExchangeCall, ExchangeEvent, Snapshot, TelephonyPort } from './port.ts';
import { systemScheduler, type Cancel, type Scheduler } from './scheduler.ts';

export interface HallOptions {
  /** Connected by the hall, and closed with it. */
  readonly port: TelephonyPort;
  /** 话后整理, seconds. */
  readonly wrapUpSeconds: number;
  /** How long a phone rings before the call moves on, seconds. */
  readonly ringSeconds?: number;
  readonly scheduler?: Scheduler;
  /** pino's own signature. */
  readonly log?: { warn(what: object, message: string): void };
}

/** The room of operators: who is ready, whose phone rings, what each bar shows. */
export interface Hall {
  /** @returns the view after it; refuses with AGENT_STATE, CALL_STATE, CALL_GONE or EXCHANGE_UNREACHABLE */
  command(agent: AccountId, command: AgentCommand): Promise<TelephonyView>;
  view(agent: AccountId): TelephonyView;
  onView(listener: (agent: AccountId, view: TelephonyView) => void): () => void;
  /** Once for each call, when it has ended. */
  onCallEnded(listener: (record: CallRecord) => void): () => void;
  /** Nobody sees this operator's calls ring any more: ready becomes 示忙; a call being spoken goes on. */
  deskGone(agent: AccountId): void;
  /** The desk is there again. A command says the same. */
  deskBack(agent: AccountId): void;
  stop(): Promise<void>;
}

/** Counters change with every call; bars are told at most this often, ms. */
const QUEUE_NEWS_MS = 200;
/** After a phone could not be rung, ms. */
const RETRY_MS = 1000;
/** Ended calls remembered so that a late or repeated word about one makes no second record. */
const RECORDED_KEPT = 10_000;

/** Starts at once; operators sign in by command. State is rebuilt from the exchange at each link, never guessed. */
export function createHall(options: HallOptions): Hall {
  const { port, wrapUpSeconds, ringSeconds = 20, scheduler = systemScheduler, log } = options;
  const people = new Map<AccountId, Agent>();
  const calls = new Map<CallId, ExchangeCall>();
  const recorded = new Set<CallId>();
  const viewListeners = new Set<(agent: AccountId, view: TelephonyView) => void>();
  const endListeners = new Set<(record: CallRecord) => void>();
  const wrapUpTimers = new Map<AccountId, Cancel>();
  /** The counters each bar was told last. */
  const told = new Map<AccountId, TelephonyView['queue']>();
  let queue = queueCounters([], []);
  let queueNews: Cancel | null = null;
  let retry: Cancel | null = null;
  let idleCount = 0;
  let distributing = false;

  const now = (): number => port.nowMs();

  function view(id: AccountId): TelephonyView {
    const agent = people.get(id);
    const call = agent?.callId ? calls.get(agent.callId) : undefined;
    return {
      agent: agents.agentView(agent, now()),
      call: call ? liveCall(call) : (agent?.lastCall ?? null),
      queue,
      at: instant(now()),
    };
  }

  function show(id: AccountId): void {
    const current = view(id);
    told.set(id, current.queue);
    for (const listener of viewListeners) listener(id, current);
  }

  /** Keeps an operator's new state: its timer, its news to the exchange, its bar. */
  function keep(next: Agent): void {
    const before = people.get(next.id);
    people.set(next.id, next);
    if (before?.wrapUpEndsMs !== next.wrapUpEndsMs) restartWrapUp(next);
    const state = agents.idleState(next);
    if (state && before?.state !== next.state) void tell(next.id, port.setAgentState(next.id, state));
    refreshQueue();
    show(next.id);
  }

  /** News the exchange may miss: it asks nothing, and a lost link brings everything again. */
  async function tell(agent: AccountId, said: Promise<void>): Promise<void> {
    try {
      await said;
    } catch (error) {
      log?.warn({ agent, error }, 'exchange did not take an agent state');
    }
  }

  function restartWrapUp(agent: Agent): void {
    wrapUpTimers.get(agent.id)?.();
    wrapUpTimers.delete(agent.id);
    if (agent.wrapUpEndsMs === null) return;
    const left = Math.max(0, agent.wrapUpEndsMs - now());
    wrapUpTimers.set(
      agent.id,
      scheduler.setTimer(left, () => {
        const current = people.get(agent.id);
        if (current?.state === 'wrapUp') makeReady(current);
      }),
    );
  }

  function makeReady(agent: Agent): void {
    idleCount += 1;
    keep(agent.deskHere ? agents.ready(agent, now(), idleCount) : agents.busy(agent, now()));
    distribute();
  }

  function refreshQueue(): void {
    const next = queueCounters(calls.values(), people.values());
    if (
      next.waiting === queue.waiting &&
      next.longestSince === queue.longestSince &&
      next.agentsReady === queue.agentsReady
    )
      return;
    queue = next;
    queueNews ??= scheduler.setTimer(QUEUE_NEWS_MS, () => {
      queueNews = null;
      for (const id of people.keys()) if (told.get(id) !== queue) show(id);
    });
  }

  function onEvent(event: ExchangeEvent): void {
    if (event.type === 'call') {
      takeIn(event.call);
      distribute();
    } else if (event.state === 'down') {
      distributing = false;
      log?.warn({ at: event.at }, 'exchange link lost');
    } else {
      void rebuild(event.snapshot);
    }
  }

  function takeIn(call: ExchangeCall): void {
    if (recorded.has(call.callId)) return;
    if (call.state === 'ended') calls.delete(call.callId);
    else calls.set(call.callId, call);
    for (const agent of [...people.values()]) if (agent.callId === call.callId) followCall(agent, call);
    if (call.state === 'ended') record(call);
    else if (call.agent) {
      const agent = people.get(call.agent) ?? agents.signedIn(call.agent, now());
      if (agent.callId !== call.callId) keep(agents.withCall(agent, call, now()));
    }
    refreshQueue();
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
    recorded.add(call.callId);
    for (const oldest of recorded) {
      if (recorded.size <= RECORDED_KEPT) break;
      recorded.delete(oldest);
    }
    const entry = callRecord(call);
    for (const listener of endListeners) listener(entry);
  }

  async function rebuild(snapshot: Snapshot): Promise<void> {
    const known = new Set(snapshot.agents.map(({ agent }) => agent));
    const present = new Set(snapshot.calls.map(({ callId }) => callId));
    for (const call of snapshot.calls) takeIn(call);
    for (const call of [...calls.values()]) {
      // Ended unheard, and the exchange kept nothing of it: recorded without a time.
      if (!present.has(call.callId)) takeIn({ ...call, state: 'ended', agent: null });
    }
    for (const { agent, state } of snapshot.agents) {
      if (people.has(agent)) continue;
      const restored = agents.signedIn(agent, now());
      if (state.state === 'ready' || state.state === 'wrapUp') makeReady(restored);
      else keep(state.state === 'rest' ? agents.resting(restored, now(), state.reason) : restored);
    }
    const forgotten = [...people.keys()].filter((agent) => !known.has(agent));
    await Promise.all(forgotten.map((agent) => tell(agent, port.signIn(agent))));
    distributing = port.capabilities.acd === 'service';
    distribute();
  }

  function distribute(): void {
    if (!distributing) return;
    for (const offer of nextOffers(calls.values(), people.values())) void ringAt(offer);
  }

  async function ringAt({ callId, agent: id }: Offer): Promise<void> {
    const agent = people.get(id);
    if (!agent) return;
    keep(agents.offeredTo(agent, callId, now()));
    try {
      await port.ring(callId, id, ringSeconds * 1000);
    } catch (error) {
      const current = people.get(id);
      if (!current?.offered || current.callId !== callId) return;
      const code = error instanceof FailureError ? error.failure.code : 'UNEXPECTED';
      if (code === 'CALL_GONE' || code === 'EXCHANGE_UNREACHABLE') keep(agents.readyAgain(current, now()));
      else {
        log?.warn({ agent: id, callId, error }, 'phone cannot be rung: agent set busy');
        keep(agents.busy(current, now()));
      }
      // Not at once: an exchange that refuses everything must not be asked in a tight circle.
      retry ??= scheduler.setTimer(RETRY_MS, () => {
        retry = null;
        distribute();
      });
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

  function inWrapUp(id: AccountId): Agent & { readonly wrapUpEndsMs: number } {
    const agent = own(id);
    const { wrapUpEndsMs } = agent;
    return wrapUpEndsMs === null ? fail('AGENT_STATE') : { ...agent, wrapUpEndsMs };
  }

  async function signIn(id: AccountId): Promise<void> {
    if (people.has(id)) return;
    await port.signIn(id);
    if (!people.has(id)) keep(agents.signedIn(id, now()));
  }

  async function signOut(id: AccountId): Promise<void> {
    const agent = free(id);
    // First out of the distribution: a phone that is being signed off must not be rung.
    if (agent.state === 'ready') keep(agents.busy(agent, now()));
    await port.signOut(id);
    wrapUpTimers.get(id)?.();
    wrapUpTimers.delete(id);
    people.delete(id);
    refreshQueue();
    show(id);
    told.delete(id);
  }

  function obey(id: AccountId, command: AgentCommand): Promise<void> | void {
    switch (command.type) {
      case 'signIn':
        return signIn(id);
      case 'signOut':
        return signOut(id);
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
      default: {
        const { callId } = own(id);
        return askExchange(port, id, (callId && calls.get(callId)) || fail('CALL_GONE'), command);
      }
    }
  }

  function deskBack(id: AccountId): void {
    const agent = people.get(id);
    if (agent && !agent.deskHere) people.set(id, { ...agent, deskHere: true });
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
    onView(listener) {
      viewListeners.add(listener);
      return () => void viewListeners.delete(listener);
    },
    onCallEnded(listener) {
      endListeners.add(listener);
      return () => void endListeners.delete(listener);
    },
    deskGone(id) {
      const agent = people.get(id);
      if (!agent) return;
      const gone: Agent = { ...agent, deskHere: false };
      people.set(id, gone);
      if (gone.state === 'ready') keep(agents.busy(gone, now()));
      else if (gone.state === 'ringing' && gone.callId) void tell(id, port.reject(gone.callId, id));
    },
    deskBack,
    async stop() {
      unsubscribe();
      distributing = false;
      for (const cancel of [...wrapUpTimers.values(), queueNews, retry]) cancel?.();
      viewListeners.clear();
      endListeners.clear();
      await port.close();
    },
  };
}
