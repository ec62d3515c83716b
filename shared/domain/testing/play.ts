import type { Failure } from '../../failure.ts';
import type { CommandBody } from '../command.ts';
import { fixtureOrderId, fixtureRequest } from '../fixtures.ts';
import type { HistoryEntry, Order, Request } from '../order.ts';
import type { Outcome, Rules } from '../outcome.ts';
import { transition } from '../transition.ts';
import { CAST, castRules, UNITS, type Part } from './cast.ts';

/** Friday 20 November 2026, 10:00 in Beijing. */
export const FRIDAY = Date.parse('2026-11-20T02:00:00.000Z');

const taken = { call: null, articlesRead: [], directAttempts: [], provisionalNumber: '待编-7K2M-0001' };

/** An order's life in a test: everybody acts in turn, by the clock the test sets. */
export interface Play {
  readonly rules: Rules;
  readonly order: () => Order;
  readonly history: () => readonly HistoryEntry[];
  /** The last line of the course. */
  readonly last: () => HistoryEntry;
  /** @throws where the act is refused */
  readonly act: (part: Part, command: CommandBody) => Order;
  /** @throws where the act stands */
  readonly refused: (part: Part, command: CommandBody) => Failure;
  /** Whatever comes of it; where it stands, the order has changed. */
  readonly attempt: (part: Part, command: CommandBody) => Outcome;
  /** Takes a new order out of others. @throws where that is refused */
  readonly part: (part: Part, command: CommandBody) => Order;
  /** Goes on with another order. */
  readonly resume: (order: Order) => void;
  /** Sets the clock. `at`: Beijing time as `2026-11-23 09:00`. */
  readonly clock: (at: string) => void;
}

/** A life in this city from a call that was registered for the dispatcher. */
export function playIn(city: string, request: Partial<Request> = {}, orders: readonly Order[] = []): Play {
  return playWith(castRules(city, orders), request);
}

/** The same by rules of one's own. */
export function playWith(rules: Rules, request: Partial<Request> = {}): Play {
  const orderId = fixtureOrderId(1);
  let nowMs = FRIDAY;
  let order: Order | null = null;
  const history: HistoryEntry[] = [];
  const decide = (part: Part, command: CommandBody): Outcome =>
    transition({ order, orderId, command, actor: CAST[part], rules, nowMs });
  const attempt = (part: Part, command: CommandBody): Outcome => {
    const outcome = decide(part, command);
    if (outcome.ok) {
      order = outcome.order;
      history.push(...outcome.history);
    }
    return outcome;
  };
  const act = (part: Part, command: CommandBody): Order => {
    const outcome = attempt(part, command);
    if (!outcome.ok || !outcome.order)
      throw new Error(`${command.type} by ${part}: ${outcome.ok ? 'no order' : JSON.stringify(outcome.failure)}`);
    return outcome.order;
  };
  act('operator', { type: 'order.accept', payload: { ...taken, request: fixtureRequest(request), note: '' } });
  return {
    rules,
    act,
    attempt,
    order: () => order ?? absent(),
    history: () => history,
    last: () => history.at(-1) ?? absent(),
    refused: (part, command) => {
      const outcome = decide(part, command);
      return outcome.ok ? absent(`${command.type} by ${part} stands`) : outcome.failure;
    },
    part: (part, command) => {
      const outcome = transition({
        order: null,
        orderId: fixtureOrderId(9),
        command,
        actor: CAST[part],
        rules,
        nowMs,
      });
      return outcome.ok && outcome.order ? outcome.order : absent(JSON.stringify(outcome));
    },
    resume: (other) => {
      order = other;
    },
    clock: (at) => {
      nowMs = Date.parse(`${at.replace(' ', 'T')}:00+08:00`);
    },
  };
}

/** The acts as the tests say them, with what does not matter to a test filled in. */
export const say = {
  dispatch: (changes: Partial<Extract<CommandBody, { type: 'order.dispatch' }>['payload']> = {}): CommandBody => ({
    type: 'order.dispatch',
    payload: {
      unitId: UNITS.water,
      handling: 'forward',
      complexity: 'clear',
      urgent: false,
      assistants: [],
      statutory: null,
      filing: false,
      note: '',
      ...changes,
    },
  }),
  sign: { type: 'order.sign', payload: {} },
  requestReturn: { type: 'order.requestReturn', payload: { reason: '不属本单位职责', basis: '三定方案第五条' } },
  decideReturn: (agreed: boolean): CommandBody => ({
    type: 'order.decideReturn',
    payload: { agreed, reason: agreed ? '职责不符' : '属该单位职责' },
  }),
  requestExtension: (days: number, signed = false): CommandBody => ({
    type: 'order.requestExtension',
    payload: { reason: '管网改造工期较长', days, signing: signed ? { kind: 'typed', mark: '王主任' } : null },
  }),
  decideExtension: (agreed: boolean, days: number | null = null, reason = '情况属实'): CommandBody => ({
    type: 'order.decideExtension',
    payload: { agreed, reason, days },
  }),
  reply: (changes: Partial<Extract<CommandBody, { type: 'order.replyCaller' }>['payload']> = {}): CommandBody => ({
    type: 'order.replyCaller',
    payload: { how: 'phone', reached: true, text: '已告知处理结果', adoption: null, ...changes },
  }),
  result: { type: 'order.reportResult', payload: { text: '已停止施工', finding: 'proven', measures: '加强巡查' } },
  review: (approved: boolean, signed = false): CommandBody => ({
    type: 'order.reviewResult',
    payload: {
      approved,
      reason: approved ? '' : '处理结果不具体',
      signing: signed ? { kind: 'typed', mark: '王主任' } : null,
    },
  }),
  inspect: (passed: boolean): CommandBody => ({
    type: 'order.inspect',
    payload: { facts: true, nature: true, handled: passed, reason: passed ? '' : '处理不到位' },
  }),
  rate: (
    rating: NonNullable<Extract<CommandBody, { type: 'order.followUp' }>['payload']['rating']>,
    reasonable: boolean | null = null,
  ): CommandBody => ({
    type: 'order.followUp',
    payload: { reached: true, rating, reasonable, note: '诉求人陈述', call: null },
  }),
  unreached: {
    type: 'order.followUp',
    payload: { reached: false, rating: null, reasonable: null, note: '', call: null },
  },
  redo: (source: 'followUp' | 'supervision', unitId = UNITS.water): CommandBody => ({
    type: 'order.redo',
    payload: { source, unitId, reason: '问题没有解决' },
  }),
  close: (reason: 'satisfied' | 'lawfulReply' | 'unreachable'): CommandBody => ({
    type: 'order.close',
    payload: { reason, note: '' },
  }),
  archive: { type: 'order.archive', payload: {} },
} as const satisfies Record<string, CommandBody | ((...given: never[]) => CommandBody)>;

function absent(what = 'nothing there'): never {
  throw new Error(what);
}
