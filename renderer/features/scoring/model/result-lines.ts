import type { RESULT_DEFINITIONS, Results, ResultsBy } from '../../../../shared/domain/scoring/results.ts';
import type { ChartData } from '../../reports/chart-data.ts';

export type Measure = keyof typeof RESULT_DEFINITIONS;

const SCORE_MEASURES: readonly Measure[] = ['scored', 'mean', 'passed', 'passRate', 'vetoed', 'appealed', 'corrected'];
const ITEM_MEASURES: readonly Measure[] = ['scored', 'itemRate', 'lost'];

/** What is said of each line: of people and teams, or of the form's items. */
export function measuresOf(by: ResultsBy): readonly Measure[] {
  return by === 'item' ? ITEM_MEASURES : SCORE_MEASURES;
}

/** What a line is compared by from month to month. */
export function monthlyMeasure(by: ResultsBy): Measure {
  return by === 'item' ? 'itemRate' : 'mean';
}

export function isShare(measure: Measure): boolean {
  return measure === 'passRate' || measure === 'itemRate';
}

/** One line of the table; null: nothing to say it from. */
export interface ResultLine {
  readonly key: string;
  readonly name: string;
  readonly values: Readonly<Partial<Record<Measure, number | null>>>;
  /** The monthly measure, one for each month asked for. */
  readonly months: readonly (number | null)[];
}

type Row = Results['rows'][number];

export function linesOf(results: Results, by: ResultsBy): ResultLine[] {
  if (by === 'item')
    return results.items.map(({ key, name, scored, rate, lost, months }) => ({
      key,
      name,
      values: { scored, itemRate: rate, lost },
      months: months.map((month) => month.rate),
    }));
  return results.rows.map((row) => ({
    key: row.key,
    name: row.name,
    values: valuesOf(row),
    months: row.months.map(({ mean }) => mean),
  }));
}

/** The line under all others: of everything that was asked for. Items have none: their points are not alike. */
export function totalOf({ total }: Results): ResultLine['values'] {
  return valuesOf(total);
}

function valuesOf(figures: Pick<Row, 'scored' | 'mean' | 'passed' | 'vetoed' | 'appealed' | 'corrected'>) {
  const { scored, mean, passed, vetoed, appealed, corrected } = figures;
  return { scored, mean, passed, passRate: scored === 0 ? null : passed / scored, vetoed, appealed, corrected };
}

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
