import type { MonthlyFigures, RESULT_DEFINITIONS, Results, ResultsBy } from './results.ts';

/** A figure that is said of each line. */
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

/** What is said on a line, whatever it is of. */
export type LineFigures = Pick<ResultLine, 'values' | 'months'>;

export function linesOf(results: Results, by: ResultsBy): ResultLine[] {
  if (by === 'item')
    return results.items.map(({ key, name, scored, rate, lost, months }) => ({
      key,
      name,
      values: { scored, itemRate: rate, lost },
      months: months.map((month) => month.rate),
    }));
  return results.rows.map((row) => ({ key: row.key, name: row.name, ...figuresOf(row) }));
}

/** The line before all others: of everything that was asked for. Items have none: their points are not alike. */
export function totalOf({ total }: Pick<Results, 'total'>): LineFigures {
  return figuresOf(total);
}

function figuresOf({ months, ...figures }: MonthlyFigures): LineFigures {
  const { scored, mean, passed, vetoed, appealed, corrected } = figures;
  const passRate = scored === 0 ? null : passed / scored;
  return {
    values: { scored, mean, passed, passRate, vetoed, appealed, corrected },
    months: months.map((month) => month.mean),
  };
}
