import {
  callFigureIdSchema,
  rateIdSchema,
  type AnyFigureId,
  type CallFigureId,
  type ColumnId,
  type RateId,
} from './ids.ts';

interface Definition {
  readonly name: string;
  /** What exactly is counted and for which day, in words for whoever reads the report. */
  readonly says: string;
}

/** The one definition of each figure; `contributions.ts` counts by it. */
export const FIGURES: Readonly<Record<AnyFigureId, Definition>> = {
  received: { name: '受理件数', says: '登记的诉求，含即办、直办、不予受理；按登记日期计。' },
  atOnce: { name: '当场办结', says: '通话中即办或直办的诉求；按登记日期计。' },
  answered: { name: '直接解答', says: '话务员当场即办、没有转接承办单位的诉求；按登记日期计。' },
  refused: { name: '不予受理', says: '不予受理的诉求；按登记日期计。' },
  grievances: { name: '投诉举报', says: '分类为投诉或举报的诉求；按登记日期计，归承办单位。' },
  accused: { name: '被投诉件数', says: '分类为投诉或举报、被诉单位为本地承办单位的诉求；按登记日期计，归被诉单位。' },
  dispatched: { name: '承办件数', says: '派给承办单位的工单；按现承办单位接到工单的日期计。' },
  sentRight: { name: '派单准确', says: '承办件数中，没有同意过退单的工单；按现承办单位接到工单的日期计。' },
  finished: {
    name: '办结件数',
    says: '承办单位已上报结果并答复、不再办理的工单；按上报结果的日期计，未上报结果的按办结日期计。退回重办的重新办结后再计。',
  },
  finishedOnTime: { name: '按期办结', says: '办结件数中，在办理期限内办结的；没有期限的视为按期。' },
  finishedLate: { name: '超期办结', says: '办结件数中，超过办理期限才办结的。' },
  solvedOnce: {
    name: '一次解决',
    says: '办结件数中，没有退回重办过、诉求人也没有评价为不满意的工单。',
  },
  rated: { name: '回访评价', says: '诉求人作出评价的工单，每件取最近一次评价；按评价日期计。' },
  satisfied: { name: '满意件数', says: '最近一次评价为满意或比较满意的工单；按评价日期计。' },
  sampleRated: { name: '抽查评价', says: '经抽取回访、诉求人作出评价的工单；按评价日期计。' },
  sampleSatisfied: { name: '抽查满意', says: '经抽取回访、评价为满意或比较满意的工单；按评价日期计。' },
  checked: { name: '核查件数', says: '上报结果时有核查结论（属实、部分属实、不属实）的工单；按上报日期计。' },
  proven: { name: '属实件数', says: '核查结论为属实或部分属实的工单；按上报日期计。' },
  extended: { name: '延期次数', says: '批准的延期；按批准日期计。' },
  returned: { name: '退单次数', says: '同意的退单；按同意日期计，归退单单位。' },
  redone: { name: '退回重办', says: '退回重办的次数；按退回日期计，归重办单位。' },
  supervised: { name: '督办次数', says: '督办的次数；按督办日期计。' },
  liability: { name: '追责标记', says: '标记追责的次数；按标记日期计，归责任单位。' },
  calls: {
    name: '来电件数',
    says: '接通和放弃的来电；结束后计，按来电进入排队的日期计，不归单位。不含未接入的和结果不明的来电。',
  },
  callsAnswered: { name: '接通来电', says: '来电件数中，话务员接通的。' },
  callsSoon: { name: '15 秒接听', says: '接通来电中，排队 15 秒内（含）接通的。' },
  callsAbandoned: { name: '放弃来电', says: '来电件数中，接通前挂断的。' },
  callsRefused: { name: '未接入来电', says: '非服务时间或被拦截、没有进入排队的来电；不在来电件数内。' },
};

interface Rate extends Definition {
  readonly of: AnyFigureId;
  readonly per: AnyFigureId;
}

/** Rates: never kept, always one sum by another. */
export const RATES: Readonly<Record<RateId, Rate>> = {
  atOnceRate: { name: '当场办结率', of: 'atOnce', per: 'received', says: '当场办结 ÷ 受理件数。' },
  answeredRate: { name: '直接解答率', of: 'answered', per: 'received', says: '直接解答 ÷ 受理件数。' },
  accusedRate: {
    name: '被投诉率',
    of: 'accused',
    per: 'dispatched',
    says: '被投诉件数 ÷ 同期承办件数。办法没有写明分母，取同期派给该单位的工单。',
  },
  sentRightRate: { name: '派单准确率', of: 'sentRight', per: 'dispatched', says: '派单准确 ÷ 承办件数。' },
  returnRate: {
    name: '退单率',
    of: 'returned',
    per: 'dispatched',
    says: '退单次数 ÷ 同期承办件数。退单归退单单位，承办归现承办单位。',
  },
  onTimeRate: { name: '按期办结率', of: 'finishedOnTime', per: 'finished', says: '按期办结 ÷ 办结件数。' },
  solvedOnceRate: { name: '一次解决率', of: 'solvedOnce', per: 'finished', says: '一次解决 ÷ 办结件数。' },
  satisfiedRate: { name: '回访满意率', of: 'satisfied', per: 'rated', says: '满意件数 ÷ 回访评价。' },
  sampleSatisfiedRate: {
    name: '抽查回访满意率',
    of: 'sampleSatisfied',
    per: 'sampleRated',
    says: '抽查满意 ÷ 抽查评价。',
  },
  provenRate: { name: '属实率', of: 'proven', per: 'checked', says: '属实件数 ÷ 核查件数。' },
  connectedRate: {
    name: '接通率',
    of: 'callsAnswered',
    per: 'calls',
    says: '接通来电 ÷ 来电件数；GB/T 33358-2016 要求任意 24 小时不低于 95%。',
  },
  soonRate: {
    name: '15 秒接听率',
    of: 'callsSoon',
    per: 'callsAnswered',
    says: '15 秒接听 ÷ 接通来电，与大厅数据同一口径。',
  },
  abandonedRate: { name: '放弃率', of: 'callsAbandoned', per: 'calls', says: '放弃来电 ÷ 来电件数。' },
};

export function isRate(id: ColumnId): id is RateId {
  return rateIdSchema.safeParse(id).success;
}

export function definitionOf(id: ColumnId): Definition {
  return isRate(id) ? RATES[id] : FIGURES[id];
}

/** Counts by figure; one that is not there is nought. */
export type Counts = Readonly<Partial<Record<AnyFigureId, number>>>;

/** Calls belong to days and to no unit: a line that has none of them says nothing of them. */
export function isOfCalls(id: ColumnId): id is CallFigureId {
  return callFigureIdSchema.safeParse(id).success;
}

/** A column's value; null where a rate has nothing to be a part of, or calls are not counted. */
export function valueOf(id: ColumnId, counts: Counts): number | null {
  if (isOfCalls(id)) return counts[id] ?? (counts.calls || counts.callsRefused ? 0 : null);
  if (!isRate(id)) return counts[id] ?? 0;
  const { of, per } = RATES[id];
  const whole = counts[per] ?? 0;
  return whole === 0 ? null : (counts[of] ?? 0) / whole;
}

/** The figure whose orders or calls stand behind a column: of a rate, what it is a part of. */
export function figureBehind(id: ColumnId): AnyFigureId {
  return isRate(id) ? RATES[id].per : id;
}
