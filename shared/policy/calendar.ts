import chineseDays from 'chinese-days';
import { z } from 'zod';
import { beijingDate, startOfBeijingDate } from '../instant.ts';
import { isStatutoryDayOff } from './statutory-days.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The last civil date whose working days the State Council has announced in the calendar shipped here. Beyond it `chinese-days` knows only the weekday. */
export const CALENDAR_KNOWN_UNTIL = '2026-12-31';

/** What a centre adds to the calendar shipped here: later announcements, and closures of its own. */
export const calendarDataSchema = z
  .strictObject({
    /** The last date that the lists below speak for. */
    knownUntil: z.iso.date(),
    /** Statutory holidays, weekends included or not. */
    holidays: z.array(z.iso.date()),
    /** 调休: weekend days that are worked. */
    workdays: z.array(z.iso.date()),
    /** Working days on which this city's offices are closed nevertheless. */
    closures: z.array(z.iso.date()),
  })
  .refine(({ holidays, workdays }) => !holidays.some((date) => workdays.includes(date)), {
    message: '同一天不能既是放假日又是调休上班日',
    path: ['workdays'],
  });
export type CalendarData = z.infer<typeof calendarDataSchema>;

/** Which days are worked, and how far that is announced rather than estimated. */
export interface Calendar {
  /** Last announced civil date. */
  readonly knownUntil: string;
  readonly isWorkingDay: (date: string) => boolean;
}

/** The calendar shipped here with what a centre knows beyond it. A centre's word counts before the shipped one. */
export function calendarOf(data: CalendarData): Calendar {
  const holidays = new Set(data.holidays);
  const workdays = new Set(data.workdays);
  const closures = new Set(data.closures);
  const decide = (date: string): boolean => {
    if (closures.has(date) || holidays.has(date)) return false;
    if (workdays.has(date)) return true;
    if (date <= CALENDAR_KNOWN_UNTIL) return chineseDays.isWorkday(date);
    return isWeekday(date) && (date <= data.knownUntil || !isStatutoryDayOff(date));
  };
  // A list of a thousand orders asks for the same few days over and over; chinese-days takes microseconds for each.
  const decided = new Map<string, boolean>();
  return {
    knownUntil: data.knownUntil > CALENDAR_KNOWN_UNTIL ? data.knownUntil : CALENDAR_KNOWN_UNTIL,
    isWorkingDay: (date) => {
      const worked = decided.get(date) ?? decide(date);
      decided.set(date, worked);
      return worked;
    },
  };
}

/** The calendar as shipped. */
export const SHIPPED_CALENDAR: Calendar = calendarOf({
  knownUntil: CALENDAR_KNOWN_UNTIL,
  holidays: [],
  workdays: [],
  closures: [],
});

/** A centre's own calendar; the shipped one where there is no centre yet. */
export function calendarAt(centre: { readonly calendar: CalendarData } | null): Calendar {
  return centre ? calendarOf(centre.calendar) : SHIPPED_CALENDAR;
}

/** True for a working day (工作日) in mainland China: Monday to Friday less statutory holidays, plus 调休 make-up days. */
export function isWorkingDay(date: string, calendar: Calendar = SHIPPED_CALENDAR): boolean {
  return calendar.isWorkingDay(date);
}

/** The civil date `days` after `date`; before it where `days` is negative. */
export function addDays(date: string, days: number): string {
  return beijingDate(startOfBeijingDate(date) + days * DAY_MS);
}

/** How a limit in working days is counted; see `settingsSchema`. */
export interface Counting {
  readonly countReceiptDay: boolean;
  readonly dayEnds: string;
}

const CIVIL_CODE: Counting = { countReceiptDay: false, dayEnds: '24:00' };

/** The instant (ms) at which a civil date's business ends. */
function endOfDay(date: string, dayEnds: string): number {
  const [hours = 0, minutes = 0] = dayEnds.split(':').map(Number);
  return startOfBeijingDate(date) + hours * HOUR_MS + minutes * 60_000;
}

/**
 * The end of a limit in working days. Unless told otherwise the day of the start is not counted (Civil Code art. 201)
 * and the last day ends at 24:00 (art. 203), so the answer is the next civil day's 00:00 in Beijing.
 * @param startMs when the clock starts, ms since 1970
 * @param days at least 1
 * @returns ms since 1970, and whether the span left the announced calendar
 */
export function addWorkingDays(
  startMs: number,
  days: number,
  calendar: Calendar = SHIPPED_CALENDAR,
  counting: Counting = CIVIL_CODE,
): { dueMs: number; provisional: boolean } {
  const first = beijingDate(startMs);
  const counts = counting.countReceiptDay && startMs < endOfDay(first, counting.dayEnds);
  let date = counts ? first : addDays(first, 1);
  for (let left = days; ; date = addDays(date, 1)) {
    if (calendar.isWorkingDay(date)) left -= 1;
    if (left === 0) break;
  }
  return { dueMs: endOfDay(date, counting.dayEnds), provisional: date > calendar.knownUntil };
}

/**
 * The end of a limit in hours.
 * @param onlyWorkingDays hours of other days stand still; otherwise they run through nights and holidays
 */
export function addHours(
  startMs: number,
  hours: number,
  calendar: Calendar,
  onlyWorkingDays: boolean,
): { dueMs: number; provisional: boolean } {
  if (!onlyWorkingDays) return { dueMs: startMs + hours * HOUR_MS, provisional: false };
  let left = hours * HOUR_MS;
  let date = beijingDate(startMs);
  for (let from = startMs; ; date = addDays(date, 1), from = startOfBeijingDate(date)) {
    if (!calendar.isWorkingDay(date)) continue;
    const there = startOfBeijingDate(date) + DAY_MS - from;
    if (left <= there) return { dueMs: from + left, provisional: date > calendar.knownUntil };
    left -= there;
  }
}

/**
 * So many days before a limit ends, at the same time of day: 期满前 n 日.
 * @param unit calendar days, or working days
 */
export function daysBefore(
  dueMs: number,
  days: number,
  unit: 'calendarDays' | 'workingDays',
  calendar: Calendar,
): number {
  if (unit === 'calendarDays') return dueMs - days * DAY_MS;
  const last = beijingDate(dueMs - 1);
  let date = last;
  for (let left = days; left > 0;) {
    date = addDays(date, -1);
    if (calendar.isWorkingDay(date)) left -= 1;
  }
  return dueMs - (startOfBeijingDate(last) - startOfBeijingDate(date));
}

/**
 * Whole working days that are left between two instants, for 余 n 工作日; negative once overdue (超期).
 * The current day counts as zero, like the limit itself.
 */
export function workingDaysBetween(fromMs: number, toMs: number, calendar: Calendar = SHIPPED_CALENDAR): number {
  if (toMs < fromMs) return -workingDaysBetween(toMs, fromMs, calendar);
  const last = beijingDate(toMs - 1);
  let count = 0;
  for (let date = addDays(beijingDate(fromMs), 1); date <= last; date = addDays(date, 1)) {
    if (calendar.isWorkingDay(date)) count += 1;
  }
  return count;
}

function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
}
