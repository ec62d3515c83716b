import { describe, expect, it } from 'vitest';
import { tableOf, wholeNumber, type Report } from './report.ts';

const report: Report = {
  bench: 'list',
  what: 'The order list.',
  parameters: { orders: 200_000 },
  figures: [
    { name: 'newest', values: { p50: 1.2345, n: 200 } },
    { name: 'by number', values: { p50: 123.4 } },
  ],
  checks: [{ name: 'p99 at most 50 ms', ok: false, found: '61 ms' }],
};

describe('a report for the eye', () => {
  it('lines figures up under their units and says which target was missed', () => {
    expect(tableOf(report, { cpus: 2 })).toBe(
      [
        'The order list.',
        'cpus 2, orders 200000',
        '',
        '             p50    n',
        'newest     1.234  200',
        'by number    123     ',
        '',
        'NOT MET  p99 at most 50 ms: 61 ms',
      ].join('\n'),
    );
  });
});

describe('a size given on the command line', () => {
  const input = (value: string) => ({ options: new Map([['orders', value]]), tell: () => {} });

  it('stands in for the default', () => {
    expect(wholeNumber(input('5000'), 'orders', 1)).toBe(5000);
    expect(wholeNumber({ options: new Map(), tell: () => {} }, 'orders', 7)).toBe(7);
  });

  it('is refused where it is not one', () => {
    expect(() => wholeNumber(input('many'), 'orders', 1)).toThrow(RangeError);
    expect(() => wholeNumber(input('0'), 'orders', 1)).toThrow(RangeError);
  });
});
