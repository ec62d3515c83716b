import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beijingDate } from '../instant.ts';
import {
  addHours,
  addWorkingDays,
  calendarDataSchema,
  calendarOf,
  daysBefore,
  isWorkingDay,
  SHIPPED_CALENDAR,
  workingDaysBetween,
} from './calendar.ts';
import { workingTimeLeft } from './remaining.ts';

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

describe('days beyond the announced calendar', () => {
  it.each([
    ['元旦', '2027-01-01'],
    ['除夕', '2027-02-05'],
    ['春节初二', '2027-02-08'],
    ['清明', '2027-04-05'],
    ['端午', '2027-06-09'],
    ['中秋', '2027-09-15'],
    ['国庆', '2027-10-01'],
    ['劳动节', '2028-05-01'],
    ['春节', '2028-01-26'],
  ])('%s is off although nothing is announced for %s', (_, date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  it('are weekdays otherwise, and 暂定', () => {
    expect(isWorkingDay('2027-01-04')).toBe(true);
    expect(isWorkingDay('2027-01-02')).toBe(false);
    // 31 December is the last announced day; New Year's Day itself is off by the regulation.
    expect(addWorkingDays(at('2026-12-30T10:00:00+08:00'), 2)).toEqual({
      dueMs: at('2027-01-05T00:00:00+08:00'),
      provisional: true,
    });
  });
});

describe('a centre’s own calendar', () => {
  const announced = calendarOf({
    knownUntil: '2027-12-31',
    holidays: ['2027-01-01', '2027-02-09', '2027-02-10', '2027-02-11'],
    workdays: ['2027-02-14'],
    closures: ['2026-11-24'],
  });

  it('goes before the shipped one: announced holidays, 调休 and closures', () => {
    expect(announced.isWorkingDay('2027-02-10')).toBe(false);
    expect(announced.isWorkingDay('2027-02-14')).toBe(true);
    expect(announced.isWorkingDay('2026-11-24')).toBe(false);
    expect(announced.knownUntil).toBe('2027-12-31');
  });

  it('is taken at its word within its span: what it does not list as off is worked', () => {
    expect(announced.isWorkingDay('2027-04-05')).toBe(true);
  });

  it('settles what was 暂定', () => {
    expect(addWorkingDays(at('2026-12-30T10:00:00+08:00'), 2, announced).provisional).toBe(false);
    expect(addWorkingDays(at('2027-12-30T10:00:00+08:00'), 2, announced).provisional).toBe(true);
  });

  it('never knows less than what is shipped', () => {
    const old = calendarOf({ knownUntil: '2025-12-31', holidays: [], workdays: [], closures: [] });
    expect(old.knownUntil).toBe('2026-12-31');
    expect(old.isWorkingDay('2026-10-01')).toBe(false);
  });

  it('is refused with a day both off and made up, or a date that does not exist', () => {
    const data = { knownUntil: '2027-12-31', holidays: ['2027-02-14'], workdays: ['2027-02-14'], closures: [] };
    expect(calendarDataSchema.safeParse(data).success).toBe(false);
    expect(calendarDataSchema.safeParse({ ...data, workdays: ['2027-02-30'] }).success).toBe(false);
    expect(calendarDataSchema.safeParse({ ...data, workdays: [] }).success).toBe(true);
  });
});

describe('other counts', () => {
  it('hours run on through a holiday, or stand still in it', () => {
    const start = at('2026-09-30T16:00:00+08:00');
    expect(addHours(start, 12, SHIPPED_CALENDAR, false).dueMs).toBe(at('2026-10-01T04:00:00+08:00'));
    expect(addHours(start, 12, SHIPPED_CALENDAR, true).dueMs).toBe(at('2026-10-08T04:00:00+08:00'));
  });

  it('the day before a Monday’s end is Sunday, or the Friday before', () => {
    const due = at('2026-11-24T00:00:00+08:00');
    expect(daysBefore(due, 1, 'calendarDays', SHIPPED_CALENDAR)).toBe(at('2026-11-23T00:00:00+08:00'));
    expect(daysBefore(due, 1, 'workingDays', SHIPPED_CALENDAR)).toBe(at('2026-11-21T00:00:00+08:00'));
  });

  it('time left is working days and the hours of a working today', () => {
    const due = at('2026-11-26T00:00:00+08:00');
    expect(workingTimeLeft(at('2026-11-23T20:30:00+08:00'), due)).toEqual({ days: 2, hours: 3 });
    expect(workingTimeLeft(at('2026-11-22T20:30:00+08:00'), due)).toEqual({ days: 3, hours: 0 });
    expect(workingTimeLeft(due, due)).toEqual({ days: 0, hours: 0 });
  });
});
