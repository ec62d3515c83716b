import type { TimerRow } from '../../db/central/timers.ts';
import { beijingDate, instant, startOfBeijingDate } from '../../shared/instant.ts';
import { addDays, type Calendar } from '../../shared/policy/calendar.ts';
import { periodStart } from '../../shared/policy/milestones.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import type { PeriodicReport } from '../../shared/policy/pack-course.ts';

const MINUTE_MS = 60_000;
/** A report is spoken of on the first working morning of the period after its own. */
const MORNING_MS = (8 * 60 + 30) * MINUTE_MS;
/** A working day that nobody has signed in on is over. H18. */
const EVENING_MS = 18 * 60 * MINUTE_MS;
/** Longer than the longest month: from the start of one period into the next. */
const INTO_NEXT = { month: 40, quarter: 100, halfYear: 200, year: 380 } as const;

/** What the units' sign-ins are watched under. */
export const UNITS = 'units';

/** What a periodic report is watched under. */
export function aboutReport({ id }: Pick<PeriodicReport, 'id'>): string {
  return `report:${id}`;
}

/** The timers that stand whatever orders there are: each report of the pack, and the units' working days. */
export function standingTimers(pack: Pack, calendar: Calendar, nowMs: number): TimerRow[] {
  return [...pack.reports.map((report) => reportTimer(report, calendar, nowMs)), unitsTimer(calendar, nowMs)];
}

/** When a report is to be spoken of next, after an instant. J16, T19. */
export function reportTimer(report: PeriodicReport, calendar: Calendar, afterMs: number): TimerRow {
  const current = periodStart(report.every, beijingDate(afterMs));
  const next = periodStart(report.every, addDays(current, INTO_NEXT[report.every]));
  const morningFrom = (first: string): number => startOfBeijingDate(workingDayFrom(first, calendar)) + MORNING_MS;
  const thisOne = morningFrom(current);
  const atMs = thisOne > afterMs ? thisOne : morningFrom(next);
  return { about: aboutReport(report), kind: 'reportDue', unitId: '', at: instant(atMs) };
}

/** The end of the next working day after an instant. H18. */
export function unitsTimer(calendar: Calendar, afterMs: number): TimerRow {
  const today = beijingDate(afterMs);
  const from = startOfBeijingDate(today) + EVENING_MS > afterMs ? today : addDays(today, 1);
  const atMs = startOfBeijingDate(workingDayFrom(from, calendar)) + EVENING_MS;
  return { about: UNITS, kind: 'unitSilent', unitId: '', at: instant(atMs) };
}

function workingDayFrom(date: string, calendar: Calendar): string {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
