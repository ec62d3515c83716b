import fc from 'fast-check';
import { instant } from '../../instant.ts';
import type { Pack } from '../../policy/pack.ts';
import { ACTS, type OrderAct } from '../acts/table.ts';
import { nextReviewLevel } from '../acts/review-level.ts';
import type { CommandBody } from '../command.ts';
import type { OrderId, UnitId } from '../ids.ts';
import type { Order } from '../order.ts';
import { CAST, UNITS, type Part } from './cast.ts';

/** The raw stuff of one move: numbers that a move is made of once it is known where the order stands. */
export interface Move {
  readonly act: number;
  readonly part: number;
  readonly unit: number;
  readonly other: number;
  readonly days: number;
  readonly way: number;
  readonly yes: boolean;
  readonly sure: boolean;
  /** Mostly something that stands, else anything by anybody. */
  readonly sensible: boolean;
  /** Time that passes before it, ms. */
  readonly waitMs: number;
}

const HOUR_MS = 3_600_000;

/** One random move. */
export const moveArbitrary: fc.Arbitrary<Move> = fc.record({
  act: fc.nat(),
  part: fc.nat(),
  unit: fc.nat({ max: 99 }),
  other: fc.nat({ max: 99 }),
  days: fc.integer({ min: 1, max: 12 }),
  way: fc.nat({ max: 99 }),
  yes: fc.boolean(),
  sure: fc.boolean(),
  sensible: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 * HOUR_MS })),
});

export const PARTS = Object.keys(CAST) as readonly Part[];
export const ORDER_ACTS = Object.keys(ACTS) as readonly OrderAct[];

const UNIT_IDS: readonly UnitId[] = Object.values(UNITS);
/** Closed and unknown units belong to what can be said, but seldom. */
const OFTEN: readonly UnitId[] = [UNITS.water, UNITS.water, UNITS.roads, UNITS.roads, UNITS.lamps, UNITS.gone];

