import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { unitIdSchema } from '../domain/ids.ts';

/** What is looked for in the knowledge. */
export const knowledgeQuestionSchema = z.object({
  query: z.string().max(400),
  unitId: unitIdSchema.nullable(),
  /** A county or district with every unit in it; null: everywhere. */
  area: unitIdSchema.nullable().default(null),
  /** Empty: every kind. */
  kinds: z.array(articleSchema.shape.kind),
  /** Without what has expired. */
  inForceOnly: z.boolean().default(false),
  limit: z.int().min(1).max(50),
});
export type KnowledgeQuestion = z.infer<typeof knowledgeQuestionSchema>;
