import { z } from 'zod';
import { modelKindSchema, trainingSchema } from '../domain/model.ts';
import { procedure } from './base.ts';

const overviewSchema = z.object({
  trainings: z.array(trainingSchema),
  /** What people made of the suggestions of the last 30 days. */
  taken: z.array(
    z.object({ kind: modelKindSchema, accepted: z.int().nonnegative(), otherwise: z.int().nonnegative() }),
  ),
});
export type ModelsOverview = z.infer<typeof overviewSchema>;

/** What desks suggest by: trainings as the centre keeps them. For whoever manages its settings. */
export const models = {
  list: procedure.route({ method: 'GET', path: '/models' }).output(overviewSchema),
  /** Puts a training to use on all desks; null: none, and rules and the dispatch catalogue serve alone. */
  use: procedure
    .route({ path: '/models/use' })
    .input(z.object({ kind: modelKindSchema, trained: z.int().positive().nullable() }))
    .output(overviewSchema),
};
