import { beijingDate, startOfBeijingDate } from '../instant.ts';
import { addDays, SHIPPED_CALENDAR, workingDaysBetween, type Calendar } from './calendar.ts';

const HOUR_MS = 3_600_000;

/** Working time until a deadline: whole working days, and the hours of today that are left besides. */
export interface WorkingTime {
  readonly days: number;
  readonly hours: number;
}

/**
 * How much working time is left until a deadline; nothing once it has passed.
 * @param nowMs by the centre's clock
 * @returns hours are those until midnight of a working day: limits end at 24:00 (Civil Code art. 203)
 */
export function workingTimeLeft(nowMs: number, dueMs: number, calendar: Calendar = SHIPPED_CALENDAR): WorkingTime {
  if (nowMs >= dueMs) return { days: 0, hours: 0 };
  const today = beijingDate(nowMs);
  const untilMidnight = Math.min(dueMs, startOfBeijingDate(addDays(today, 1))) - nowMs;
  return {
    days: workingDaysBetween(nowMs, dueMs, calendar),
    hours: calendar.isWorkingDay(today) ? Math.floor(untilMidnight / HOUR_MS) : 0,
  };
}
