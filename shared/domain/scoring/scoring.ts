import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { callIdSchema } from '../ids.ts';
import { authorSchema } from '../people.ts';
import { formIdSchema } from './form.ts';
import { criterionSchema, planIdSchema } from './plan.ts';
import { resultSchema, sheetSchema } from './sheet.ts';

/**
 * open: to be scored, by its inspector or by whoever takes it; draft: begun. submitted: the operator may confirm or appeal
 * until `appealUntil`; lapsed: they did neither. upheld, corrected: how an appeal was decided. dropped: nobody scores it.
 */
export const scoringStateSchema = z.enum([
  'open',
  'draft',
  'submitted',
  'confirmed',
  'lapsed',
  'appealed',
  'upheld',
  'corrected',
  'dropped',
]);
export type ScoringState = z.infer<typeof scoringStateSchema>;

export const SCORING_STATE_NAMES: Readonly<Record<ScoringState, string>> = {
  open: '待评分',
  draft: '评分中',
  submitted: '待确认',
  confirmed: '已确认',
  lapsed: '逾期视为确认',
  appealed: '申诉中',
  upheld: '维持原分',
  corrected: '申诉改分',
  dropped: '已撤销',
};

/** What counts in results: a score that was handed in, whatever became of it. */
export const COUNTED_STATES = [
  'submitted',
  'confirmed',
  'lapsed',
  'appealed',
  'upheld',
  'corrected',
] as const satisfies readonly ScoringState[];

/** How a call came to be scored. */
export const scoringSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    planId: planIdSchema,
    planName: z.string(),
    drawId: z.uuid(),
    why: criterionSchema,
  }),
  z.object({ kind: z.literal('hand') }),
  z.object({ kind: z.literal('calibration'), calibrationId: z.uuid() }),
]);
export type ScoringSource = z.infer<typeof scoringSourceSchema>;

/** What of the call stays with its score when the recording is long gone. Never who called. */
export const scoredCallSchema = z.object({
  callId: callIdSchema,
  direction: z.enum(['inbound', 'outbound']),
  startedAt: instantSchema,
  /** Talk, seconds. */
  seconds: z.int().nonnegative(),
});
export type ScoredCall = z.infer<typeof scoredCallSchema>;

export const courseKindSchema = z.enum([
  'made',
  'assigned',
  'taken',
  'submitted',
  'confirmed',
  'lapsed',
  'appealed',
  'upheld',
  'corrected',
  'dropped',
]);
export const COURSE_NAMES: Readonly<Record<z.infer<typeof courseKindSchema>, string>> = {
  made: '抽取',
  assigned: '分配',
  taken: '领取',
  submitted: '提交评分',
  confirmed: '话务员确认',
  lapsed: '逾期视为确认',
  appealed: '话务员申诉',
  upheld: '申诉维持原分',
  corrected: '申诉支持，改分',
  dropped: '撤销',
};

/** One step of a scoring's course. `by` null: the clock. `total` as it stood afterwards. */
export const courseEntrySchema = z.object({
  at: instantSchema,
  by: authorSchema.nullable(),
  kind: courseKindSchema,
  note: z.string(),
  total: z.number().nullable(),
});

/** 申诉: what the operator says against it, and how it was decided. */
export const appealSchema = z.object({
  at: instantSchema,
  reasons: z.string(),
  /** Items and vetoes it is about. */
  about: z.array(z.string()),
  decision: z.object({ at: instantSchema, by: authorSchema, supported: z.boolean(), reasons: z.string() }).nullable(),
});
export type Appeal = z.infer<typeof appealSchema>;

/** 通话评分: one call looked at by one inspector by one version of a form. */
export const scoringSchema = z.object({
  id: z.uuid(),
  revision: z.int().positive(),
  state: scoringStateSchema,
  source: scoringSourceSchema,
  call: scoredCallSchema,
  agent: authorSchema,
  /** The agent's team when it was handed in; null: in none. */
  teamId: z.string().nullable(),
  formId: formIdSchema,
  formVersion: z.int().positive(),
  inspector: authorSchema.nullable(),
  madeAt: instantSchema,
  /** Until when it is to be scored. */
  due: instantSchema.nullable(),
  sheet: sheetSchema,
  /** When its inspector last saved it half-written; null: never. */
  savedAt: instantSchema.nullable().default(null),
  /** Of the sheet as it stands; null before it was handed in. */
  result: resultSchema.nullable(),
  submittedAt: instantSchema.nullable(),
  appealUntil: instantSchema.nullable(),
  appeal: appealSchema.nullable(),
  /** What was handed in first, where an appeal has changed it. */
  first: z.object({ sheet: sheetSchema, result: resultSchema }).nullable(),
  course: z.array(courseEntrySchema),
});
export type Scoring = z.infer<typeof scoringSchema>;

/** What a list shows of it. */
export const scoringRowSchema = scoringSchema
  .omit({ sheet: true, savedAt: true, appeal: true, first: true, course: true })
  .extend({ formName: z.string(), appealed: z.boolean() });
export type ScoringRow = z.infer<typeof scoringRowSchema>;

/** What somebody can do with a scoring as it stands. */
export const scoringActSchema = z.enum(['take', 'write', 'assign', 'drop', 'confirm', 'appeal', 'decide']);
export type ScoringAct = z.infer<typeof scoringActSchema>;

/** Somebody who may be chosen in a form's fields. */
export const scoringPersonSchema = authorSchema.extend({ teamId: z.string().nullable() });
