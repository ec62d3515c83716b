import { expect, it } from 'vitest';
import { daysOf, periodsUpTo } from './periods.ts';

it('J16, T19: the periods of a report end where the next begin, leap years too', () => {
  expect(periodsUpTo('month', '2028-03-05').slice(0, 2)).toEqual([
    { from: '2028-03-01', to: '2028-03-31', name: '2028年3月' },
    { from: '2028-02-01', to: '2028-02-29', name: '2028年2月' },
  ]);
  expect(periodsUpTo('quarter', '2026-11-22').slice(0, 2)).toEqual([
    { from: '2026-10-01', to: '2026-12-31', name: '2026年第4季度' },
    { from: '2026-07-01', to: '2026-09-30', name: '2026年第3季度' },
  ]);
  expect(periodsUpTo('halfYear', '2026-06-30')[0]).toEqual({
    from: '2026-01-01',
    to: '2026-06-30',
    name: '2026年上半年',
  });
  expect(periodsUpTo('year', '2026-06-30')[1]).toEqual({ from: '2025-01-01', to: '2025-12-31', name: '2025年' });
});

it('a line of a table has its own days, never more than the period', () => {
  const period = { from: '2028-01-10', to: '2028-03-05' };
  expect(daysOf({ ...period, by: 'day' }, '2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-01' });
  expect(daysOf({ ...period, by: 'month' }, '2028-01')).toEqual({ from: '2028-01-10', to: '2028-01-31' });
  expect(daysOf({ ...period, by: 'month' }, '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf({ ...period, by: 'month' }, '2028-03')).toEqual({ from: '2028-03-01', to: '2028-03-05' });
  expect(daysOf({ ...period, by: 'unit' }, 'u')).toEqual(period);
});
