import { z } from 'zod';
import { subjectIdSchema, unitIdSchema } from './ids.ts';

/** One leaf of the three-level subject tree (事项分类), with the unit that usually handles it. */
export const subjectSchema = z.object({
  id: subjectIdSchema,
  path: z.tuple([z.string(), z.string(), z.string()]),
  unitId: unitIdSchema.nullable(),
  /** Everyday words that point here; the suggestion reads them. */
  words: z.array(z.string()),
  version: z.int().positive(),
});
export type Subject = z.infer<typeof subjectSchema>;
