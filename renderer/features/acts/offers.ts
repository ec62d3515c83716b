import { objectionTo } from '../../../shared/domain/acts/gate.ts';
import { standsAgainst } from '../../../shared/domain/acts/standing.ts';
import { actOf } from '../../../shared/domain/acts/table.ts';
import { isToBeAsked } from '../../../shared/domain/acts/asking.ts';
import { thisTurn } from '../../../shared/domain/acts/course.ts';
import type { FollowUp } from '../../../shared/domain/life.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { may } from '../../../shared/domain/people.ts';
import type { Failure } from '../../../shared/failure.ts';
import { FORM_ACTS, type FormAct } from './form-acts.ts';
import type { Bench } from './judge.ts';

/** An act, and what stands against it as the order is. */
export interface Offer {
  readonly type: FormAct;
  readonly name: string;
  readonly objection: Failure | null;
}

/** Everything that could be done with an order, sorted by whether this person can do it now. */
export interface Offers {
  /** What the order waits for from this person; null: nothing presses. */
  readonly primary: Offer | null;
  /** Beside it, in sight. */
  readonly usual: readonly Offer[];
  /** Possible, and seldom needed. */
  readonly rare: readonly Offer[];
  /** This person's acts that something stands against. */
  readonly barred: readonly Offer[];
  /** Others' acts. */
  readonly foreign: readonly Offer[];
}

/** What an order waits for, the most pressing first. */
const PRESSING: readonly FormAct[] = [
  'order.decideReturn',
  'order.decideExtension',
  'order.dispatch',
  'order.sign',
  'order.reviewResult',
  'order.inspect',
  'order.instruct',
  'order.decideReview',
  'order.answerSupervision',
  'order.redo',
  'order.followUp',
  'order.close',
  'order.archive',
  'order.replyCaller',
  'order.reportResult',
  'order.assist',
  'order.supervise',
];

const RARE: ReadonlySet<FormAct> = new Set([
  'order.askColleague',
  'order.nameLead',
  'order.meeting',
  'order.merge',
  'order.split',
  'order.transfer',
  'order.reopen',
  'order.markSecret',
  'order.recuse',
  'order.flagLiability',
  'order.correct',
]);

/** What may be done with the order, by whom it is looked at, under the city's rules. */
export function offersOf(bench: Bench): Offers {
  const { actor } = bench;
  const all = FORM_ACTS.map((type): Offer => ({ type, name: actOf(type).name, objection: objectionOf(type, bench) }));
  const own = all.filter(({ type }) => actOf(type).permissions.some((permission) => may(actor, permission)));
  const open = own.filter(({ objection }) => objection === null);
  const primary = PRESSING.map((type) => open.find((offer) => offer.type === type)).find(
    (offer) => offer !== undefined && presses(offer.type, bench),
  );
  const others = open.filter((offer) => offer !== primary);
  return {
    primary: primary ?? null,
    usual: others.filter(({ type }) => !RARE.has(type)),
    rare: others.filter(({ type }) => RARE.has(type)),
    barred: own.filter(({ objection }) => objection !== null),
    foreign: all.filter((offer) => !own.includes(offer)),
  };
}

function objectionOf(type: FormAct, { order, actor, city, nowMs }: Bench): Failure | null {
  return city ? standsAgainst(type, order, actor, city, nowMs) : objectionTo(type, order, actor);
}

/** Possible is not yet called for: what has been done in this turn waits for nobody. */
const CALLED_FOR: Partial<Record<FormAct, (order: Order, city: Bench['city']) => boolean>> = {
  'order.replyCaller': (order) =>
    !thisTurn(order).replies.some(({ reached }) => reached) && order.state !== 'leaderReview',
  'order.followUp': (order, city) => lastRated(order) === undefined && isToBeAsked(order, city?.pack ?? null),
  'order.redo': (order) => lastRated(order)?.reasonable === true,
  'order.assist': ({ life }) => life.assistants.some(({ answer }) => answer === null),
};

function presses(type: FormAct, { order, city }: Bench): boolean {
  return CALLED_FOR[type]?.(order, city) ?? true;
}

function lastRated(order: Order): FollowUp | undefined {
  return thisTurn(order).followUps.findLast(({ reached }) => reached);
}
