import { describe, expect, it } from 'vitest';
import { percentiles } from './samples.ts';

describe('percentiles', () => {
  it('are values that were measured, whatever order they came in', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentiles(samples)).toEqual({ p50: 51, p95: 96, p99: 100, max: 100 });
  });

  it('of one sample are that sample', () => {
    expect(percentiles([1.23456])).toEqual({ p50: 1.235, p95: 1.235, p99: 1.235, max: 1.235 });
  });

  it('of nothing are refused', () => {
    expect(() => percentiles([])).toThrow(RangeError);
  });
});
