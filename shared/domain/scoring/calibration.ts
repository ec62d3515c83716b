import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { authorSchema } from '../people.ts';
import { formIdSchema } from './form.ts';
import { scoredCallSchema } from './scoring.ts';
import { resultSchema, sheetSchema } from './sheet.ts';

/** scoring: each sees only their own; discussing: all sheets lie open; fixed: the lead has set the reference. */
export const calibrationStateSchema = z.enum(['scoring', 'discussing', 'fixed']);
export type CalibrationState = z.infer<typeof calibrationStateSchema>;

export const CALIBRATION_STATE_NAMES: Readonly<Record<CalibrationState, string>> = {
  scoring: '各自评分',
  discussing: '讨论',
  fixed: '已定基准分',
};

/** 校准: several inspectors score one call without seeing each other's sheets. It counts in nobody's results. */
export const calibrationSchema = z.object({
  id: z.uuid(),
  revision: z.int().positive(),
  name: z.string(),
  state: calibrationStateSchema,
  call: scoredCallSchema,
  agent: authorSchema,
  formId: formIdSchema,
  formVersion: z.int().positive(),
  lead: authorSchema,
  inspectors: z.array(authorSchema),
  madeAt: instantSchema,
  discussedAt: instantSchema.nullable(),
  fixedAt: instantSchema.nullable(),
  reference: z.object({ sheet: sheetSchema, result: resultSchema, note: z.string() }).nullable(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

const share = z.number().min(0).max(1);
/** Agreement beyond chance, 1 is full agreement; null where chance alone would give full agreement, or with one sheet. */
const kappa = z.number().max(1).nullable();

/** How far apart inspectors were. Deviations are from the reference where it is fixed, otherwise from their own mean. */
export const deviationsSchema = z.object({
  from: z.enum(['mean', 'reference']),
  /** Mean absolute deviation of the totals, and their mean; null without a sheet. */
  total: z.object({ mean: z.number(), mad: z.number() }).nullable(),
  /** Fleiss' kappa over all items: 满分, 扣分, 零分, 不适用. */
  kappa,
  items: z.array(
    z.object({
      itemId: z.string(),
      /** Sheets in which the item applied. */
      sheets: z.int().nonnegative(),
      mean: z.number().nullable(),
      lowest: z.number().nullable(),
      highest: z.number().nullable(),
      /** Mean absolute deviation in points; null where nobody found it to apply, or the reference did not. */
      mad: z.number().nullable(),
    }),
  ),
  inspectors: z.array(
    z.object({
      inspectorId: z.string(),
      /** Total less the reference's or the mean, with its sign: above 0 is milder. */
      total: z.number(),
      /** Mean absolute deviation over the items, as a share of their full marks; null without an item to compare. */
      mad: share.nullable(),
      /** Cohen's kappa with the reference; null before it is fixed. */
      kappa,
    }),
  ),
});
export type Deviations = z.infer<typeof deviationsSchema>;
