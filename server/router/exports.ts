import { sheetOf } from '../reports/export.ts';
import { resultsSheet } from '../scoring/export.ts';
import type { Service } from '../service.ts';
import { requirePermission, requireSession } from './context.ts';
import type { Procedures } from './procedures.ts';

/** Reports and results of scoring on their way into files, for whoever may read them on the screen. */
export function exportRoutes(os: Procedures, service: Service) {
  return {
    sheet: os.exports.sheet.handler(async ({ input: { asked, format }, context, signal }) => {
      if (asked.what !== 'scores')
        return sheetOf(service, await requirePermission(service, context, 'report.read'), { asked, format }, signal);
      return resultsSheet(service, await requireSession(service, context), { query: asked.query, format }, signal);
    }),
  };
}
