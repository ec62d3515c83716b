import { z } from 'zod';
import { instantSchema } from '../../instant.ts';
import { articleSchema } from '../article.ts';
import { authorSchema } from '../people.ts';
import { deedSchema } from './manuscript.ts';

/** One version of an article as it was, and what made it; `by` null for one from before versions were kept. */
export const articleVersionSchema = z.object({
  article: articleSchema,
  deed: deedSchema.nullable(),
  by: authorSchema.nullable(),
  at: instantSchema,
  note: z.string().max(1000),
});
export type ArticleVersion = z.infer<typeof articleVersionSchema>;
