import { z } from 'zod';
import { MOST_TOLD, openDraftSchema } from '../domain/draft-handover.ts';
import { instantSchema } from '../instant.ts';

/** What a desk tells of itself for the person who is signed in at it. */
export const deskReportSchema = z.object({
  /** Drafts they have left open on it. */
  drafts: z.int().nonnegative(),
  /** Which; a desk of before told only how many. */
  openDrafts: z.array(openDraftSchema).max(MOST_TOLD).optional(),
  /** Commands of the desk that the centre has not acknowledged, and since when there have been any. */
  unsent: z.int().nonnegative(),
  unsentSince: instantSchema.nullable(),
});
export type DeskReport = z.infer<typeof deskReportSchema>;

/** The same as supervisors have it. `here` false: not linked since `since`, and the rest is what it said last. */
export const deskStateSchema = deskReportSchema
  .omit({ openDrafts: true })
  .extend({ here: z.boolean(), since: instantSchema });
export type DeskState = z.infer<typeof deskStateSchema>;
