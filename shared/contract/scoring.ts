import { z } from 'zod';
import { accountIdSchema, callIdSchema, orderIdSchema } from '../domain/ids.ts';
import { authorSchema } from '../domain/people.ts';
import { calibrationSchema, deviationsSchema } from '../domain/scoring/calibration.ts';
import { formContentSchema, formIdSchema, scoringFormSchema } from '../domain/scoring/form.ts';
import { drawSchema, planContentSchema, planIdSchema, samplingPlanSchema } from '../domain/scoring/plan.ts';
import { resultsQuerySchema, resultsSchema, scoreFiguresSchema } from '../domain/scoring/results.ts';
import {
  scoringActSchema,
  scoringPersonSchema,
  scoringRowSchema,
  scoringSchema,
  scoringStateSchema,
} from '../domain/scoring/scoring.ts';
import { resultSchema, sheetSchema } from '../domain/scoring/sheet.ts';
import { instantSchema } from '../instant.ts';
import { procedure } from './base.ts';
import { recordingSchema } from './calls.ts';

const count = z.int().nonnegative();
const reasons = z.string().trim().min(2, '请写明理由').max(1000);
const revision = z.int().positive();
const id = z.object({ id: z.uuid() });
/** The revision it was read at: whoever was second hears SCORING_CHANGED. */
const atRevision = id.extend({ revision });

/** What a draw gives when it is made again from what was kept, and whether its calls are still those of the period. */
const redrawSchema = z.object({
  same: z.boolean(),
  chosen: z.array(callIdSchema),
  /** Calls of the period now that were not among them then, and the other way round. */
  appeared: count,
  vanished: count,
});

/** What a list is asked for; empty lists and nulls: all. Newest first. */
export const scoringListInputSchema = z.object({
  /** toScore: mine to score and what anybody may take; mine: I am its inspector; ofMe: my calls; appeals: to be decided; all. */
  view: z.enum(['toScore', 'mine', 'ofMe', 'appeals', 'all']),
  states: z.array(scoringStateSchema),
  agentId: accountIdSchema.nullable(),
  planId: planIdSchema.nullable(),
  /** Days (Beijing) on which it was handed in; both count. */
  submittedFrom: z.iso.date().nullable(),
  submittedTo: z.iso.date().nullable(),
  after: z.object({ madeAt: instantSchema, id: z.uuid() }).nullable(),
});
export type ScoringListInput = z.infer<typeof scoringListInputSchema>;

/** Everything that is needed to score, or to read a score. */
const scoringDetailSchema = z.object({
  scoring: scoringSchema,
  form: scoringFormSchema,
  /** Orders written in the call that this reader may see. */
  orders: z.array(z.object({ id: orderIdSchema, number: z.string() })),
  /** Heard through `calls.openRecording`, which asks why. A deleted one says so; empty: none, or not for this reader. */
  recordings: z.array(recordingSchema),
  /** What this reader can do with it now. */
  acts: z.array(scoringActSchema),
});
export type ScoringDetail = z.infer<typeof scoringDetailSchema>;

/** A calibration as this reader may have it. */
const calibrationDetailSchema = z.object({
  calibration: calibrationSchema,
  form: scoringFormSchema,
  orders: z.array(z.object({ id: orderIdSchema, number: z.string() })),
  recordings: z.array(recordingSchema),
  /** The reader's own scoring in it, to be opened like any other; null: they do not score. */
  ownId: z.uuid().nullable(),
  handedIn: count,
  /** Empty while each scores alone; afterwards every sheet that was handed in. */
  sheets: z.array(z.object({ inspector: authorSchema, sheet: sheetSchema, result: resultSchema })),
  deviations: deviationsSchema.nullable(),
  /** The reader may end the scoring, or fix the reference. */
  leads: z.boolean(),
});
export type CalibrationDetail = z.infer<typeof calibrationDetailSchema>;

