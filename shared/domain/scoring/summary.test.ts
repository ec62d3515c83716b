import { describe, expect, it } from 'vitest';
import { monthlyFigures, type ScoreSums } from './summary.ts';

function sums(month: string, scored: number, tenths: number): ScoreSums & { readonly month: string } {
  return { month, scored, tenths, passed: scored, vetoed: 0, appealed: 0, corrected: 0 };
}

describe('the figures of all lines together', () => {
  it('weigh each month by its scores, and are no mean of the lines’ means', () => {
    // One operator scored once with 70, another three times with 90: 80 would be the mean of their means.
    const { mean, months } = monthlyFigures([sums('2026-10', 1, 700), sums('2026-10', 3, 2700)], ['2026-10']);
    expect([mean, months]).toEqual([85, [{ scored: 4, mean: 85 }]]);
  });

  it('have nothing to say of a month without scores, and leave out months that were not asked for', () => {
    const { months } = monthlyFigures([sums('2026-08', 2, 1000), sums('2026-10', 1, 925)], ['2026-09', '2026-10']);
    expect(months).toEqual([
      { scored: 0, mean: null },
      { scored: 1, mean: 92.5 },
    ]);
  });
});
