import { z } from 'zod';
import { articleDraftSchema } from './manuscript.ts';

/** What was understood of a file: articles to be looked at before they are drafts, and what was left out and why. */
export const importReportSchema = z.object({
  form: z.enum(['docx', 'xlsx', 'html', 'text']),
  drafts: z.array(articleDraftSchema).max(500),
  /** Sentences for the screen: what was taken for what. */
  understood: z.array(z.string()),
  /** Sentences for the screen: what could not be kept. */
  leftOut: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;