const settingsSchema = z.object({
  inspectors: z.array(authorSchema),
  agents: z.array(scoringPersonSchema),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** 通话评分 (话务质检): how operators speak with callers. The centre has to be there for all of it. */
export const scoring = {
  /** Who can be chosen: inspectors, operators, teams. For whoever scores, decides or keeps. */
  people: procedure.route({ method: 'GET', path: '/scoring/people' }).output(settingsSchema),

  /** All versions of all forms, newest first. For whoever scores, decides or keeps. */
  forms: procedure.route({ method: 'GET', path: '/scoring/forms' }).output(z.array(scoringFormSchema)),
  /**
   * Writes the draft: of a new form (`base` null), or of the next version of an existing one. `base` is the newest version
   * as it was read. For whoever keeps.
   */
  saveForm: procedure
    .route({ path: '/scoring/forms' })
    .input(
      z.object({
        base: z.object({ formId: formIdSchema, version: z.int().positive(), revision }).nullable(),
        content: formContentSchema,
      }),
    )
    .output(scoringFormSchema),
  /** 启用 from a day on, today at the earliest; from then on it is never changed. */
  releaseForm: procedure
    .route({ path: '/scoring/forms/release' })
    .input(z.object({ formId: formIdSchema, version: z.int().positive(), revision, from: z.iso.date() }))
    .output(scoringFormSchema),
  /** 停用: nothing more is drawn by it; what was begun is scored to its end. A draft is thrown away. */
  retireForm: procedure
    .route({ path: '/scoring/forms/retire' })
    .input(z.object({ formId: formIdSchema, version: z.int().positive(), revision }))
    .output(z.object({})),

  plans: procedure.route({ method: 'GET', path: '/scoring/plans' }).output(z.array(samplingPlanSchema)),
  /** For whoever keeps. */
  savePlan: procedure
    .route({ path: '/scoring/plans' })
    .input(z.object({ base: z.object({ planId: planIdSchema, revision }).nullable(), content: planContentSchema }))
    .output(samplingPlanSchema),
  /** What a plan would draw from the last period that is over, saved or not; changes nothing. For whoever keeps. */
  previewPlan: procedure
    .route({ path: '/scoring/plans/preview' })
    .input(z.object({ planId: planIdSchema.nullable(), content: planContentSchema }))
    .output(
      z.object({
        from: z.iso.date(),
        to: z.iso.date(),
        population: count,
        drawn: count,
        /** As many as there are criteria. */
        byCriterion: z.array(count),
        unassigned: count,
      }),
    ),
  /** Draws the last period that is over at once instead of waiting for the clock. Once per period. For whoever keeps. */
  draw: procedure
    .route({ path: '/scoring/plans/draw' })
    .input(z.object({ planId: planIdSchema }))
    .output(drawSchema),
  draws: procedure
    .route({ path: '/scoring/draws' })
    .input(z.object({ planId: planIdSchema.nullable() }))
    .output(z.array(drawSchema)),
  /** Makes a draw again, to show that it was fair; changes nothing. */
  redraw: procedure
    .route({ path: '/scoring/draws/again' })
    .input(z.object({ drawId: z.uuid() }))
    .output(redrawSchema),

  list: procedure
    .route({ path: '/scoring/list' })
    .input(scoringListInputSchema)
    .output(z.object({ rows: z.array(scoringRowSchema), more: z.boolean() })),
  /** For its inspector, its operator once it is handed in, and whoever decides or reads all. */
  get: procedure.route({ path: '/scoring/get' }).input(id).output(scoringDetailSchema),
  /** 领取 of one that is nobody's; of two who ask, one gets it. */
  take: procedure.route({ path: '/scoring/take' }).input(id).output(scoringRowSchema),
  /** An inspector picks a call themselves. */
  takeCall: procedure
    .route({ path: '/scoring/take-call' })
    .input(z.object({ callId: callIdSchema, formId: formIdSchema }))
    .output(scoringRowSchema),
  assign: procedure
    .route({ path: '/scoring/assign' })
    .input(atRevision.extend({ inspectorId: accountIdSchema }))
    .output(scoringRowSchema),
  drop: procedure.route({ path: '/scoring/drop' }).input(atRevision.extend({ reasons })).output(z.object({})),
  /** Keeps what is written so far; the form's rules are asked only when it is handed in. */
  saveDraft: procedure
    .route({ path: '/scoring/draft' })
    .input(atRevision.extend({ sheet: sheetSchema }))
    .output(z.object({ revision, savedAt: instantSchema })),
  /** 提交. The operator is told. Refused with what is missing in `detail`. */
  submit: procedure
    .route({ path: '/scoring/submit' })
    .input(atRevision.extend({ sheet: sheetSchema }))
    .output(scoringSchema),
  /** By the operator. */
  confirm: procedure.route({ path: '/scoring/confirm' }).input(atRevision).output(z.object({})),
  appeal: procedure
    .route({ path: '/scoring/appeal' })
    .input(atRevision.extend({ reasons, about: z.array(z.string().max(40)).max(60) }))
    .output(z.object({})),
  /** By somebody else than whoever scored. `sheet`: as corrected, where the appeal is supported; null: 维持. */
  decide: procedure
    .route({ path: '/scoring/decide' })
    .input(atRevision.extend({ reasons, sheet: sheetSchema.nullable() }))
    .output(scoringSchema),
  /** One's own results as an operator, for 我的工作. Both days count. */
  own: procedure
    .route({ path: '/scoring/own' })
    .input(z.object({ from: z.iso.date(), to: z.iso.date() }))
    .output(z.object({ figures: scoreFiguresSchema, toConfirm: count, rows: z.array(scoringRowSchema) })),

  /** For whoever scores or decides; those one neither leads nor scores in only once they lie open. */
  calibrations: procedure
    .route({ method: 'GET', path: '/scoring/calibrations' })
    .output(z.array(calibrationSchema.extend({ handedIn: count }))),
  calibration: procedure.route({ path: '/scoring/calibrations/get' }).input(id).output(calibrationDetailSchema),
  /** For whoever decides: they lead it, and do not score in it. */
  openCalibration: procedure
    .route({ path: '/scoring/calibrations/open' })
    .input(
      z.object({
        name: z.string().trim().min(1, '请填写名称').max(40),
        callId: callIdSchema,
        formId: formIdSchema,
        inspectors: z.array(accountIdSchema).min(2, '至少两名质检员').max(30),
      }),
    )
    .output(calibrationSchema),
  /** Lays the sheets open. Those who have not handed in by then do not take part any more. */
  discuss: procedure.route({ path: '/scoring/calibrations/discuss' }).input(atRevision).output(calibrationSchema),
  /** 定基准分. */
  fixReference: procedure
    .route({ path: '/scoring/calibrations/fix' })
    .input(atRevision.extend({ sheet: sheetSchema, note: z.string().trim().max(1000) }))
    .output(calibrationSchema),

  /** For whoever scores or decides. */
  results: procedure.route({ path: '/scoring/results' }).input(resultsQuerySchema).output(resultsSchema),
};
