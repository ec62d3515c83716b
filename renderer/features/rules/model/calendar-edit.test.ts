import { describe, expect, it } from 'vitest';
import { calendarOf, CALENDAR_KNOWN_UNTIL, type CalendarData } from '../../../../shared/policy/calendar.ts';
import { spansOf, withDays, yearsWithoutHoliday } from './calendar-edit.ts';

const PLAIN: CalendarData = { knownUntil: CALENDAR_KNOWN_UNTIL, holidays: [], workdays: [], closures: [] };

describe('a calendar kept by hand', () => {
  it('takes up an announcement: days off, and the weekend that is worked for it', () => {
    const announced = withDays(
      withDays({ ...PLAIN, knownUntil: '2027-12-31' }, '2027-02-05', '2027-02-11', 'holiday'),
      '2027-02-14',
      '2027-02-14',
      'makeUp',
    );
    const { isWorkingDay } = calendarOf(announced);
    expect(['2027-02-05', '2027-02-08', '2027-02-14'].map(isWorkingDay)).toEqual([false, false, true]);
    expect(spansOf(announced)).toEqual([
      { from: '2027-02-05', to: '2027-02-11', kind: 'holiday' },
      { from: '2027-02-14', to: '2027-02-14', kind: 'makeUp' },
    ]);
  });

  it('closes offices on working days only: a weekend within is none', () => {
    const closed = withDays(PLAIN, '2026-11-27', '2026-11-30', 'closure');
    expect(closed.closures).toEqual(['2026-11-27', '2026-11-30']);
  });

  it('has a day as one thing: the last word counts, and taking it back leaves what was announced', () => {
    const twice = withDays(
      withDays(PLAIN, '2026-11-27', '2026-11-27', 'closure'),
      '2026-11-27',
      '2026-11-27',
      'holiday',
    );
    expect(twice).toMatchObject({ closures: [], holidays: ['2026-11-27'] });
    expect(withDays(twice, '2026-11-01', '2026-11-30', 'asAnnounced')).toEqual(PLAIN);
  });

  it('changes nothing for a span written the wrong way round', () => {
    expect(withDays(PLAIN, '2026-11-28', '2026-11-27', 'closure')).toEqual(PLAIN);
  });

  it('doubts a year that is said to be known and has no holiday', () => {
    expect(yearsWithoutHoliday(PLAIN, CALENDAR_KNOWN_UNTIL)).toEqual([]);
    const claimed = { ...PLAIN, knownUntil: '2028-12-31', holidays: ['2027-10-01'] };
    expect(yearsWithoutHoliday(claimed, CALENDAR_KNOWN_UNTIL)).toEqual(['2028']);
  });
});
