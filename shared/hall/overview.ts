import { z } from 'zod';
import { unitIdSchema } from '../domain/ids.ts';
import { instantSchema } from '../instant.ts';

const count = z.int().nonnegative();

/** A county or a department with the units below it, and how its running orders stand. */
const overviewRowSchema = z.object({
  unitId: unitIdSchema,
  name: z.string(),
  kind: z.enum(['county', 'department']),
  open: count,
  /** Limits that end within 24 hours. */
  near: count,
  overdue: count,
});
export type OverviewRow = z.infer<typeof overviewRowSchema>;

/** The city's running orders by county and department, most overdue first. */
export const overviewSchema = z.object({ at: instantSchema, rows: z.array(overviewRowSchema) });
export type Overview = z.infer<typeof overviewSchema>;
