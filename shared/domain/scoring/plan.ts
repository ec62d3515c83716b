import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { accountIdSchema, callIdSchema } from '../ids.ts';
import { callOutcomeSchema } from '../order.ts';
import { authorSchema } from '../people.ts';
import { formIdSchema } from './form.ts';

const count = z.int().min(1).max(1000);

/** One way of choosing calls. They are followed in their order, and a call that one has chosen is not chosen again. */
export const criterionSchema = z.discriminatedUnion('kind', [
  /** So many of a hundred calls of the period. */
  z.object({ kind: z.literal('share'), percent: z.number().min(0.1).max(100) }),
  z.object({ kind: z.literal('number'), count }),
  /** Every operator who took calls has at least so many, those that other criteria have chosen included. */
  z.object({ kind: z.literal('perAgent'), count: z.int().min(1).max(100) }),
  /** The same for operators in their first days; `days` since their account was made. */
  z.object({ kind: z.literal('newStaff'), days: z.int().min(1).max(365), count: z.int().min(1).max(100) }),
  /** Calls whose caller's 不满意 was written down at a 回访 in the period, so many at most. */
  z.object({ kind: z.literal('dissatisfied'), count }),
  /** Spoken for longer than so many minutes. */
  z.object({ kind: z.literal('long'), minutes: z.int().min(1).max(600), count }),
  /** By how the call ended. */
  z.object({ kind: z.literal('outcome'), outcome: callOutcomeSchema, count }),
]);
export type Criterion = z.infer<typeof criterionSchema>;
export type CriterionKind = Criterion['kind'];

export const CRITERION_NAMES: Readonly<Record<CriterionKind, string>> = {
  share: '随机比例',
  number: '随机件数',
  perAgent: '每人至少',
  newStaff: '新员工',
  dissatisfied: '不满意来电',
  long: '超长通话',
  outcome: '按办理方式',
};

export const periodKindSchema = z.enum(['day', 'week', 'month']);
export type PeriodKind = z.infer<typeof periodKindSchema>;

export const PERIOD_NAMES: Readonly<Record<PeriodKind, string>> = { day: '每日', week: '每周', month: '每月' };

export const planIdSchema = z.uuid();

/** 抽检计划, as its keepers write it. */
export const planContentSchema = z.object({
  name: z.string().trim().min(1, '请填写名称').max(40),
  formId: formIdSchema,
  /** When a period is over its calls are drawn. A week begins on Monday. */
  every: periodKindSchema,
  criteria: z.array(criterionSchema).min(1, '至少有一项抽取条件').max(12),
  /** A team of the hall's settings whose calls it is about; null: everybody's. */
  teamId: z.string().max(40).nullable(),
  /** Who gets the calls, turn by turn; empty: whoever may score. */
  inspectors: z.array(accountIdSchema).max(200),
  /** Working days in which what was drawn is to be scored. */
  dueDays: z.int().min(1).max(60),
  enabled: z.boolean(),
});
export type PlanContent = z.infer<typeof planContentSchema>;

export const samplingPlanSchema = z.object({
  planId: planIdSchema,
  revision: z.int().positive(),
  content: planContentSchema,
  /** Since when it draws without a break; null while it does not. Periods that ended before are not made up for. */
  enabledSince: instantSchema.nullable(),
  by: authorSchema,
  at: instantSchema,
});
export type SamplingPlan = z.infer<typeof samplingPlanSchema>;

/** A call that could be drawn, with what the criteria ask about it. */
export const candidateSchema = z.object({
  callId: callIdSchema,
  agentId: accountIdSchema,
  /** False where it is from before the period and its caller's dissatisfaction came to be known in it. */
  inPeriod: z.boolean(),
  /** Talk, seconds. */
  seconds: z.int().nonnegative(),
  /** Days since the operator's account was made, at the end of the period. */
  agentDays: z.int().nonnegative(),
  dissatisfied: z.boolean(),
  outcomes: z.array(callOutcomeSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** A drawn call and which criterion of the plan (by its place) chose it. */
export const chosenSchema = z.object({ callId: callIdSchema, criterion: z.int().nonnegative() });
export type Chosen = z.infer<typeof chosenSchema>;

/** One draw of a plan: what it was made from, so that anybody can make it again. */
export const drawSchema = z.object({
  id: z.uuid(),
  planId: planIdSchema,
  planName: z.string(),
  /** First and last day of the period drawn from. */
  from: z.iso.date(),
  to: z.iso.date(),
  at: instantSchema,
  /** Null: the clock. */
  by: authorSchema.nullable(),
  seed: z.string(),
  population: z.int().nonnegative(),
  drawn: z.int().nonnegative(),
  /** Drawn, and without an inspector who may have them. */
  unassigned: z.int().nonnegative(),
});
export type Draw = z.infer<typeof drawSchema>;
