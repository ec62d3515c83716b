import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { deadlineSchema } from '../policy/deadline.ts';
import { articleRefSchema } from './article.ts';
import { callRefSchema, directAttemptSchema } from './call.ts';
import { channelSchema } from './channel.ts';
import { attachmentIdSchema, orderIdSchema, subjectIdSchema, unitIdSchema } from './ids.ts';
import { EMPTY_LIFE, lifeSchema } from './life.ts';
import { authorSchema, sensitivitySchema } from './people.ts';

/** The six categories (DB12/T 1438-2025). */
export const categorySchema = z.enum(['consultation', 'help', 'complaint', 'report', 'suggestion', 'praise']);
export type Category = z.infer<typeof categorySchema>;

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  praise: '表扬',
};

/** How an order came to be handled. The first two end with the call; an `accept`ed one waits for the dispatcher. */
export const modeSchema = z.enum([
  'immediate',
  'direct',
  'forward',
  'joint',
  'submission',
  'instructed',
  'accept',
  'refusal',
]);
export type Mode = z.infer<typeof modeSchema>;

/** The four ways an operator ends a call. */
export const callOutcomeSchema = modeSchema.extract(['immediate', 'direct', 'forward', 'refusal']);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  immediate: '即办',
  direct: '直办',
  forward: '转办',
  joint: '协办',
  submission: '呈办',
  instructed: '批办',
  accept: '待派',
  refusal: '不予受理',
};

/** Where an order stands. An open wish (return, extension) is not a state: the unit's clock keeps running meanwhile. */
export const orderStateSchema = z.enum([
  'accepted',
  'dispatched',
  'handling',
  'leaderReview',
  'inspecting',
  'submitted',
  'replied',
  'reviewing',
  'closed',
  'refused',
  'transferred',
  'merged',
  'archived',
]);
export type OrderState = z.infer<typeof orderStateSchema>;

export const ORDER_STATE_NAMES: Readonly<Record<OrderState, string>> = {
  accepted: '待派单',
  dispatched: '待签收',
  handling: '办理中',
  leaderReview: '待审签',
  inspecting: '待质检',
  submitted: '呈批中',
  replied: '已答复',
  reviewing: '复查中',
  closed: '已办结',
  refused: '不予受理',
  transferred: '已移送',
  merged: '已并单',
  archived: '已归档',
};

/** A unit has it and nothing has been reported yet: it can be urged, returned, extended. */
export function isWithUnit(state: OrderState): boolean {
  return state === 'dispatched' || state === 'handling';
}

/** States in which the limit still runs. */
export const RUNNING_STATES: readonly OrderState[] = [
  'accepted',
  'dispatched',
  'handling',
  'leaderReview',
  'inspecting',
  'submitted',
];

/** The limit still runs: nobody has answered yet. */
export function isRunning(state: OrderState): boolean {
  return RUNNING_STATES.includes(state);
}

/** Nothing more is to be done but to archive it. */
export function isEnded(state: OrderState): boolean {
  return ENDED_STATES.includes(state);
}

/** States in which an order bears the time at which it ended. */
export const ENDED_STATES: readonly OrderState[] = ['closed', 'refused', 'transferred', 'merged', 'archived'];

export const replyBySchema = z.enum(['phone', 'sms', 'written', 'none']);
export const REPLY_BY_NAMES: Readonly<Record<z.infer<typeof replyBySchema>, string>> = {
  phone: '电话',
  sms: '短信',
  written: '书面',
  none: '不需答复',
};

export const identitySchema = z.enum(['named', 'anonymous']);

export const callerSchema = z.object({
  name: z.string().trim().max(40),
  phone: z.string().trim().max(30),
  address: z.string().trim().max(200),
});
export type Caller = z.infer<typeof callerSchema>;

export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  name: z.string().min(1).max(120),
  mime: z.string().max(100),
  /** Bytes. */
  size: z
    .int()
    .positive()
    .max(20 * 1024 * 1024),
  /** Lower-case hex. */
  sha256: z.string().length(64),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** What the caller asks, as the form holds it. Sentences in the messages are shown beside the field. */
export const requestSchema = z.object({
  channel: channelSchema.default('hotline'),
  category: categorySchema,
  subjectId: subjectIdSchema.nullable(),
  /** 诉求内容: what happened. */
  content: z.string().trim().min(1, '请写下诉求内容').max(4000, '诉求内容最多 4000 字'),
  /** 诉求目的: what is wanted. */
  wish: z.string().trim().max(500, '诉求目的最多 500 字'),
  place: z.string().trim().max(200),
  occurredAt: instantSchema.nullable(),
  /** 被诉单位 and 被诉人. J14, Z3. */
  accused: z.object({
    unit: z.string().trim().max(100),
    person: z.string().trim().max(40),
    /** The unit complained of, where it is one of ours: it never learns who complained. J5, T17, T18. */
    unitId: unitIdSchema.nullable().default(null),
  }),
  urgent: z.boolean(),
  identity: identitySchema,
  sensitivity: sensitivitySchema,
  caller: callerSchema,
  replyBy: replyBySchema,
  followUp: z.boolean(),
  attachments: z.array(attachmentSchema).max(10),
});
export type Request = z.infer<typeof requestSchema>;

