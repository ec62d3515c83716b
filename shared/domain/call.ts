import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { closedSchema, skillIdSchema } from './calls/settings.ts';
import { accountIdSchema, callIdSchema, unitIdSchema } from './ids.ts';
import { deviceSchema } from './phone.ts';

/** 签入 gives 示忙; from there 示闲, 小休 and back; 通话 and 话后整理 are entered by calls. */
export const agentStateSchema = z.enum(['signedOut', 'ready', 'busy', 'rest', 'ringing', 'talking', 'wrapUp']);
export type AgentState = z.infer<typeof agentStateSchema>;

export const AGENT_STATE_NAMES: Readonly<Record<AgentState, string>> = {
  signedOut: '未签入',
  ready: '示闲',
  busy: '示忙',
  rest: '小休',
  ringing: '振铃',
  talking: '通话',
  wrapUp: '话后整理',
};

export const restReasonSchema = z.enum(['meal', 'restroom', 'training', 'meeting', 'tired']);
export type RestReason = z.infer<typeof restReasonSchema>;

export const REST_REASON_NAMES: Readonly<Record<RestReason, string>> = {
  meal: '就餐',
  restroom: '如厕',
  training: '培训',
  meeting: '班会',
  tired: '情绪调节',
};

/** Why a leg or a call came to nothing. */
export const legCauseSchema = z.enum(['busy', 'noAnswer', 'declined', 'badNumber', 'hungUp', 'abandoned', 'linkLost']);
export type LegCause = z.infer<typeof legCauseSchema>;

export const LEG_CAUSE_NAMES: Readonly<Record<LegCause, string>> = {
  busy: '占线',
  noAnswer: '未接',
  declined: '拒接',
  badNumber: '空号',
  hungUp: '已挂断',
  abandoned: '来电放弃',
  linkLost: '线路中断',
};

