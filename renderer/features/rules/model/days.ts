import chineseDays from 'chinese-days';
import { addDays, type Calendar } from '../../../../shared/policy/calendar.ts';

/** What a civil date is. `closure`: a working day on which this city's offices are closed. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'makeUp' | 'closure';

/** A calendar with the city's own closed days, which it counts as no working days without saying why. */
export interface Days {
  readonly calendar: Calendar;
  readonly closures: ReadonlySet<string>;
}

/** @param date a civil date, YYYY-MM-DD */
export function dayKind({ calendar, closures }: Days, date: string): DayKind {
  if (closures.has(date)) return 'closure';
  const weekend = weekdayOf(date) >= 5;
  if (calendar.isWorkingDay(date)) return weekend ? 'makeUp' : 'work';
  return weekend && holidayName(date) === null ? 'weekend' : 'holiday';
}

/** The festival a day off belongs to, e.g. 国庆节; null for a plain day, and beyond the announced years. */
export function holidayName(date: string): string | null {
  const { name, work } = chineseDays.getDayDetail(date);
  const [, festival] = name.split(',');
  return !work && festival !== undefined ? festival : null;
}

/** One month's days for a sheet that begins on Monday. */
export interface Month {
  /** 1 to 12. */
  readonly month: number;
  /** Empty places before the first. */
  readonly before: number;
  readonly dates: readonly string[];
  readonly workdays: number;
}

/** The twelve months of a year. */
export function monthsOf(days: Days, year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const dates = datesOf(year, index + 1);
    return {
      month: index + 1,
      before: weekdayOf(dates[0] ?? ''),
      dates,
      workdays: dates.filter((date) => days.calendar.isWorkingDay(date)).length,
    };
  });
}

function datesOf(year: number, month: number): readonly string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (value: number): string => String(value).padStart(2, '0');
  return Array.from({ length: count }, (_, day) => `${year}-${two(month)}-${two(day + 1)}`);
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Days in a row that a limit passes over, for one reason. */
export interface Skipped {
  readonly from: string;
  readonly to: string;
  readonly kind: DayKind;
}

/** The days a limit in working days runs over: what it counts, and what it passes over and why. */
export interface Counted {
  readonly counted: readonly string[];
  readonly skipped: readonly Skipped[];
}

/**
 * @param first the first civil date that could count
 * @param last the civil date on which the limit ends
 */
export function countedDays(days: Days, first: string, last: string): Counted {
  const counted: string[] = [];
  const skipped: Skipped[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (days.calendar.isWorkingDay(date)) {
      counted.push(date);
      continue;
    }
    const kind = dayKind(days, date);
    const before = skipped.at(-1);
    const goesOn = before?.kind === kind && addDays(before.to, 1) === date;
    if (goesOn) skipped.pop();
    skipped.push({ from: goesOn ? before.from : date, to: date, kind });
  }
  return { counted, skipped };
}
