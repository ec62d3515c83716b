import chineseDays from 'chinese-days';
import { beijingDate, startOfBeijingDate } from '../instant.ts';

const DAY_MS = 86_400_000;

/** The last civil date whose working days the State Council has announced in the calendar shipped here. Beyond it `chinese-days` knows only the weekday. */
export const CALENDAR_KNOWN_UNTIL = '2026-12-31';

/** True for a working day (工作日) in mainland China: Monday to Friday less statutory holidays, plus 调休 make-up days. */
export function isWorkingDay(date: string): boolean {
  return chineseDays.isWorkday(date);
}

/** The civil date `days` after `date`. */
export function addDays(date: string, days: number): string {
  return beijingDate(startOfBeijingDate(date) + days * DAY_MS);
}

/**
 * The end of a limit in working days. The day of the start is not counted (Civil Code art. 201); the last day ends at
 * 24:00 (art. 203), so the answer is the next civil day's 00:00 in Beijing.
 * @param startMs when the clock starts, ms since 1970
 * @param days at least 1
 * @returns ms since 1970, and whether the span left the announced calendar
 */
export function addWorkingDays(startMs: number, days: number): { dueMs: number; provisional: boolean } {
  let date = beijingDate(startMs);
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return { dueMs: startOfBeijingDate(addDays(date, 1)), provisional: date > CALENDAR_KNOWN_UNTIL };
}

/**
 * Whole working days that are left between two instants, for 余 n 工作日; negative once overdue (超期).
 * The current day counts as zero, like the limit itself.
 */
export function workingDaysBetween(fromMs: number, toMs: number): number {
  if (toMs < fromMs) return -workingDaysBetween(toMs, fromMs);
  const last = beijingDate(toMs - 1);
  let count = 0;
  for (let date = addDays(beijingDate(fromMs), 1); date <= last; date = addDays(date, 1)) {
    if (isWorkingDay(date)) count += 1;
  }
  return count;
}