export const legSchema = z.object({
  legId: z.string(),
  party: z.enum(['caller', 'agent', 'unit']),
  label: z.string(),
  number: z.string(),
  unitId: unitIdSchema.nullable(),
  state: z.enum(['dialing', 'ringing', 'talking', 'held', 'left', 'failed']),
  cause: legCauseSchema.nullable(),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type Leg = z.infer<typeof legSchema>;

export const callStateSchema = z.enum(['queued', 'ringing', 'talking', 'held', 'consulting', 'conference', 'ended']);
export type CallState = z.infer<typeof callStateSchema>;

/** A live call as the exchange has it; times are the exchange's own. Sent whole at every change, so a lost message is mended by the next one. */
export const liveCallSchema = z.object({
  callId: callIdSchema,
  direction: z.enum(['inbound', 'outbound']),
  callerNumber: z.string(),
  state: callStateSchema,
  muted: z.boolean(),
  /** `paused`: something sensitive is being said, and what is kept of it is silence. */
  recording: z.enum(['off', 'on', 'paused']).default('off'),
  /** Whom the operator hears now while a second leg exists. */
  consultWith: z.enum(['caller', 'unit']).nullable(),
  legs: z.array(legSchema),
  queuedAt: instantSchema,
  ringingAt: instantSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** `supervisor`: 强拆, or 拦截 for the operator whose place was taken. */
  endedBy: z.enum(['caller', 'agent', 'unit', 'exchange', 'supervisor']).nullable(),
});
export type LiveCall = z.infer<typeof liveCallSchema>;

/** What one operator's bar shows. */
export const telephonyViewSchema = z.object({
  agent: z.object({
    state: agentStateSchema,
    since: instantSchema,
    restReason: restReasonSchema.nullable(),
    wrapUpEndsAt: instantSchema.nullable(),
    /** 小休 asked for and not yet agreed to, where the centre wants a supervisor to. */
    restAsked: z.object({ reason: restReasonSchema, since: instantSchema }).nullish(),
  }),
  /** The operator's call, or the one that ended last until wrap-up is over. */
  call: liveCallSchema.nullable(),
  queue: z.object({
    waiting: z.int().nonnegative(),
    longestSince: instantSchema.nullable(),
    agentsReady: z.int().nonnegative(),
  }),
  /** Supervisors in the call of whom the operator is to know. */
  supervisors: z.array(z.object({ mode: z.enum(['listen', 'whisper', 'barge']) })).default([]),
  /** 求助班长: asked in this call and not closed; `taker` is the supervisor who has taken it on. */
  help: z.object({ since: instantSchema, taker: z.string().nullable() }).nullable().default(null),
  /** Whether the exchange can ring the operator's phone; null: not known, or nobody is signed in. */
  phone: z.enum(['online', 'offline']).nullable().default(null),
  /** The exchange's clock when this was made: timers count from here, not from the desk's clock. */
  at: instantSchema,
});
export type TelephonyView = z.infer<typeof telephonyViewSchema>;

/** What an operator's bar may ask of the exchange. */
export const agentCommandSchema = z.discriminatedUnion('type', [
  /** `device`: what the operator speaks through from the next call on; the desk says its own. */
  z.object({ type: z.literal('signIn'), device: deviceSchema.optional() }),
  z.object({ type: z.literal('signOut') }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('busy') }),
  z.object({ type: z.literal('rest'), reason: restReasonSchema }),
  z.object({ type: z.literal('extendWrapUp'), seconds: z.int().min(10).max(600) }),
  z.object({ type: z.literal('endWrapUp') }),
  /** Rings somebody, as for a 回访; the operator must be free. */
  z.object({ type: z.literal('dial'), number: z.string().min(3).max(30), label: z.string().max(60) }),
  z.object({ type: z.literal('answer') }),
  z.object({ type: z.literal('hangUp') }),
  z.object({ type: z.literal('mute') }),
  z.object({ type: z.literal('unmute') }),
  /** While the caller says what must not be kept, such as a password. */
  z.object({ type: z.literal('pauseRecording') }),
  z.object({ type: z.literal('resumeRecording') }),
  z.object({ type: z.literal('hold') }),
  z.object({ type: z.literal('retrieve') }),
  z.object({
    type: z.literal('consult'),
    unitId: unitIdSchema.nullable(),
    number: z.string().min(3).max(30),
    label: z.string().max(60),
  }),
  z.object({ type: z.literal('cancelConsult') }),
  z.object({ type: z.literal('toggle') }),
  z.object({ type: z.literal('conference') }),
  z.object({ type: z.literal('completeTransfer') }),
  z.object({
    type: z.literal('blindTransfer'),
    unitId: unitIdSchema.nullable(),
    number: z.string().min(3).max(30),
    label: z.string().max(60),
  }),
  /** 求助班长, during a call; ends with it. */
  z.object({ type: z.literal('askHelp') }),
  z.object({ type: z.literal('endHelp') }),
  /** Keys for whoever is spoken to: a unit's own menu. */
  z.object({ type: z.literal('dtmf'), digits: z.string().regex(/^[0-9*#]{1,20}$/) }),
]);
export type AgentCommand = z.infer<typeof agentCommandSchema>;

/** The call an order came from. `manual`: entered by hand (补录) because the exchange could not be asked, with the time the operator states. */
export const callRefSchema = z.discriminatedUnion('source', [
  z.object({
    source: z.literal('exchange'),
    callId: callIdSchema,
    number: z.string().max(30),
    startedAt: instantSchema,
    answeredAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
  }),
  z.object({
    source: z.literal('manual'),
    number: z.string().max(30),
    startedAt: instantSchema,
    endedAt: instantSchema.nullable(),
    reason: z.string().max(200),
  }),
]);
export type CallRef = z.infer<typeof callRefSchema>;

/** How a 直办 leg came out: 答复, 未接, 拒接, 占线, 空号, or given up and made a work order. */
export const directOutcomeSchema = z.enum(['answered', 'noAnswer', 'declined', 'busy', 'badNumber', 'notSolved']);
export type DirectOutcome = z.infer<typeof directOutcomeSchema>;

export const DIRECT_OUTCOME_NAMES: Readonly<Record<DirectOutcome, string>> = {
  answered: '已答复',
  noAnswer: '未接',
  declined: '拒接',
  busy: '占线',
  badNumber: '空号',
  notSolved: '未能答复',
};

export const directAttemptSchema = z.object({
  unitId: unitIdSchema,
  contactName: z.string().max(40),
  phone: z.string().max(30),
  startedAt: instantSchema,
  /** When the unit lifted the receiver, by the exchange; null where nobody did, or nobody saw it. */
  answeredAt: instantSchema.nullable().default(null),
  endedAt: instantSchema,
  outcome: directOutcomeSchema,
});
export type DirectAttempt = z.infer<typeof directAttemptSchema>;

/** What a record could not learn: the exchange was not heard, or this service was not there. */
export const unknownFactSchema = z.enum(['endedAt', 'answeredAt', 'outcome']);
export type UnknownFact = z.infer<typeof unknownFactSchema>;

/** refused: turned away outside the hours or by a block; unreached: rung from here and not answered. */
export const callOutcomeSchema = z.enum(['answered', 'abandoned', 'refused', 'unreached']);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

/** A finished call, as the centre keeps it. */
export const callRecordSchema = z.object({
  callId: callIdSchema,
  direction: z.enum(['inbound', 'outbound']),
  callerNumber: z.string(),
  /** The number that was called, with the caller's choice. */
  dialled: z.string(),
  /** Who served the caller last. */
  agentId: accountIdSchema.nullable(),
  /** Everybody who has spoken in it. */
  agents: z.array(accountIdSchema),
  queuedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  endedBy: liveCallSchema.shape.endedBy,
  outcome: callOutcomeSchema,
  /** Why it was refused. */
  closed: closedSchema.nullable(),
  skillId: skillIdSchema.nullable(),
  /** Every line there was, with its times and what came of it. */
  legs: z.array(legSchema),
  unknown: z.array(unknownFactSchema),
});
export type CallRecord = z.infer<typeof callRecordSchema>;
