import { failure, type Failure } from '../failure.ts';
import { instant, type Instant } from '../instant.ts';
import type { Calendar } from '../policy/calendar.ts';
import type { Pack } from '../policy/pack.ts';
import type { CommandBody } from './command.ts';
import type { OrderId } from './ids.ts';
import type { Citation, HistoryEntry, Order } from './order.ts';
import type { Actor, Author } from './people.ts';
import type { Subject } from './subject.ts';
import type { Unit } from './unit.ts';

/** What a decision may look at besides the order: the city's pack, and the units and subjects as the decider has them. */
export interface Rules {
  readonly pack: Pack;
  /** The calendar as the decider knows it: the centre's own, or the copy the centre has sent. */
  readonly calendar: Calendar;
  readonly unit: (id: string) => Pick<Unit, 'id' | 'name' | 'open'> | null;
  readonly subject: (id: string) => Pick<Subject, 'id'> | null;
  /** Another order the command names (merge, split), as the decider has it. */
  readonly related: (id: string) => Order | null;
}

/** What is decided about: the order as it stands (null before it exists), its id, and where it came from. */
export interface Decision {
  readonly order: Order | null;
  readonly orderId: OrderId;
  readonly command: CommandBody;
  readonly actor: Actor;
  readonly rules: Rules;
  /** Milliseconds since 1970, by the clock of whoever decides. */
  readonly nowMs: number;
}

/** A decision about an order that exists. */
export interface OrderDecision extends Decision {
  readonly order: Order;
}

/** The order after the command with the lines its history gains, or why not. `order` null: the command changes no order (a recorded look). */
export type Outcome =
  | { readonly ok: true; readonly order: Order | null; readonly history: readonly HistoryEntry[] }
  | { readonly ok: false; readonly failure: Failure };

/** The command stands: the order afterwards, with the last line of its history. */
export function done(order: Order, course: readonly HistoryEntry[], last: HistoryEntry): Outcome {
  return { ok: true, order, history: [...course, last] };
}

/** The command does not stand. */
export function refuse(code: Failure['code'], citation: Citation | null = null, detail: string | null = null): Outcome {
  return { ok: false, failure: failure(code, { article: citation?.article ?? null, detail }) };
}

/** Who decides and when, as it is stored. */
export function stampOf({ actor, nowMs }: Pick<Decision, 'actor' | 'nowMs'>): { at: Instant; by: Author } {
  return { at: instant(nowMs), by: { accountId: actor.accountId, jobNumber: actor.jobNumber, name: actor.name } };
}

/** The number an order goes by now. */
export function numberOf(order: Pick<Order, 'number' | 'provisionalNumber'>): string {
  return order.number ?? order.provisionalNumber;
}
