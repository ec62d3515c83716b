import { addDays, calendarOf, type CalendarData } from '../../../../shared/policy/calendar.ts';

/** What a day is made by hand; `asAnnounced`: nothing but what the announcement and the weekday say. */
export type DayChange = 'holiday' | 'makeUp' | 'closure' | 'asAnnounced';

/** Days in a row that are one thing by hand. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly kind: Exclude<DayChange, 'asAnnounced'>;
}

/** Longer spans are a slip of the hand. */
export const LONGEST_SPAN = 31;

const LISTS = { holiday: 'holidays', makeUp: 'workdays', closure: 'closures' } as const;

/**
 * The calendar with some days changed. A closure is of working days only: weekends within it stay what they are.
 * @param from the first civil date
 * @param to the last; before `from`: nothing is changed
 */
export function withDays(data: CalendarData, from: string, to: string, change: DayChange): CalendarData {
  const dates = datesOf(from, to);
  const without = (list: readonly string[]): string[] => list.filter((date) => !dates.includes(date));
  const cleared: CalendarData = {
    ...data,
    holidays: without(data.holidays),
    workdays: without(data.workdays),
    closures: without(data.closures),
  };
  if (change === 'asAnnounced') return cleared;
  const worked = calendarOf(cleared);
  const meant = change === 'closure' ? dates.filter((date) => worked.isWorkingDay(date)) : dates;
  const list = LISTS[change];
  return { ...cleared, [list]: [...cleared[list], ...meant].toSorted() };
}

/** Whatever was set by hand, in the order of the days. */
export function spansOf(data: CalendarData): readonly Span[] {
  const spans: Span[] = [];
  for (const kind of ['holiday', 'makeUp', 'closure'] as const) {
    for (const date of data[LISTS[kind]].toSorted()) {
      const before = spans.at(-1);
      const goesOn = before?.kind === kind && addDays(before.to, 1) === date;
      if (goesOn) spans.pop();
      spans.push({ from: goesOn ? before.from : date, to: date, kind });
    }
  }
  return spans.toSorted((left, right) => left.from.localeCompare(right.from));
}

/**
 * Years that the calendar claims to know and that have no holiday of their own: no year is without, so that its
 * announcement has not been written down.
 * @param shippedUntil the last date that needs no writing down
 */
export function yearsWithoutHoliday(data: CalendarData, shippedUntil: string): readonly string[] {
  const first = Number(shippedUntil.slice(0, 4)) + 1;
  const last = Number(data.knownUntil.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index)).filter(
    (year) => !data.holidays.some((date) => date.startsWith(year)),
  );
}

function datesOf(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to && dates.length <= 366; date = addDays(date, 1)) dates.push(date);
  return dates;
}
