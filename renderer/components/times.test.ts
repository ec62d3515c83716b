import { describe, expect, it } from 'vitest';
import { addWorkingDays, calendarOf } from '../../shared/policy/calendar.ts';
import { duration, exactTime, relativeDue, relativeTime, remaining, spoken } from './times.ts';

/** An instant by the clock on the wall in Beijing. */
function beijing(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+08:00`);
}

const MINUTE = 60_000;
const SATURDAY = beijing('2026-11-21 13:02:11');

describe('a time as an operator says it', () => {
  it.each([
    ['2026-11-21 09:05:00', '今天 09:05'],
    ['2026-11-21 00:00:00', '今天 00:00'],
    ['2026-11-20 23:59:59', '昨天 23:59'],
    ['2026-11-22 08:00:00', '明天 08:00'],
    ['2026-11-18 10:00:00', '11月18日'],
    ['2025-03-02 10:00:00', '2025年3月2日'],
  ])('%s is %s', (at, said) => {
    expect(relativeTime(beijing(at), SATURDAY)).toBe(said);
  });

  it('goes by Beijing days, not by those of UTC', () => {
    expect(relativeTime(beijing('2026-11-21 00:30:00'), beijing('2026-11-21 07:30:00'))).toBe('今天 00:30');
  });

  it('is of the day that ends where a limit is its midnight', () => {
    expect(relativeDue(beijing('2026-11-22 00:00:00'), SATURDAY)).toBe('今天 23:59');
    expect(relativeDue(beijing('2026-11-23 00:00:00'), SATURDAY)).toBe('明天 23:59');
    expect(relativeDue(beijing('2026-11-26 00:00:00'), SATURDAY)).toBe('11月25日');
  });

  it('has an exact form', () => {
    expect(exactTime(SATURDAY)).toBe('2026-11-21 13:02:11');
  });
});

describe('a length of time', () => {
  it.each([
    [41_000, '0:41'],
    [12 * MINUTE + 5_000, '12:05'],
    [62 * MINUTE + 9_000, '1:02:09'],
    [-5, '0:00'],
  ])('of %i ms is counted as %s', (ms, shown) => {
    expect(duration(ms)).toBe(shown);
  });

  it.each([
    [20_000, '不到 1 分钟'],
    [12 * MINUTE, '12 分钟'],
    [60 * MINUTE, '1 小时'],
    [185 * MINUTE, '3 小时 5 分钟'],
    [49 * 60 * MINUTE, '2 天'],
  ])('of %i ms is said as %s', (ms, said) => {
    expect(spoken(ms)).toBe(said);
  });
});

describe('what is left of a limit', () => {
  // Thursday 2026-11-19; two working days end with Monday the 23rd.
  const { dueMs } = addWorkingDays(beijing('2026-11-19 10:00:00'), 2);

  it('is all of it on the day it starts, with the hours of that day', () => {
    expect(remaining(dueMs, beijing('2026-11-19 21:00:00'))).toEqual({ level: 'ample', text: '余 2 工作日 3 小时' });
  });

  it('does not shrink over a weekend, whose hours are nobody’s', () => {
    expect(remaining(dueMs, SATURDAY).text).toBe('余 1 工作日');
  });

  it('is told in hours on the last day, and is near', () => {
    expect(remaining(dueMs, beijing('2026-11-23 21:00:00'))).toEqual({ level: 'near', text: '余 3 小时' });
    expect(remaining(dueMs, beijing('2026-11-23 23:40:00')).text).toBe('余 20 分钟');
  });

  it('counts no day on which the city itself is closed', () => {
    const calendar = calendarOf({ knownUntil: '2026-12-31', holidays: [], workdays: [], closures: ['2026-11-20'] });
    expect(remaining(dueMs, beijing('2026-11-19 21:00:00'), calendar).text).toBe('余 1 工作日 3 小时');
  });

  it('is overdue from 24:00, first by hours, then by working days', () => {
    expect(remaining(dueMs, dueMs)).toEqual({ level: 'overdue', text: '超期 1 分钟' });
    expect(remaining(dueMs, beijing('2026-11-24 02:30:00')).text).toBe('超期 2 小时');
    expect(remaining(dueMs, beijing('2026-11-25 09:00:00')).text).toBe('超期 1 工作日');
  });
});
