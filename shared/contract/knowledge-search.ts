import { z } from 'zod';
import { articleSchema } from '../domain/article.ts';
import { articleIdSchema, unitIdSchema } from '../domain/ids.ts';

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

/** A found article with the passage that answers. `marks` are [start, end) offsets in characters (UTF-16). */
export const hitSchema = z.object({
  articleId: articleIdSchema,
  version: z.int().positive(),
  title: z.string(),
  titleMarks: z.array(z.tuple([z.int(), z.int()])),
  passage: z.string(),
  passageMarks: z.array(z.tuple([z.int(), z.int()])),
  kind: articleSchema.shape.kind,
  unitId: unitIdSchema.nullable(),
  unitName: z.string().nullable(),
  checkedOn: z.string(),
  validUntil: z.string().nullable(),
  score: z.number(),
});
export type Hit = z.infer<typeof hitSchema>;
