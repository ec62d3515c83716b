import type { CommandType } from '../command.ts';
import type { OrderState } from '../order.ts';
import type { Permission } from '../people.ts';

/** What is done to an order that exists: every order command but those that take a call. */
export type OrderAct = Exclude<
  CommandType,
  | 'order.answerImmediately'
  | 'order.answerDirectly'
  | 'order.accept'
  | 'order.forward'
  | 'order.refuse'
  | 'order.split'
  | 'personal.look'
>;

/** Who may do it and when; what more a city's rules ask is decided by the act itself. */
export interface Act {
  /** As a button says it. */
  readonly name: string;
  /** Any one of these is enough. */
  readonly permissions: readonly Permission[];
  readonly states: readonly OrderState[];
  /** `unit`: only people of the unit that has the order. `centre`: only the centre's own staff. */
  readonly side: 'unit' | 'assistant' | 'centre' | 'any';
  /** Key of the pack's `acts`, where the article behind it stands. */
  readonly cites: string;
}

const WITH_UNIT = ['dispatched', 'handling'] as const;
const OPEN = [
  'accepted',
  'dispatched',
  'handling',
  'leaderReview',
  'inspecting',
  'submitted',
  'replied',
  'reviewing',
] as const;
const ENDED = ['closed', 'refused', 'transferred', 'merged'] as const;
const ANY = [...OPEN, ...ENDED, 'archived'] as const;

