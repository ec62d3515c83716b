import { describe, expect, it } from 'vitest';
import type { ReportTable } from '../../../shared/contract/reports.ts';
import { chartOf, firstCharted, saidValue } from './chart-data.ts';

const row = (key: string, received: number, atOnce = 0): ReportTable['rows'][number] => ({
  key,
  name: `单位${key}`,
  counts: { received, atOnce },
});

describe('a figure as a chart', () => {
  it('J2, T19: has the values of the table, the largest first, and says how many it leaves out', () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(String(index), index));
    const { kind, points, left } = chartOf({ rows }, 'received', 'unit');
    expect(kind).toBe('bars');
    expect(points.map(({ value }) => value)).toEqual(Array.from({ length: 15 }, (_, index) => 19 - index));
    // Nought is no bar.
    expect(left).toBe(4);
  });

  it('follows the days in their order, nought where nothing was counted', () => {
    const { kind, points } = chartOf({ rows: [row('2026-11-01', 3), row('2026-11-03', 2)] }, 'received', 'day');
    expect(kind).toBe('line');
    expect(points.map(({ value }) => value)).toEqual([3, 0, 2]);
  });

  it('opens with the first figure that has values in this period', () => {
    const rows = [row('a', 0, 3), row('b', 0)];
    expect(firstCharted({ rows }, ['received', 'atOnce'], 'unit')).toBe('atOnce');
    expect(firstCharted({ rows: [row('a', 0)] }, ['received', 'atOnce'], 'unit')).toBe('received');
  });

  it('leaves out whoever has nothing that a rate could be a part of', () => {
    const { rate, points } = chartOf({ rows: [row('a', 4, 1), row('b', 0)] }, 'atOnceRate', 'unit');
    expect(rate).toBe(true);
    expect(points).toEqual([{ key: 'a', name: '单位a', value: 0.25 }]);
    expect(saidValue(0.25, rate)).toBe('25.0%');
  });
});
