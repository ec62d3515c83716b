import type { Breakdown, ReportTable } from '../../../shared/contract/reports.ts';
import { addDays } from '../../../shared/policy/calendar.ts';
import { isRate, valueOf } from '../../../shared/figures/definitions.ts';
import type { ColumnId } from '../../../shared/figures/ids.ts';

/** One bar, or one day of a line. */
export interface ChartPoint {
  readonly key: string;
  readonly name: string;
  /** A count, or a part of one where the figure is a rate. */
  readonly value: number;
}

export interface ChartData {
  readonly kind: 'bars' | 'line';
  readonly rate: boolean;
  readonly points: readonly ChartPoint[];
  /** Lines of the table that the chart leaves out because there are too many. */
  readonly left: number;
}

/** More bars than this nobody reads at a glance: the table has them all. */
const MOST_BARS = 15;

/** One figure of a table as a chart: days as they follow each other, everything else the largest first. */
export function chartOf({ rows }: Pick<ReportTable, 'rows'>, column: ColumnId, by: Breakdown): ChartData {
  const points = rows.flatMap(({ key, name, counts }) => {
    const value = valueOf(column, counts);
    return value === null ? [] : [{ key, name, value }];
  });
  const rate = isRate(column);
  if (by === 'day') return { kind: 'line', rate, points: rate ? points : everyDay(points), left: 0 };
  if (by === 'month') return { kind: 'line', rate, points, left: 0 };
  const sorted = points.filter(({ value }) => rate || value > 0).toSorted((a, b) => b.value - a.value);
  return { kind: 'bars', rate, points: sorted.slice(0, MOST_BARS), left: Math.max(0, sorted.length - MOST_BARS) };
}

/** The figure a chart opens with: the first that has values in this period, so that nobody meets an empty chart. */
export function firstCharted(table: Pick<ReportTable, 'rows'>, columns: readonly ColumnId[], by: Breakdown): ColumnId {
  const full = columns.find((column) => chartOf(table, column, by).points.some(({ value }) => value > 0));
  return full ?? columns[0] ?? 'received';
}

/** A day on which nothing was counted has no line in the table; in a chart it is nought, and no straight way over it. */
function everyDay(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last) return points;
  const known = new Map(points.map((point) => [point.key, point]));
  const days: ChartPoint[] = [];
  for (let day = first.key; day <= last.key; day = addDays(day, 1))
    days.push(known.get(day) ?? { key: day, name: day, value: 0 });
  return days;
}

/** A value as it stands beside its bar: as in the table. */
export function saidValue(value: number, rate: boolean): string {
  return rate ? `${(value * 100).toFixed(1)}%` : String(value);
}
