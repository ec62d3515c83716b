import { beijingDate, beijingMinute, startOfBeijingDate } from '../../../shared/instant.ts';
import { addDays, isWorkingDay } from '../../../shared/policy/calendar.ts';
import type { Random } from '../random.ts';

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** How a unit works through an order, in working days after it came; null: it has not stirred at all. */
export function workingDaysToReply(random: Random): number | null {
  const drawn = random.next();
  if (drawn < 0.07) return 0;
  if (drawn < 0.42) return random.between(1, 3);
  if (drawn < 0.78) return random.between(4, 7);
  if (drawn < 0.945) return random.between(8, 10);
  if (drawn < 0.9965) return random.between(11, 17);
  return null;
}

/** A time in office hours, `days` working days after `fromMs`; never before `fromMs` itself. */
export function officeTime(random: Random, fromMs: number, days: number): number {
  let date = beijingDate(fromMs);
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (working(date)) left -= 1;
  }
  const minute = random.chance(0.5) ? random.between(8 * 60 + 40, 12 * 60) : random.between(14 * 60 + 35, 18 * 60 + 10);
  const ms = startOfBeijingDate(date) + minute * MINUTE_MS + random.between(0, MINUTE_MS - 1);
  return ms > fromMs ? ms : fromMs + random.between(40, 200) * MINUTE_MS;
}

/** Nobody calls about an open order, or dispatches one that is not urgent, in the small hours: moved into the day that follows. */
export function daytime(ms: number): number {
  const hour = Math.floor(beijingMinute(ms) / 60);
  return hour < 8 ? ms + (9 - hour) * HOUR_MS : ms;
}

const known = new Map<string, boolean>();

/** The calendar answers from a table behind a date parser; a day is asked for thousands of times. */
function working(date: string): boolean {
  const answer = known.get(date) ?? isWorkingDay(date);
  known.set(date, answer);
  return answer;
}
