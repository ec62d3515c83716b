import { sheetOf } from '../reports/export.ts';
import type { Service } from '../service.ts';
import { requirePermission } from './context.ts';
import type { Procedures } from './procedures.ts';

/** Reports on their way into files, for whoever may read them. */
export function exportRoutes(os: Procedures, service: Service) {
  return {
    sheet: os.exports.sheet.handler(async ({ input, context, signal }) =>
      sheetOf(service, await requirePermission(service, context, 'report.read'), input, signal),
    ),
  };
}