/** The table of acts: the one place that says who may do what, and in which states. */
export const ACTS: Readonly<Record<OrderAct, Act>> = {
  'order.supplement': { name: '补充诉求', permissions: ['order.create'], states: OPEN, side: 'any', cites: 'accept' },
  'order.urge': {
    name: '催办',
    permissions: ['order.create', 'order.supervise'],
    states: WITH_UNIT,
    side: 'any',
    cites: 'urge',
  },
  'order.dispatch': {
    name: '派单',
    permissions: ['order.dispatch'],
    states: ['accepted'],
    side: 'centre',
    cites: 'dispatch',
  },
  'order.decideReturn': {
    name: '审核退单',
    permissions: ['order.dispatch'],
    states: WITH_UNIT,
    side: 'centre',
    cites: 'decideReturn',
  },
  'order.decideExtension': {
    name: '审批延期',
    permissions: ['order.dispatch'],
    states: WITH_UNIT,
    side: 'centre',
    cites: 'decideExtension',
  },
  'order.nameLead': {
    name: '明确主办协办',
    permissions: ['order.dispatch'],
    states: ['accepted', ...WITH_UNIT],
    side: 'centre',
    cites: 'nameLead',
  },
  'order.meeting': {
    name: '会议记录',
    permissions: ['order.dispatch', 'order.supervise'],
    states: OPEN,
    side: 'centre',
    cites: 'meeting',
  },
  'order.merge': {
    name: '并单',
    permissions: ['order.dispatch'],
    states: ['accepted', ...WITH_UNIT],
    side: 'centre',
    cites: 'merge',
  },
  'order.transfer': {
    name: '移送',
    permissions: ['order.dispatch', 'order.supervise'],
    // What is under review is decided first: a review does not end without its word.
    states: OPEN.filter((state) => state !== 'reviewing'),
    side: 'centre',
    cites: 'transferOut',
  },
  'order.sign': { name: '签收', permissions: ['order.handle'], states: ['dispatched'], side: 'unit', cites: 'sign' },
  'order.requestReturn': {
    name: '申请退单',
    permissions: ['order.handle'],
    states: WITH_UNIT,
    side: 'unit',
    cites: 'requestReturn',
  },
  'order.requestExtension': {
    name: '申请延期',
    permissions: ['order.handle'],
    states: ['handling'],
    side: 'unit',
    cites: 'requestExtension',
  },
  'order.reportProgress': {
    name: '续报进展',
    permissions: ['order.handle'],
    states: ['handling'],
    side: 'unit',
    cites: 'reportProgress',
  },
  'order.askColleague': {
    name: '请单位协助',
    permissions: ['order.handle'],
    states: ['handling'],
    side: 'unit',
    cites: 'nameLead',
  },
  'order.assist': {
    name: '协办意见',
    permissions: ['order.handle'],
    states: WITH_UNIT,
    side: 'assistant',
    cites: 'nameLead',
  },
  'order.contactCaller': {
    name: '联系诉求人',
    permissions: ['order.handle', 'order.create', 'order.dispatch', 'order.followUp'],
    states: ['accepted', ...WITH_UNIT, 'leaderReview', 'inspecting', 'submitted'],
    side: 'any',
    cites: 'contactCaller',
  },
  'order.replyCaller': {
    name: '答复诉求人',
    permissions: ['order.handle', 'order.followUp'],
    states: ['handling', 'leaderReview', 'inspecting', 'replied'],
    side: 'any',
    cites: 'replyCaller',
  },
  'order.reportResult': {
    name: '上报结果',
    permissions: ['order.handle'],
    states: ['handling'],
    side: 'unit',
    cites: 'reportResult',
  },
  'order.reviewResult': {
    name: '负责人审签',
    permissions: ['order.sign'],
    states: ['leaderReview'],
    side: 'unit',
    cites: 'leaderReview',
  },
  'order.inspect': {
    name: '质检',
    permissions: ['order.inspect'],
    states: ['inspecting'],
    side: 'centre',
    cites: 'inspect',
  },
  'order.supervise': {
    name: '督办',
    permissions: ['order.supervise'],
    states: OPEN,
    side: 'centre',
    cites: 'supervise',
  },
  'order.answerSupervision': {
    name: '回复督办',
    permissions: ['order.handle'],
    states: [...WITH_UNIT, 'leaderReview'],
    side: 'unit',
    cites: 'answerSupervision',
  },
  'order.submit': {
    name: '呈报领导',
    permissions: ['order.dispatch', 'order.supervise'],
    states: ['accepted', ...WITH_UNIT],
    side: 'centre',
    cites: 'submit',
  },
  'order.instruct': {
    name: '批示',
    permissions: ['order.instruct'],
    states: ['submitted'],
    side: 'centre',
    cites: 'instruct',
  },
  'order.followUp': {
    name: '回访',
    permissions: ['order.followUp'],
    states: ['replied', 'closed'],
    side: 'centre',
    cites: 'followUp',
  },
  'order.redo': {
    name: '退回重办',
    permissions: ['order.followUp', 'order.supervise'],
    states: ['replied', 'closed'],
    side: 'centre',
    cites: 'redo',
  },
  'order.askReview': {
    name: '申请复查复核',
    permissions: ['order.create', 'order.followUp'],
    states: ['replied', 'closed'],
    side: 'centre',
    cites: 'askReview',
  },
  'order.decideReview': {
    name: '复查复核决定',
    permissions: ['order.review'],
    states: ['reviewing'],
    side: 'centre',
    cites: 'decideReview',
  },
  'order.close': { name: '办结', permissions: ['order.followUp'], states: ['replied'], side: 'centre', cites: 'close' },
  'order.archive': {
    name: '归档',
    permissions: ['order.followUp', 'order.dispatch'],
    states: ENDED,
    side: 'centre',
    cites: 'archive',
  },
  'order.reopen': {
    name: '重新打开',
    permissions: ['order.supervise'],
    states: ['closed', 'archived'],
    side: 'centre',
    cites: 'reopen',
  },
  'order.markSecret': {
    name: '设为保密',
    permissions: ['order.create', 'order.dispatch', 'order.supervise'],
    states: ANY,
    side: 'centre',
    cites: 'markSecret',
  },
  'order.recuse': {
    name: '回避',
    permissions: ['order.dispatch', 'order.supervise'],
    states: OPEN,
    side: 'centre',
    cites: 'recuse',
  },
  'order.flagLiability': {
    name: '标记追责',
    permissions: ['order.supervise'],
    states: ANY,
    side: 'centre',
    cites: 'flagLiability',
  },
  'order.correct': {
    name: '更正',
    permissions: ['order.create', 'order.dispatch'],
    states: OPEN,
    side: 'centre',
    cites: 'correct',
  },
  'order.print': { name: '打印', permissions: ['order.view'], states: ANY, side: 'any', cites: 'print' },
};

/** 拆单 makes a new order, so it is none of the acts on this one; who may, and when, is said of the one it is taken from. */
const SPLIT: Act = {
  name: '拆单',
  permissions: ['order.dispatch'],
  states: ['accepted', ...WITH_UNIT],
  side: 'centre',
  cites: 'split',
};

/** What a button in an order's detail may do. */
export type OfferedAct = OrderAct | 'order.split';

export function actOf(type: OfferedAct): Act {
  return type === 'order.split' ? SPLIT : ACTS[type];
}