/** @param from not empty */
export function pick<T>(from: readonly T[], number: number): T {
  const [first] = from;
  const chosen = from[number % from.length] ?? first;
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** What a move's command looks like for this act on this order; some are nonsense on purpose. */
export function commandFor(
  type: OrderAct,
  move: Move,
  order: Order,
  pack: Pack,
  nowMs: number,
  into: OrderId,
): CommandBody {
  const { days, yes, sure, way } = move;
  const unitId = pick(OFTEN, move.unit);
  const reason = yes ? '经核实' : '情况复杂';
  const signing = sure ? { kind: 'typed' as const, mark: '王主任' } : null;
  const assistants = way % 3 === 0 ? [{ unitId: pick(OFTEN, move.other), task: '配合' }] : [];
  switch (type) {
    case 'order.supplement':
      return { type, payload: { text: '再次来电', call: null } };
    case 'order.urge':
      return { type, payload: { reason: '三天没人联系', call: null } };
    case 'order.dispatch': {
      const handling = pick(['forward', 'forward', 'joint', 'submission', 'instructed'] as const, way);
      const complexity = pick(['clear', 'complex', 'major'] as const, move.other);
      const due = instant(nowMs + days * 24 * HOUR_MS);
      const statutory = way % 7 === 0 ? { source: '行政处罚法', due } : null;
      return {
        type,
        payload: {
          unitId,
          handling,
          complexity,
          urgent: way % 5 === 0,
          assistants,
          statutory,
          filing: way % 11 === 0,
          note: '',
        },
      };
    }
    case 'order.decideReturn':
      return { type, payload: { agreed: yes, reason } };
    case 'order.decideExtension':
      return { type, payload: { agreed: yes, reason: sure ? reason : '', days: way % 2 === 0 ? days : null } };
    case 'order.nameLead':
      return { type, payload: { unitId, assistants, note: '' } };
    case 'order.meeting':
      return { type, payload: { heldAt: instant(nowMs), attendees: '供水、公路', text: '供水公司主办' } };
    case 'order.merge':
      return { type, payload: { into: sure ? into : order.id, reason } };
    case 'order.transfer':
      return { type, payload: { body: pick(['discipline', 'judicial', 'competent'], way), name: '市纪委', reason } };
    case 'order.requestReturn':
      return { type, payload: { reason, basis: '三定方案' } };
    case 'order.requestExtension':
      return { type, payload: { reason, days: 1 + (days % 6), signing } };
    case 'order.reportProgress':
      return { type, payload: { text: '正在办理' } };
    case 'order.askColleague':
      return { type, payload: { unitId: pick(OFTEN, move.other), task: '配合核查' } };
    case 'order.assist':
      return { type, payload: { unitId: pick(UNIT_IDS, move.unit), text: '已配合' } };
    case 'order.contactCaller':
      return { type, payload: { how: 'phone', reached: yes, text: '已了解情况' } };
    case 'order.replyCaller': {
      const adoption = yes ? { adopted: sure, reason: '不在规划内', nextSteps: '明年安装' } : null;
      const how = pick(['phone', 'written', 'online', 'sms', 'visit'] as const, way);
      return { type, payload: { how, reached: yes || sure, text: '已告知', adoption } };
    }
    case 'order.reportResult':
      return { type, payload: { text: '已处理', finding: pick(['proven', 'partly', 'unproven'], way), measures: '' } };
    case 'order.reviewResult':
      return { type, payload: { approved: yes, reason: sure ? reason : '', signing } };
    case 'order.inspect':
      return { type, payload: { facts: true, nature: yes || sure, handled: yes, reason: sure ? reason : '' } };
    case 'order.supervise': {
      const trigger = pick(pack.supervision?.triggers.map(({ id }) => id) ?? ['none'], way);
      const form = pick(pack.supervision?.forms.map(({ id }) => id) ?? ['none'], move.other);
      return { type, payload: { trigger, form, text: '请说明' } };
    }
    case 'order.answerSupervision':
      return { type, payload: { text: '已说明' } };
    case 'order.submit':
      return { type, payload: { to: '市政府', report: '职责交叉' } };
    case 'order.instruct':
      return { type, payload: { text: '请牵头办理', signing: { kind: 'typed', mark: '李市长' }, unitId } };
    case 'order.followUp': {
      const rating = pick(['satisfied', 'mostlySatisfied', 'neutral', 'dissatisfied', 'dissatisfied'] as const, way);
      const reached = way % 4 !== 0;
      return { type, payload: { reached, rating: reached ? rating : null, reasonable: yes, note: reason, call: null } };
    }
    case 'order.redo':
      return { type, payload: { source: yes ? 'followUp' : 'supervision', unitId, reason } };
    case 'order.askReview':
      return { type, payload: { level: sure ? (nextReviewLevel(pack, order) ?? 1) : 2, reason, call: null } };
    case 'order.decideReview':
      return { type, payload: { proper: yes, text: reason } };
    case 'order.close':
      return { type, payload: { reason: pick(['lawfulReply', 'satisfied', 'unreachable'], way), note: '' } };
    case 'order.sign':
    case 'order.archive':
      return { type, payload: {} };
    case 'order.reopen':
      return { type, payload: { reason } };
    case 'order.markSecret':
      return { type, payload: { secret: yes, reason } };
    case 'order.recuse':
      return { type, payload: { accountId: CAST[pick(PARTS, move.other)].accountId, reason } };
    case 'order.flagLiability': {
      const flagId = pick(
        pack.liabilityFlags.map(({ id }) => id),
        way,
      );
      return { type, payload: { flagId, unitId: sure ? unitId : null, text: '逾期' } };
    }
    case 'order.correct': {
      const field = pick(['content', 'callerPhone', 'callerName', 'accusedUnit', 'place'] as const, way);
      const after = field === 'accusedUnit' ? unitId : `更正${move.other}`;
      return { type, payload: { field, after, reason } };
    }
    case 'order.print':
      return {
        type,
        payload: {
          formId: pick(
            pack.forms.map(({ id }) => id),
            way,
          ),
          copies: 1,
        },
      };
  }
}
