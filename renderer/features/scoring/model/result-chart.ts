import {
  isShare,
  monthlyMeasure,
  type Measure,
  type ResultLine,
} from '../../../../shared/domain/scoring/result-lines.ts';
import type { ResultsBy } from '../../../../shared/domain/scoring/results.ts';
import type { ChartData } from '../../reports/chart-data.ts';

/** A value as it stands in the table. */
export function saidResult(measure: Measure, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  if (isShare(measure)) return `${(value * 100).toFixed(1)}%`;
  return measure === 'mean' ? value.toFixed(1) : String(value);
}

/** A mean is said to a tenth, in a chart as in the table. */
function drawn(measure: Measure, value: number): number {
  return measure === 'mean' ? Math.round(value * 10) / 10 : value;
}

/** More bars than this nobody reads at a glance: the table has them all. */
const MOST_BARS = 15;

/** All lines by one measure, the largest first; or one line from month to month. */
export function resultChart(
  lines: readonly ResultLine[],
  months: readonly string[],
  by: ResultsBy,
  shown: { readonly measure: Measure; readonly key: string | null },
): ChartData {
  const one = lines.find(({ key }) => key === shown.key);
  if (one) {
    const points = months.flatMap((month, at) => {
      const value = one.months[at] ?? null;
      return value === null ? [] : [{ key: month, name: month, value: drawn(monthlyMeasure(by), value) }];
    });
    return { kind: 'line', rate: isShare(monthlyMeasure(by)), points, left: 0 };
  }
  const sorted = lines
    .flatMap(({ key, name, values }) => {
      const value = values[shown.measure] ?? null;
      return value === null ? [] : [{ key, name, value: drawn(shown.measure, value) }];
    })
    .toSorted((a, b) => b.value - a.value);
  const left = Math.max(0, sorted.length - MOST_BARS);
  return { kind: 'bars', rate: isShare(shown.measure), points: sorted.slice(0, MOST_BARS), left };
}
