import { z } from 'zod';
import { unitIdSchema } from '../domain/ids.ts';
import { queueSchema } from '../domain/queues.ts';

/** How much waits in one queue, and how pressing it is. `soon` does not count what is overdue. */
export const queueCountSchema = z.object({
  queue: queueSchema,
  total: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  soon: z.int().nonnegative(),
});
export type QueueCount = z.infer<typeof queueCountSchema>;

/** What one unit has before it, or what no unit has yet, as the overseer looks at it. H11, T13. */
export const boardRowSchema = z.object({
  unitId: unitIdSchema.nullable(),
  unitName: z.string().nullable(),
  /** Orders whose limit runs, with those past it and those near it among them. */
  running: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  soon: z.int().nonnegative(),
  supervised: z.int().nonnegative(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;
