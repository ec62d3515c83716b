import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { articleIdSchema } from '../ids.ts';
import { articleDraftSchema } from './manuscript.ts';
import { richTextSchema } from './rich-text.ts';

/** What stands in the editor, finished or not: a title may still be missing, a body may be empty. */
const unfinishedDraftSchema = articleDraftSchema.extend({
  title: z.string().max(120),
  body: richTextSchema.nullable(),
  change: z.string().max(500),
});

/** Kept at this desk for its writer until it is handed in: a power cut costs the last second, not the article. */
export const keptDraftSchema = z.object({
  articleId: articleIdSchema,
  seen: z.int().nonnegative(),
  base: z.int().nonnegative(),
  savedAt: instantSchema,
  draft: unfinishedDraftSchema,
});
export type KeptDraft = z.infer<typeof keptDraftSchema>;
