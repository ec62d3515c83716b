import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { deadlineSchema } from '../policy/deadline.ts';
import { callRefSchema } from './call.ts';
import { complexitySchema } from './channel.ts';
import { accountIdSchema, orderIdSchema, unitIdSchema } from './ids.ts';
import { authorSchema } from './people.ts';

/** Who did something and when: the stamp on every step of an order's life. */
const stamp = { at: instantSchema, by: authorSchema };

/**
 * A signature under a decision. `mark` is the typed name or, drawn, the strokes as an SVG path; `seal` is the SHA-256
 * over the order, what was signed, the mark, the account and the time, so that a changed word shows.
 */
export const signatureSchema = z.object({
  ...stamp,
  kind: z.enum(['typed', 'drawn']),
  mark: z.string().min(1).max(20_000),
  /** Lower-case hex. */
  seal: z.string().length(64),
});
export type Signature = z.infer<typeof signatureSchema>;

/** What a person gives when they sign; the rest is stamped by the decision. */
export const signingSchema = signatureSchema.pick({ kind: true, mark: true });
export type Signing = z.infer<typeof signingSchema>;

/** A unit that assists the lead unit (协办), with a limit of its own. T11, H9. */
export const assistantSchema = z.object({
  unitId: unitIdSchema,
  task: z.string(),
  due: instantSchema.nullable(),
  askedAt: instantSchema,
  /** The unit that has the order and asked by itself (请单位协助); null: named by the centre, and counts among the units. */
  askedBy: unitIdSchema.nullable().default(null),
  answer: z.object({ ...stamp, text: z.string() }).nullable(),
});
export type Assistant = z.infer<typeof assistantSchema>;

/** A unit's wish to give an order back (退单), and what the centre said. T7. */
export const returnRequestSchema = z.object({
  ...stamp,
  unitId: unitIdSchema,
  reason: z.string(),
  basis: z.string(),
  /** Asked after the days the text allows: counts as overdue handling. */
  late: z.boolean(),
  decision: z.object({ ...stamp, agreed: z.boolean(), reason: z.string() }).nullable(),
});
export type ReturnRequest = z.infer<typeof returnRequestSchema>;

/** A unit's wish for more time (延期). T9, Z8, Z9, H9. */
export const extensionRequestSchema = z.object({
  ...stamp,
  reason: z.string(),
  /** Working days asked for. */
  days: z.int().positive(),
  signature: signatureSchema.nullable(),
  decision: z
    .object({ ...stamp, agreed: z.boolean(), reason: z.string(), days: z.int().positive().nullable() })
    .nullable(),
});
export type ExtensionRequest = z.infer<typeof extensionRequestSchema>;

export const contactHowSchema = z.enum(['phone', 'sms', 'visit', 'written', 'online']);
export type ContactHow = z.infer<typeof contactHowSchema>;
export const CONTACT_HOW_NAMES: Readonly<Record<ContactHow, string>> = {
  phone: '电话',
  sms: '短信',
  visit: '上门',
  written: '书面',
  online: '原渠道',
};

/** What the caller was told, by whom and how. J9, J22, T12. */
export const callerReplySchema = z.object({
  ...stamp,
  how: contactHowSchema,
  reached: z.boolean(),
  text: z.string(),
  /** For a suggestion: taken up or not, and what follows. J22, H14. */
  adoption: z.object({ adopted: z.boolean(), reason: z.string(), nextSteps: z.string() }).nullable(),
});
export type CallerReply = z.infer<typeof callerReplySchema>;

/** A word with the caller before there is an answer: what they mean, that it is being looked into. H4, Z5. */
const contactSchema = z.object({ ...stamp, how: contactHowSchema, reached: z.boolean(), text: z.string() });

/** What a unit tells of a matter that takes its time (续报). T10, H14. */
const progressSchema = z.object({ ...stamp, text: z.string() });

