import { describe, expect, it } from 'vitest';
import { linesOf, totalOf } from '../../../../shared/domain/scoring/result-lines.ts';
import type { Results } from '../../../../shared/domain/scoring/results.ts';
import { resultChart, saidResult } from './result-chart.ts';

const NONE = { scored: 0, mean: null, passed: 0, vetoed: 0, appealed: 0, corrected: 0 };
const RESULTS: Results = {
  months: ['2026-10', '2026-11'],
  total: {
    scored: 3,
    mean: 86.3,
    passed: 2,
    vetoed: 1,
    appealed: 1,
    corrected: 0,
    months: [
      { scored: 1, mean: 70 },
      { scored: 2, mean: 94.5 },
    ],
  },
  rows: [
    {
      key: 'a',
      name: '1001 张三',
      scored: 2,
      mean: 82,
      passed: 1,
      vetoed: 1,
      appealed: 1,
      corrected: 0,
      months: [
        { scored: 1, mean: 70 },
        { scored: 1, mean: 94 },
      ],
    },
    {
      key: 'b',
      name: '1002 李四',
      ...NONE,
      scored: 1,
      mean: 95,
      passed: 1,
      months: [
        { scored: 0, mean: null },
        { scored: 1, mean: 95 },
      ],
    },
  ],
  items: [],
};

describe('results of scoring', () => {
  it('says the share that passed, and a dash where nothing was scored', () => {
    const [first] = linesOf(RESULTS, 'agent');
    expect(saidResult('passRate', first?.values.passRate)).toBe('50.0%');
    expect(saidResult('mean', first?.values.mean)).toBe('82.0');
    expect(saidResult('passRate', totalOf({ total: { ...NONE, months: [] } }).values.passRate)).toBe('—');
  });

  it('has each month on the line of all, as on every other', () => {
    expect(totalOf(RESULTS).months).toEqual([70, 94.5]);
  });

  it('draws all lines by one measure, the largest first', () => {
    const chart = resultChart(linesOf(RESULTS, 'agent'), RESULTS.months, 'agent', { measure: 'mean', key: null });
    expect(chart).toMatchObject({ kind: 'bars', rate: false, left: 0 });
    expect(chart.points.map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('draws one line from month to month, leaving out months in which it has nothing', () => {
    const chart = resultChart(linesOf(RESULTS, 'agent'), RESULTS.months, 'agent', { measure: 'mean', key: 'b' });
    expect(chart).toMatchObject({ kind: 'line', points: [{ key: '2026-11', value: 95 }] });
  });

  it('of items are shares of their points', () => {
    const items = [{ key: 'f/greeting', name: '问候语', scored: 3, rate: 0.8, lost: 1, months: [] }];
    const chart = resultChart(linesOf({ ...RESULTS, items }, 'item'), RESULTS.months, 'item', {
      measure: 'itemRate',
      key: null,
    });
    expect(chart).toMatchObject({ rate: true, points: [{ name: '问候语', value: 0.8 }] });
  });
});
