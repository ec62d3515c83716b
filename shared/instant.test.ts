import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEIJING_OFFSET_MS, beijingDate, startOfBeijingDate } from './instant.ts';

const DAY_MS = 24 * 3600_000;

describe('the civil date in Beijing', () => {
  it('is that of the clock there, however many days are asked about and in whatever order', () => {
    const first = Date.parse('1949-10-01T00:00:00.000Z');
    const asked = fc.integer({ min: first, max: first + 40_000 * DAY_MS });
    fc.assert(
      fc.property(fc.array(asked, { minLength: 100, maxLength: 200 }), (instants) => {
        const twice = [...instants, ...instants];
        const dates = twice.map((ms) => new Date(ms + BEIJING_OFFSET_MS).toISOString().slice(0, 10));
        expect(twice.map(beijingDate)).toEqual(dates);
        const starts = dates.map(startOfBeijingDate);
        expect(starts.map(beijingDate)).toEqual(dates);
        expect(starts.map((ms) => beijingDate(ms - 1)).filter((date, place) => date === dates[place])).toEqual([]);
      }),
    );
  });

  it('is none for what is no instant', () => {
    expect(() => beijingDate(Number.NaN)).toThrow(RangeError);
    expect(() => beijingDate(Infinity)).toThrow(RangeError);
  });
});
