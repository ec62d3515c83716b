import type { ItemFigures, MonthlyFigures, ScoreFigures } from './results.ts';
import { toTenth } from './sheet.ts';

/** Sums of scores, in whole numbers so that they add up exactly. `tenths`: of the totals. */
export interface ScoreSums {
  readonly scored: number;
  readonly tenths: number;
  readonly passed: number;
  readonly vetoed: number;
  readonly appealed: number;
  readonly corrected: number;
}

/** Sums of one item's marks, in halves of points. */
export interface ItemSums {
  readonly scored: number;
  readonly halves: number;
  readonly fullHalves: number;
  readonly lost: number;
}

const NO_SCORES: ScoreSums = { scored: 0, tenths: 0, passed: 0, vetoed: 0, appealed: 0, corrected: 0 };
const NO_MARKS: ItemSums = { scored: 0, halves: 0, fullHalves: 0, lost: 0 };

/** The figures of scores; see RESULT_DEFINITIONS. */
export function scoreFigures(parts: readonly ScoreSums[]): ScoreFigures {
  const { tenths, ...counts } = parts.reduce(
    (all, part) => ({
      scored: all.scored + part.scored,
      tenths: all.tenths + part.tenths,
      passed: all.passed + part.passed,
      vetoed: all.vetoed + part.vetoed,
      appealed: all.appealed + part.appealed,
      corrected: all.corrected + part.corrected,
    }),
    NO_SCORES,
  );
  return { ...counts, mean: counts.scored === 0 ? null : toTenth(tenths / 10 / counts.scored) };
}

/** The same, and what is compared from month to month: each month's own scores, so that who has more weighs more. */
export function monthlyFigures(
  parts: readonly (ScoreSums & { readonly month: string })[],
  months: readonly string[],
): MonthlyFigures {
  return {
    ...scoreFigures(parts),
    months: months.map((month) => {
      const { scored, mean } = scoreFigures(parts.filter((part) => part.month === month));
      return { scored, mean };
    }),
  };
}

/** The figures of one item's marks. */
export function itemFigures(parts: readonly ItemSums[]): ItemFigures {
  const sum = parts.reduce(
    (all, part) => ({
      scored: all.scored + part.scored,
      halves: all.halves + part.halves,
      fullHalves: all.fullHalves + part.fullHalves,
      lost: all.lost + part.lost,
    }),
    NO_MARKS,
  );
  return { scored: sum.scored, lost: sum.lost, rate: sum.fullHalves === 0 ? null : sum.halves / sum.fullHalves };
}

/** Months (YYYY-MM) from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: index(to) - index(from) + 1 }, (_, step) => {
    const at = index(from) + step;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Sums by key, each with its months in order. */
export function byKey<Sums extends { readonly key: string; readonly month: string }>(
  sums: readonly Sums[],
): Map<string, Sums[]> {
  const groups = new Map<string, Sums[]>();
  for (const sum of sums) {
    const group = groups.get(sum.key);
    if (group) group.push(sum);
    else groups.set(sum.key, [sum]);
  }
  return groups;
}
