import fc from 'fast-check';
import type { Pack } from '../../policy/pack.ts';
import { standsAgainst } from '../acts/standing.ts';
import type { OrderAct } from '../acts/table.ts';
import { channelSchema, type Channel } from '../channel.ts';
import type { CommandBody } from '../command.ts';
import { fixtureRequest } from '../fixtures.ts';
import type { OrderId } from '../ids.ts';
import { categorySchema, type Order, type Request } from '../order.ts';
import type { Rules } from '../outcome.ts';
import { CAST, UNITS, type Part } from './cast.ts';
import { commandFor, moveArbitrary, ORDER_ACTS, PARTS, pick, type Move } from './moves.ts';

/** A random life: the request it begins with, and what everybody then tries. */
export interface RandomLife {
  readonly request: Request;
  readonly moves: readonly Move[];
}

/** Somebody says something about the order. */
export interface Said {
  readonly part: Part;
  readonly command: CommandBody;
}

/** Channels with a course of their own. */
const OFTEN: readonly Channel[] = ['hotline', 'hotline', ...Array.from({ length: 8 }, () => 'provincial' as const)];

const requestArbitrary: fc.Arbitrary<Request> = fc
  .record({
    channel: fc.constantFrom(...channelSchema.options, ...OFTEN),
    category: fc.constantFrom(...categorySchema.options),
    urgent: fc.boolean(),
    replyBy: fc.constantFrom('phone', 'written', 'none'),
    sensitivity: fc.constantFrom('normal', 'normal', 'secret'),
    // The unit complained of is mostly not one of ours.
    accused: fc.constantFrom(
      { unit: '', person: '', unitId: null },
      { unit: '某公司', person: '', unitId: null },
      { unit: '市公路局', person: '刘某', unitId: UNITS.roads },
    ),
  })
  .map((changes) => fixtureRequest(changes));

/** @param moves most moves of a life */
export function lifeArbitrary(moves: number): fc.Arbitrary<RandomLife> {
  return fc.record({
    request: requestArbitrary,
    moves: fc.array(moveArbitrary, { minLength: 5, maxLength: moves, size: 'max' }),
  });
}

/** How an order of a random life begins: registered for the dispatcher. */
export function acceptOf({ request }: RandomLife, provisionalNumber: string): CommandBody {
  return {
    type: 'order.accept',
    payload: { request, call: null, articlesRead: [], directAttempts: [], provisionalNumber, note: '' },
  };
}

/**
 * What a move says about the order as it stands now: a sensible one is drawn from what nothing stands against, so that
 * lives get far; any other may be said by anybody at any time.
 * @param into an order that goes on, for 并单
 */
export function saidBy(move: Move, order: Order, rules: Rules, nowMs: number, into: OrderId): Said {
  const may = (type: OrderAct): Part[] =>
    PARTS.filter((part) => standsAgainst(type, order, CAST[part], rules, nowMs) === null);
  const open = move.sensible ? ORDER_ACTS.filter((type) => may(type).length > 0).flatMap(oftenEnough) : [];
  const type = pick(open.length > 0 ? open : ORDER_ACTS, move.act);
  const part = pick(open.length > 0 ? may(type) : PARTS, move.part);
  return { part, command: commandFor(type, move, order, rules.pack, nowMs, into) };
}

/** Acts that lead on: without them most lives would end in notes, prints and mergers. */
const ONWARD: ReadonlySet<OrderAct> = new Set([
  'order.dispatch',
  'order.sign',
  'order.requestReturn',
  'order.decideReturn',
  'order.requestExtension',
  'order.assist',
  'order.decideExtension',
  'order.replyCaller',
  'order.reportResult',
  'order.reviewResult',
  'order.inspect',
  'order.instruct',
  'order.followUp',
  'order.redo',
  'order.askReview',
  'order.decideReview',
  'order.close',
]);

/** Acts that end it or keep people away: now and then. */
const SELDOM: ReadonlySet<OrderAct> = new Set(['order.merge', 'order.transfer', 'order.recuse', 'order.reopen']);

function oftenEnough(type: OrderAct): OrderAct[] {
  const times = ONWARD.has(type) ? 24 : SELDOM.has(type) ? 1 : 3;
  return Array.from({ length: times }, () => type);
}

/** The packs as titles of tests. */
export function cityOf({ city, cityName }: Pack): string {
  return `${cityName} ${city}`;
}
