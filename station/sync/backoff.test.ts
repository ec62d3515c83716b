import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

describe('the wait before the next try', () => {
  it('may be anything up to a span that doubles and then stays', () => {
    expect(backoffMs(1, 0, null)).toBe(0);
    expect([1, 2, 3, 4, 5, 6, 7, 60].map((failures) => backoffMs(failures, 1, null))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
    ]);
  });

  it('is never shorter than the centre asked for, and spread beyond it', () => {
    expect(backoffMs(1, 0, 4000)).toBe(4000);
    expect(backoffMs(1, 0.999, 4000)).toBeGreaterThan(5900);
  });
});
