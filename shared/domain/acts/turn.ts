import { instant, msOf, type Instant } from '../../instant.ts';
import type { Deadline } from '../../policy/deadline.ts';
import type { Complexity } from '../channel.ts';
import type { UnitId } from '../ids.ts';
import type { Assistant, Life, Redo } from '../life.ts';
import { handlingSchema, type Handling } from '../life-commands.ts';
import type { Mode, Order, Request } from '../order.ts';
import { stampOf, type OrderDecision } from '../outcome.ts';
import { namedAssistants, newTurn, wishesDropped } from './course.ts';
import { limitOf } from './limits.ts';
import { DROPPED } from './text.ts';
import { assistantsFor } from './units.ts';

/** A unit gets an order, for the first time or anew. */
interface Turn {
  readonly unitId: UnitId;
  readonly handling: Handling;
  /** What it is to be signed for, or is in hand at once. */
  readonly state: 'dispatched' | 'handling';
  readonly request?: Request;
  readonly complexity?: Complexity;
  readonly assistants?: readonly Pick<Assistant, 'unitId' | 'task'>[];
  readonly statutory?: { readonly source: string; readonly due: Instant } | null;
  /** 立案; left out, it stays as it was: the matter is the same, whoever has it. T10. */
  readonly filing?: boolean;
  /** What counts as the caller's request for limits that run from it, ms since 1970. */
  readonly receivedMs?: number;
}

/** What an act changes. */
export interface Change {
  readonly order: Partial<Omit<Order, 'life'>>;
  readonly life: Partial<Life>;
}

/** A turn begins: its limit runs, the limit the caller was first given stays visible (T7), open wishes fall. */
export function turnBegun(decision: OrderDecision, turn: Turn): Change & { readonly deadline: Deadline | null } {
  const { order, rules, nowMs } = decision;
  const { life } = order;
  const request = turn.request ?? order.request;
  const complexity = turn.complexity ?? life.complexity;
  const asked = turn.assistants ?? namedAssistants(life);
  const filing = turn.filing ?? life.filing;
  const deadline = limitOf(
    rules,
    { request, mode: turn.handling, complexity, units: 1 + asked.length, statutory: turn.statutory ?? null, filing },
    { receivedMs: turn.receivedMs ?? msOf(order.createdAt), unitMs: nowMs },
  );
  const afresh = { request, createdAt: order.createdAt, life: { ...life, complexity, assistants: [] } };
  return {
    deadline,
    order: { state: turn.state, mode: turn.handling, unitId: turn.unitId, request, deadline, closedAt: null },
    life: {
      complexity,
      filing,
      dispatchedAt: instant(nowMs),
      signed: turn.state === 'handling' ? life.signed : null,
      firstDeadline: life.firstDeadline ?? deadline,
      assistants: assistantsFor(rules, afresh, asked, deadline, nowMs),
      sampled: null,
      earlier: newTurn(life),
      ...wishesDropped(decision, DROPPED.anew),
    },
  };
}

/**
 * Sent back after it was answered: a new turn with a limit of its own, counted from now. An order no unit ever had waits
 * for the dispatcher.
 */
export function backAnew(decision: OrderDecision, source: Redo['source'], reason: string, to: UnitId | null): Change {
  const { order, nowMs } = decision;
  if (to === null) return waitingForDispatch(decision);
  const state = to === order.unitId && order.life.signed ? 'handling' : 'dispatched';
  const { life, order: change } = turnBegun(decision, {
    unitId: to,
    handling: handlingOf(order.mode),
    state,
    receivedMs: nowMs,
  });
  const redos = [...order.life.redos, { ...stampOf(decision), source, unitId: to, reason }];
  return { order: change, life: { ...life, redos } };
}

/** No unit has it: it waits for the dispatcher, and no limit of a unit runs. T7. */
export function waitingForDispatch(decision: OrderDecision): Change {
  const { life } = decision.order;
  return {
    order: { state: 'accepted', mode: 'accept', unitId: null, deadline: null, closedAt: null },
    life: {
      dispatchedAt: null,
      signed: null,
      assistants: [],
      sampled: null,
      earlier: newTurn(life),
      ...wishesDropped(decision, DROPPED.back),
    },
  };
}

/** How it was handled by the unit; what never left the centre is forwarded. */
export function handlingOf(mode: Mode): Handling {
  return handlingSchema.safeParse(mode).data ?? 'forward';
}
