import { markExport, wordsOf } from '../reports/mark.ts';
import { reportCalls } from '../reports/calls.ts';
import { reportClusters } from '../reports/clusters.ts';
import { reportOverdue } from '../reports/overdue.ts';
import { publishResults } from '../reports/publish.ts';
import { reportRows } from '../reports/rows.ts';
import { countTable, reportTable } from '../reports/table.ts';
import type { Service } from '../service.ts';
import { requirePermission } from './context.ts';
import type { Procedures } from './procedures.ts';

/** Reports, for whoever may read them: of all units, or of their own. */
export function reportRoutes(os: Procedures, service: Service) {
  const may = 'report.read';
  return {
    table: os.reports.table.handler(async ({ input, context }) =>
      reportTable(service, (await requirePermission(service, context, may)).actor, input),
    ),
    counted: os.reports.counted.handler(async ({ input, context, signal }) =>
      countTable(service, (await requirePermission(service, context, may)).actor, input, signal),
    ),
    rows: os.reports.rows.handler(async ({ input, context }) =>
      reportRows(service, (await requirePermission(service, context, may)).actor, input),
    ),
    calls: os.reports.calls.handler(async ({ input, context }) =>
      reportCalls(service, (await requirePermission(service, context, may)).actor, input),
    ),
    overdue: os.reports.overdue.handler(async ({ input, context }) =>
      reportOverdue(service, (await requirePermission(service, context, may)).actor, input),
    ),
    clusters: os.reports.clusters.handler(async ({ input, context }) =>
      reportClusters(service, (await requirePermission(service, context, may)).actor, input),
    ),
    print: os.reports.print.handler(async ({ input, context }) => ({
      mark: await markExport(service, await requirePermission(service, context, may), {
        what: 'table',
        from: input.from,
        to: input.to,
        by: input.by,
        filter: await wordsOf(service.db, input.filter),
        format: 'paper',
      }),
    })),
    publish: os.reports.publish.handler(async ({ input, context }) =>
      publishResults(service, await requirePermission(service, context, 'order.review'), input.orderIds),
    ),
  };
}
