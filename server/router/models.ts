import { modelsOverview, useTraining } from '../models/training.ts';
import type { Service } from '../service.ts';
import { requirePermission } from './context.ts';
import type { Procedures } from './procedures.ts';

/** What desks suggest by, for whoever manages the centre's settings. */
export function modelRoutes(os: Procedures, service: Service) {
  return {
    list: os.models.list.handler(async ({ context }) => {
      await requirePermission(service, context, 'settings.manage');
      return modelsOverview(service);
    }),
    use: os.models.use.handler(async ({ input, context }) => {
      const session = await requirePermission(service, context, 'settings.manage');
      await useTraining(service, session, input.kind, input.trained);
      return modelsOverview(service);
    }),
  };
}