export const answerSchema = z.object({
  text: z.string().trim().min(1, '请写下答复内容').max(4000),
  /** The articles the answer rests on, with the version that was read out. */
  articles: z.array(articleRefSchema).max(20),
});

/** A closed reference to the rule that stands behind something shown or done. */
export const citationSchema = z.object({
  /** Rule id in the pack, e.g. `H8`. */
  rule: z.string(),
  /** e.g. `第六条第（二）项`. */
  article: z.string(),
});
export type Citation = z.infer<typeof citationSchema>;

export const orderSchema = z.object({
  id: orderIdSchema,
  /** Official number, e.g. `HB2611-000431`; null until the centre has taken the order. */
  number: z.string().nullable(),
  /** The desk's number until then, e.g. `待编-7K2M-0012`; kept for ever so that what was said to the caller stays findable. */
  provisionalNumber: z.string(),
  /** 0 on the desk before the centre has it; then counted up by the centre at each accepted command. */
  version: z.int().nonnegative(),
  state: orderStateSchema,
  mode: modeSchema,
  request: requestSchema,
  call: callRefSchema.nullable(),
  answer: answerSchema.nullable(),
  /** Articles opened during the call, whether or not they were used. */
  articlesRead: z.array(articleRefSchema).max(50),
  directAttempts: z.array(directAttemptSchema).max(20),
  unitId: unitIdSchema.nullable(),
  deadline: deadlineSchema.nullable(),
  refusal: z
    .object({ groundId: z.string(), citation: citationSchema, sentence: z.string(), written: z.boolean() })
    .nullable(),
  urges: z.int().nonnegative(),
  /** Rows written before orders had a life of their own lack it. */
  life: lifeSchema.default(EMPTY_LIFE),
  createdBy: authorSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  closedAt: instantSchema.nullable(),
});
export type Order = z.infer<typeof orderSchema>;

/** One line of an order's course (办理过程). */
export const historyEntrySchema = z.object({
  at: instantSchema,
  by: authorSchema,
  kind: z.enum([
    'received',
    'answeredImmediately',
    'directAttempt',
    'answeredDirectly',
    'forwarded',
    'refused',
    'supplemented',
    'urged',
    'replied',
    'closed',
    'accepted',
    'dispatched',
    'signed',
    'returnRequested',
    'returnDecided',
    'extensionRequested',
    'extensionDecided',
    'leadNamed',
    'met',
    'colleagueAsked',
    'assisted',
    'progress',
    'contacted',
    'callerReplied',
    'resultReported',
    'resultReviewed',
    'inspected',
    'supervised',
    'supervisionAnswered',
    'submitted',
    'instructed',
    'followedUp',
    'sampled',
    'redone',
    'reviewAsked',
    'reviewDecided',
    'transferred',
    'merged',
    'split',
    'markedSecret',
    'recused',
    'liabilityFlagged',
    'corrected',
    'printed',
    'archived',
    'reopened',
    'redue',
    'repeatMarked',
  ]),
  text: z.string(),
  citation: citationSchema.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const HISTORY_NAMES: Readonly<Record<HistoryEntry['kind'], string>> = {
  received: '受理',
  answeredImmediately: '即办答复',
  directAttempt: '直办呼转',
  answeredDirectly: '直办答复',
  forwarded: '转办',
  refused: '不予受理',
  supplemented: '补充诉求',
  urged: '催办',
  replied: '答复',
  closed: '办结',
  accepted: '登记受理',
  dispatched: '派单',
  signed: '签收',
  returnRequested: '申请退单',
  returnDecided: '退单审核',
  extensionRequested: '申请延期',
  extensionDecided: '延期审批',
  leadNamed: '明确主办协办',
  met: '会议记录',
  colleagueAsked: '请单位协助',
  assisted: '协办意见',
  progress: '续报进展',
  contacted: '联系诉求人',
  callerReplied: '答复诉求人',
  resultReported: '上报结果',
  resultReviewed: '负责人审签',
  inspected: '质检',
  supervised: '督办',
  supervisionAnswered: '督办回复',
  submitted: '呈报领导',
  instructed: '领导批示',
  followedUp: '回访',
  sampled: '抽取回访',
  redone: '退回重办',
  reviewAsked: '申请复查复核',
  reviewDecided: '复查复核决定',
  transferred: '移送',
  merged: '并单',
  split: '拆单',
  markedSecret: '保密设置',
  recused: '回避',
  liabilityFlagged: '追责标记',
  corrected: '更正',
  printed: '打印',
  archived: '归档',
  reopened: '重新打开',
  redue: '期限重算',
  repeatMarked: '反复投诉标记',
};
