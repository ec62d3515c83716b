import type { TelephonyView } from '../../shared/domain/call.ts';
import type { AccountId, CallId } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/instant.ts';
import { queueCounters } from './acd.ts';
import { agentView, idleState, type Agent } from './agents.ts';
import type { HelpDesk } from './help.ts';
import { liveCall, shownMonitors } from './live-call.ts';
import type { CallPlan } from './plan.ts';
import type { ExchangeCall, TelephonyPort } from './port.ts';
import type { Cancel, Scheduler } from './scheduler.ts';

export interface RosterOptions {
  readonly port: TelephonyPort;
  readonly scheduler: Scheduler;
  readonly calls: ReadonlyMap<CallId, ExchangeCall>;
  readonly help: HelpDesk;
  readonly plan: CallPlan;
  readonly wrapUpOver: (agent: Agent) => void;
  /** Waits for news the exchange was given and logs what it would not take. */
  readonly tell: (agent: AccountId, said: Promise<void>) => void;
}

/** The operators who are signed in, and what each bar shows. */
export interface Roster {
  readonly people: ReadonlyMap<AccountId, Agent>;
  /** Keeps an operator's new state: its timer, its news to the exchange, its bar. */
  readonly keep: (agent: Agent) => void;
  remove(id: AccountId): void;
  readonly view: (id: AccountId) => TelephonyView;
  /** Tells the bar again: something besides the operator's own state has changed. */
  readonly show: (id: AccountId) => void;
  readonly onView: (listener: (agent: AccountId, view: TelephonyView) => void) => () => void;
  /** Calls have come or gone: counts again, and lets the bars know before long. */
  countQueue(): void;
  stop(): void;
}

/** Counters change with every call; bars are told of them at most this often, ms. */
const QUEUE_NEWS_MS = 200;

export function createRoster({ port, scheduler, calls, help, plan, wrapUpOver, tell }: RosterOptions): Roster {
  const people = new Map<AccountId, Agent>();
  const listeners = new Set<(agent: AccountId, view: TelephonyView) => void>();
  const wrapUpTimers = new Map<AccountId, Cancel>();
  /** The counters each bar was told last. */
  const told = new Map<AccountId, TelephonyView['queue']>();
  let queue = queueCounters([], [], plan);
  let queueNews: Cancel | null = null;

  function view(id: AccountId): TelephonyView {
    const agent = people.get(id);
    const call = agent?.callId ? calls.get(agent.callId) : undefined;
    return {
      agent: agentView(agent, port.nowMs()),
      call: call ? liveCall(call) : (agent?.lastCall ?? null),
      queue,
      supervisors: call ? shownMonitors(call, help.of(call.callId) !== null) : [],
      help: call ? help.shown(call.callId, id) : null,
      phone: agent?.phone ?? null,
      at: instant(port.nowMs()),
    };
  }

  function show(id: AccountId): void {
    const current = view(id);
    told.set(id, current.queue);
    for (const listener of listeners) listener(id, current);
  }

  function setWrapUpTimer(id: AccountId, endsMs: number | null): void {
    wrapUpTimers.get(id)?.();
    wrapUpTimers.delete(id);
    if (endsMs === null) return;
    const end = (): void => {
      const agent = people.get(id);
      if (agent?.state === 'wrapUp') wrapUpOver(agent);
    };
    wrapUpTimers.set(id, scheduler.setTimer(Math.max(0, endsMs - port.nowMs()), end));
  }

  function countQueue(): void {
    const next = queueCounters(calls.values(), people.values(), plan);
    const same =
      next.waiting === queue.waiting &&
      next.longestSince === queue.longestSince &&
      next.agentsReady === queue.agentsReady;
    if (same) return;
    queue = next;
    queueNews ??= scheduler.setTimer(QUEUE_NEWS_MS, () => {
      queueNews = null;
      for (const id of people.keys()) if (told.get(id) !== queue) show(id);
    });
  }

  return {
    people,
    keep(agent) {
      const before = people.get(agent.id);
      people.set(agent.id, agent);
      if ((before?.wrapUpEndsMs ?? null) !== agent.wrapUpEndsMs) setWrapUpTimer(agent.id, agent.wrapUpEndsMs);
      const state = idleState(agent);
      if (state && before?.state !== agent.state) tell(agent.id, port.setAgentState(agent.id, state));
      countQueue();
      show(agent.id);
    },
    remove(id) {
      people.delete(id);
      setWrapUpTimer(id, null);
      countQueue();
      show(id);
      told.delete(id);
    },
    view,
    show,
    onView(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    countQueue,
    stop() {
      listeners.clear();
      queueNews?.();
      for (const cancel of wrapUpTimers.values()) cancel();
    },
  };
}
