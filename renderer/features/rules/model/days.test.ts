import { describe, expect, it } from 'vitest';
import { calendarOf, SHIPPED_CALENDAR } from '../../../../shared/policy/calendar.ts';
import { countedDays, dayKind, holidayName, monthsOf, type Days } from './days.ts';

const SHIPPED: Days = { calendar: SHIPPED_CALENDAR, closures: new Set() };

describe('what a day is', () => {
  it.each([
    ['2026-11-20', 'work'],
    ['2026-11-21', 'weekend'],
    ['2026-10-01', 'holiday'],
    ['2026-10-03', 'holiday'],
    ['2026-10-10', 'makeUp'],
    ['2027-01-01', 'holiday'],
  ] as const)('%s: %s', (date, kind) => {
    expect(dayKind(SHIPPED, date)).toBe(kind);
  });

  it('is a closure where the city itself is closed', () => {
    const calendar = calendarOf({ knownUntil: '2026-12-31', holidays: [], workdays: [], closures: ['2026-11-20'] });
    expect(dayKind({ calendar, closures: new Set(['2026-11-20']) }, '2026-11-20')).toBe('closure');
  });

  it('has the festival it belongs to', () => {
    expect(holidayName('2026-10-01')).toBe('国庆节');
    expect(holidayName('2026-10-10')).toBeNull();
    expect(holidayName('2026-11-21')).toBeNull();
  });
});

describe('a year', () => {
  it('is twelve months that begin on their own weekday', () => {
    const months = monthsOf(SHIPPED, 2026);
    expect(months).toHaveLength(12);
    expect(months[10]).toMatchObject({ month: 11, before: 6, workdays: 21 });
    expect(months[1]?.dates).toHaveLength(28);
  });
});

describe('counting a limit', () => {
  it('names the days that count and why the others do not', () => {
    const { counted, skipped } = countedDays(SHIPPED, '2026-10-01', '2026-10-10');
    expect(counted).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
    expect(skipped).toEqual([{ from: '2026-10-01', to: '2026-10-07', kind: 'holiday' }]);
  });
});