export const findingSchema = z.enum(['proven', 'partly', 'unproven', 'notApplicable']);
export const FINDING_NAMES: Readonly<Record<z.infer<typeof findingSchema>, string>> = {
  proven: '属实',
  partly: '部分属实',
  unproven: '不属实',
  notApplicable: '不涉及核查',
};

/** The unit's report on what was done (办理结果). H5, T12, Z9. */
export const resultSchema = z.object({
  ...stamp,
  text: z.string(),
  finding: findingSchema,
  /** 整改措施; empty where nothing was proven. Z14. */
  measures: z.string(),
  review: z
    .object({ ...stamp, approved: z.boolean(), reason: z.string(), signature: signatureSchema.nullable() })
    .nullable(),
});
export type Result = z.infer<typeof resultSchema>;

/** The check of a reply by its three questions. H5. */
export const inspectionSchema = z.object({
  ...stamp,
  /** 事实清楚 */
  facts: z.boolean(),
  /** 定性准确 */
  nature: z.boolean(),
  /** 处理到位 */
  handled: z.boolean(),
  reason: z.string(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** 督办 with its trigger, its form and the unit's answer. T13. */
export const supervisionSchema = z.object({
  ...stamp,
  trigger: z.string(),
  form: z.string(),
  text: z.string(),
  answer: z.object({ ...stamp, text: z.string() }).nullable(),
});

export const meetingSchema = z.object({
  ...stamp,
  heldAt: instantSchema,
  attendees: z.string(),
  text: z.string(),
});

/** 呈办: the special report (工作专报) and the leaders' instruction (批示). H10, Z8. */
export const submissionSchema = z.object({
  ...stamp,
  report: z.string(),
  to: z.string(),
  instruction: z.object({ ...stamp, text: z.string(), signature: signatureSchema }).nullable(),
});

export const ratingSchema = z.enum(['satisfied', 'mostlySatisfied', 'neutral', 'dissatisfied']);
export type Rating = z.infer<typeof ratingSchema>;
export const RATING_NAMES: Readonly<Record<Rating, string>> = {
  satisfied: '满意',
  mostlySatisfied: '比较满意',
  neutral: '一般',
  dissatisfied: '不满意',
};

/** One try at 回访. T15, Z10. */
export const followUpSchema = z.object({
  ...stamp,
  reached: z.boolean(),
  rating: ratingSchema.nullable(),
  /** Whether the dissatisfaction is reasonable (诉求合理); only then the order goes back. T15. */
  reasonable: z.boolean().nullable(),
  note: z.string(),
  call: callRefSchema.nullable(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

/** Sent back to be done again (重办). */
export const redoSchema = z.object({
  ...stamp,
  source: z.enum(['leaderReview', 'inspection', 'followUp', 'review', 'supervision']),
  unitId: unitIdSchema,
  reason: z.string(),
});
export type Redo = z.infer<typeof redoSchema>;

/** 复查 (level 1) and 复核 (level 2), which a dissatisfied caller may ask for. H12. */
export const callerReviewSchema = z.object({
  ...stamp,
  level: z.union([z.literal(1), z.literal(2)]),
  reason: z.string(),
  decision: z.object({ ...stamp, proper: z.boolean(), text: z.string() }).nullable(),
});

/** A note that somebody may have to answer for how an order was handled. T18, J15, A6, A7, Z11. */
export const liabilityNoteSchema = z.object({
  ...stamp,
  flagId: z.string(),
  name: z.string(),
  unitId: unitIdSchema.nullable(),
  text: z.string(),
});

/** A corrected slip of the pen, with what stood there before. Z11 forbids to alter evidence: nothing is overwritten without this. */
export const correctionSchema = z.object({
  ...stamp,
  field: z.enum(['content', 'wish', 'place', 'callerName', 'callerPhone', 'accusedUnit', 'accusedPerson']),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
});
export type Correction = z.infer<typeof correctionSchema>;

const turnSchema = z.object({
  extensions: z.int().nonnegative(),
  replies: z.int().nonnegative(),
  followUps: z.int().nonnegative(),
  reviews: z.int().nonnegative(),
  progress: z.int().nonnegative().default(0),
});
const NO_TURN = { extensions: 0, replies: 0, followUps: 0, reviews: 0, progress: 0 };

/** Everything that happens to an order after the call: empty for one answered at once. */
export const lifeSchema = z.object({
  complexity: complexitySchema,
  /** When the unit that has it now got it (接到工单): where its clock starts. */
  dispatchedAt: instantSchema.nullable(),
  signed: z.object(stamp).nullable(),
  /** The first limit the caller was given; stays when a return or an extension sets another. T7. */
  firstDeadline: deadlineSchema.nullable(),
  assistants: z.array(assistantSchema).max(20),
  returns: z.array(returnRequestSchema).max(50),
  extensions: z.array(extensionRequestSchema).max(10),
  contacts: z.array(contactSchema).max(50).default([]),
  /** 立案, as it was dispatched: the unit has to enter the procedure and say so. T10. */
  filing: z.boolean().default(false),
  /** 续报: what the unit has told of the way there. T10. */
  progress: z.array(progressSchema).max(100).default([]),
  replies: z.array(callerReplySchema).max(50),
  result: resultSchema.nullable(),
  inspections: z.array(inspectionSchema).max(50),
  supervisions: z.array(supervisionSchema).max(100),
  meetings: z.array(meetingSchema).max(50),
  submission: submissionSchema.nullable(),
  followUps: z.array(followUpSchema).max(50),
  /** Drawn for 回访 in this turn, where the city asks only a sample. H6, H15. */
  sampled: z
    .object({ ...stamp, sampleId: z.uuid() })
    .nullable()
    .default(null),
  /** The centre has found that the caller complains of one matter month after month; for people to look into. T18. */
  repeated: z
    .object({ at: instantSchema, from: z.string(), to: z.string(), months: z.int().positive() })
    .nullable()
    .default(null),
  redos: z.array(redoSchema).max(50),
  reviews: z.array(callerReviewSchema).max(10),
  transfer: z
    .object({ ...stamp, body: z.enum(['discipline', 'judicial', 'competent']), name: z.string(), reason: z.string() })
    .nullable(),
  /** 并单: the order that goes on for this one. */
  mergedInto: orderIdSchema.nullable(),
  /** 拆单: the order this one was taken out of. */
  splitFrom: orderIdSchema.nullable(),
  /** Who may not see or touch it (回避). J5. */
  recused: z.array(z.object({ ...stamp, accountId: accountIdSchema, reason: z.string() })).max(50),
  liability: z.array(liabilityNoteSchema).max(50),
  corrections: z.array(correctionSchema).max(100),
  archived: z.object(stamp).nullable(),
  /**
   * How many of each were there before the unit got the order (anew): a new turn begins with none of them, so that
   * extensions, replies and ratings of the turn before are not taken for this one's. T7, T15.
   */
  earlier: turnSchema.default(NO_TURN),
});
export type Life = z.infer<typeof lifeSchema>;

/** An order's life before anything has happened in it. */
export const EMPTY_LIFE: Life = {
  complexity: 'clear',
  dispatchedAt: null,
  signed: null,
  firstDeadline: null,
  assistants: [],
  returns: [],
  extensions: [],
  contacts: [],
  filing: false,
  progress: [],
  replies: [],
  result: null,
  inspections: [],
  supervisions: [],
  meetings: [],
  submission: null,
  followUps: [],
  sampled: null,
  repeated: null,
  redos: [],
  reviews: [],
  transfer: null,
  mergedInto: null,
  splitFrom: null,
  recused: [],
  liability: [],
  corrections: [],
  archived: null,
  earlier: NO_TURN,
};
