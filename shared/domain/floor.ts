import { z } from 'zod';
import { deskStateSchema } from '../hall/desk-state.ts';
import { instantSchema } from '../instant.ts';
import { agentStateSchema, callStateSchema, restReasonSchema, telephonyViewSchema } from './call.ts';
import { agentSkillSchema } from './calls/settings.ts';
import { accountIdSchema, callIdSchema } from './ids.ts';
import { categorySchema } from './order.ts';
import { jobNumberSchema } from './people.ts';
import { deviceSchema } from './phone.ts';

/** 侦听 hears all and is heard by none; 耳语 is heard by the operator alone; 插入 is heard by everybody. */
export const monitorModeSchema = z.enum(['listen', 'whisper', 'barge']);
export type MonitorMode = z.infer<typeof monitorModeSchema>;

const personSchema = z.object({ accountId: accountIdSchema, jobNumber: jobNumberSchema, name: z.string() });

/** An operator's call as the shift supervisor's floor shows it; the number is masked. */
const floorCallSchema = z.object({
  callId: callIdSchema,
  direction: z.enum(['inbound', 'outbound']),
  number: z.string(),
  state: callStateSchema,
  since: instantSchema,
  muted: z.boolean(),
  /** Who else is on the line, by name. */
  others: z.array(z.string()),
  /** Supervisors in it. */
  monitors: z.array(personSchema.extend({ mode: monitorModeSchema })),
});
export type FloorCall = z.infer<typeof floorCallSchema>;

const floorAgentSchema = personSchema.extend({
  state: agentStateSchema,
  since: instantSchema,
  restReason: restReasonSchema.nullable(),
  wrapUpEndsAt: instantSchema.nullable(),
  /** Whether their phone can be rung; null: not known. */
  phone: z.enum(['online', 'offline']).nullable().default(null),
  call: floorCallSchema.nullable(),
  /** Asked for a supervisor at this time, and nobody has closed it. */
  helpSince: instantSchema.nullable(),
  /** 小休 asked for and not yet agreed to. */
  restAsked: z.object({ reason: restReasonSchema, since: instantSchema }).nullable(),
  /** Today's calls and how long they spoke, ms. */
  day: z.object({ calls: z.int().nonnegative(), talkMs: z.number().nonnegative() }),
  skills: z.array(agentSkillSchema),
  /** Null: no desk of theirs has been heard of. */
  desk: deskStateSchema.nullable(),
});

/** The room of operators as it is now. Sent whole at every change, like the bars. */
export const floorSchema = z.object({
  agents: z.array(floorAgentSchema),
  queue: telephonyViewSchema.shape.queue,
  /** Callers for whom no phone rings, longest first; numbers masked. */
  waiting: z.array(z.object({ callId: callIdSchema, number: z.string(), since: instantSchema })),
  /** What this exchange lets a supervisor do. */
  abilities: z.object({ monitor: z.array(monitorModeSchema), takeOver: z.boolean() }),
  /** The exchange's clock when this was made. */
  at: instantSchema,
});
export type Floor = z.infer<typeof floorSchema>;

/** What an operator has written so far, as they show it to the supervisor whom they asked for. */
export const sharedDraftSchema = z.object({
  category: categorySchema.nullable(),
  subject: z.string().max(200),
  content: z.string().max(10_000),
  place: z.string().max(400),
  accused: z.string().max(320),
  unit: z.string().max(200),
  urgent: z.boolean(),
  secret: z.boolean(),
  callerName: z.string().max(100),
  callerPhone: z.string().max(40),
  callerAddress: z.string().max(400),
});
export type SharedDraft = z.infer<typeof sharedDraftSchema>;

/** A 求助 as supervisors have it. */
export const helpSchema = z.object({
  callId: callIdSchema,
  agent: personSchema,
  number: z.string(),
  since: instantSchema,
  /** The supervisor who has taken it on; null while nobody has. */
  taker: z.string().nullable(),
  /** Masked as far as the reader's grants ask for it; null before anything was written or where it is not theirs to see. */
  draft: sharedDraftSchema.nullable(),
  /** The draft is 保密 and the reader may not see such. */
  withheld: z.boolean(),
});
export type Help = z.infer<typeof helpSchema>;

/** What the supervisor speaks through; the desk says its own. */
const through = { device: deviceSchema.optional() };

/** What a shift supervisor may do to a call or to somebody's state. */
export const floorCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('monitor'), callId: callIdSchema, mode: monitorModeSchema, ...through }),
  z.object({ type: z.literal('stopMonitor'), callId: callIdSchema }),
  z.object({ type: z.literal('takeOver'), callId: callIdSchema, ...through }),
  /** 代接 a caller who waits: rings the supervisor. */
  z.object({ type: z.literal('pick'), callId: callIdSchema, ...through }),
  z.object({ type: z.literal('forceHangUp'), callId: callIdSchema, reason: z.string().trim().min(1).max(200) }),
  z.object({ type: z.literal('forceBusy'), agent: accountIdSchema }),
  z.object({ type: z.literal('forceReady'), agent: accountIdSchema }),
  z.object({ type: z.literal('endWrapUp'), agent: accountIdSchema }),
  z.object({ type: z.literal('forceSignOut'), agent: accountIdSchema }),
  z.object({ type: z.literal('message'), agent: accountIdSchema, text: z.string().trim().min(1).max(200) }),
  z.object({ type: z.literal('agreeRest'), agent: accountIdSchema }),
  z.object({ type: z.literal('refuseRest'), agent: accountIdSchema }),
  z.object({ type: z.literal('takeHelp'), callId: callIdSchema }),
  z.object({ type: z.literal('closeHelp'), callId: callIdSchema }),
]);
export type FloorCommand = z.infer<typeof floorCommandSchema>;
