import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { subjectIdSchema, unitIdSchema } from './ids.ts';
import { authorSchema } from './people.ts';

/** One line of the 派单目录: which unit a subject goes to, as the dispatchers keep it. */
export const catalogueEntrySchema = z.object({
  id: subjectIdSchema,
  version: z.int().positive(),
  unitId: unitIdSchema,
  note: z.string().max(200),
  updatedBy: authorSchema,
  updatedAt: instantSchema,
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;
