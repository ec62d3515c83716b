import type { PeriodicReport } from '../policy/pack-course.ts';
import { columnIdSchema, type ColumnId } from './ids.ts';

/** How callers were served: in every city's report of a month, beside what its own text asks for. GB/T 33358-2016. */
const OF_CALLS: readonly ColumnId[] = ['calls', 'connectedRate', 'soonRate', 'abandonedRate'];

/** The columns of a city's report; of none: every figure there is. T19, H17. */
export function reportColumns(report: Pick<PeriodicReport, 'every' | 'columns'> | null): readonly ColumnId[] {
  if (!report) return columnIdSchema.options;
  return report.every === 'month' ? [...new Set([...report.columns, ...OF_CALLS])] : report.columns;
}
