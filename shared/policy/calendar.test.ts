import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingDate } from '../instant.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar.ts';

const at = (text: string): number => Date.parse(text);

describe('working days', () => {
  it('skip the National Day week of 2026 and count its 调休 Saturdays', () => {
    expect(isWorkingDay('2026-10-01')).toBe(false);
    expect(isWorkingDay('2026-10-10')).toBe(true);
  });

  it('do not count the day of the start, and end at 24:00 of the last', () => {
    // Wednesday 30 September, five working days: 8, 9, 10 (调休 Saturday), 12, 13 October.
    expect(new Date(addWorkingDays(at('2026-09-30T16:00:00+08:00'), 5).dueMs).toISOString()).toBe(
      '2026-10-13T16:00:00.000Z',
    );
  });

  it('are marked 暂定 where the announced calendar ends', () => {
    expect(addWorkingDays(at('2026-12-30T10:00:00+08:00'), 5).provisional).toBe(true);
    expect(addWorkingDays(at('2026-12-01T10:00:00+08:00'), 5).provisional).toBe(false);
  });

  it('a later start never ends earlier, and the last moment lies in a working day', () => {
    const moment = fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2026-11-30T00:00:00Z') });
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 20 }), (a, b, days) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const first = addWorkingDays(early, days).dueMs;
        expect(first).toBeLessThanOrEqual(addWorkingDays(late, days).dueMs);
        expect(isWorkingDay(beijingDate(first - 1))).toBe(true);
      }),
    );
  });

  it('left are the same number that the limit gave', () => {
    const start = at('2026-11-20T10:00:00+08:00');
    expect(workingDaysBetween(start, addWorkingDays(start, 10).dueMs)).toBe(10);
  });
});
