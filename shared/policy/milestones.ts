import { beijingDate, instant, msOf, startOfBeijingDate } from '../instant.ts';
import { addDays, addWorkingDays, daysBefore, workingDaysBetween, type Calendar } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import type { PeriodicReport } from './pack-course.ts';
import type { Pack } from './pack.ts';

/** Something the city's rules want done by an instant, besides the order's own deadline. */
export interface Milestone {
  /** ms since 1970. */
  readonly dueMs: number;
  readonly rule: string;
  readonly article: string;
  readonly provisional: boolean;
}

/** By when a received request must be dispatched (当日派单): the end of the day of receipt. Null: no such rule. T7. */
export function dispatchDue({ dispatch }: Pack, receivedMs: number): Milestone | null {
  if (!dispatch?.sameDay) return null;
  return { ...citedBy(dispatch), dueMs: endOfDate(receivedMs), provisional: false };
}

/** By when a unit may give an order back. Null: the city knows no returns. T7. */
export function returnDue(pack: Pack, unitReceivedMs: number, calendar: Calendar): Milestone | null {
  const { returns } = pack;
  if (!returns) return null;
  return { ...citedBy(returns), ...addWorkingDays(unitReceivedMs, returns.limitWd, calendar, pack.settings) };
}

/** By when more time may still be asked for: before the deadline, or so many days before it. T9, Z9. */
export function extensionAskDue(pack: Pack, deadline: Deadline, calendar: Calendar): Milestone | null {
  const { extensions, settings } = pack;
  if (!extensions) return null;
  const due = msOf(deadline.due);
  const { askBeforeDays } = extensions;
  return {
    ...citedBy(extensions),
    dueMs: askBeforeDays === null ? due : daysBefore(due, askBeforeDays, settings.beforeDue, calendar),
    provisional: deadline.provisional,
  };
}

/**
 * The deadline after an extension: it runs on from the end of the one before, whether asked early or late.
 * @param days working days granted
 * @throws RangeError where the pack knows no extension; whether so many may be granted is for the caller to decide
 */
export function extended(pack: Pack, deadline: Deadline, days: number, calendar: Calendar): Deadline {
  const { extensions } = pack;
  if (!extensions) throw new RangeError(`${pack.city}: no extension in this pack`);
  // The last moment of the old limit, so that the next day is the first that counts.
  const { dueMs, provisional } = addWorkingDays(msOf(deadline.due) - 1, days, calendar, {
    ...pack.settings,
    countReceiptDay: false,
  });
  return {
    due: instant(dueMs),
    ...citedBy(extensions),
    from: 'extended',
    startedAt: deadline.due,
    limit: `${days}wd`,
    pack: pack.city,
    packVersion: pack.version,
    provisional: provisional || deadline.provisional,
    statutory: null,
    also: [],
  };
}

/**
 * The deadline after a return was refused and the unit carries on: unchanged where the pack lets the clock run meanwhile,
 * otherwise later by what the question took.
 * @param askedMs when the return was asked for, ms since 1970
 * @param decidedMs when it was refused
 */
export function resumed(
  pack: Pack,
  deadline: Deadline,
  askedMs: number,
  decidedMs: number,
  calendar: Calendar,
): Deadline {
  if (pack.settings.clockDuringReturn === 'runs' || deadline.statutory !== null) return deadline;
  if (!deadline.limit.endsWith('wd')) return { ...deadline, due: instant(msOf(deadline.due) + decidedMs - askedMs) };
  const days = workingDaysBetween(askedMs, decidedMs, calendar);
  if (days === 0) return deadline;
  const { dueMs, provisional } = addWorkingDays(msOf(deadline.due) - 1, days, calendar, {
    ...pack.settings,
    countReceiptDay: false,
  });
  return { ...deadline, due: instant(dueMs), provisional: provisional || deadline.provisional };
}

/** By when a closed order must be followed up. Null: no such limit. Z10. */
export function followUpDue(pack: Pack, closedMs: number, calendar: Calendar): Milestone | null {
  const { followUp } = pack;
  if (!followUp || followUp.withinWd === null) return null;
  return { ...citedBy(followUp), ...addWorkingDays(closedMs, followUp.withinWd, calendar, pack.settings) };
}

/** By when a closed order must be archived: the day of closing, where the city says so. T14. */
export function archiveDue({ archive }: Pack, closedMs: number): Milestone | null {
  if (!archive?.sameDay) return null;
  return { ...citedBy(archive), dueMs: endOfDate(closedMs), provisional: false };
}

/**
 * When a periodic report on the period before a given day is due.
 * @param date any civil date; the period that ended last before it is meant
 * @returns null where the text sets no day
 */
export function reportDue(pack: Pack, report: PeriodicReport, date: string, calendar: Calendar): Milestone | null {
  if (report.dueWd === null) return null;
  const lastDay = addDays(periodStart(report.every, date), -1);
  // "The first ten working days of the next period" count from its first day, whatever is said of receipts.
  const { dueMs, provisional } = addWorkingDays(startOfBeijingDate(lastDay), report.dueWd, calendar, {
    ...pack.settings,
    countReceiptDay: false,
  });
  return { ...citedBy(report), dueMs, provisional };
}

/** The first day of the month, quarter, half or year that holds a date. */
export function periodStart(every: PeriodicReport['every'], date: string): string {
  const length = { month: 1, quarter: 3, halfYear: 6, year: 12 }[every];
  const month = Number(date.slice(5, 7)) - 1;
  return `${date.slice(0, 4)}-${String(month - (month % length) + 1).padStart(2, '0')}-01`;
}

function endOfDate(ms: number): number {
  return startOfBeijingDate(addDays(beijingDate(ms), 1));
}

function citedBy({
  rule,
  article,
}: {
  readonly rule: string;
  readonly article: string;
}): Pick<Milestone, 'rule' | 'article'> {
  return { rule, article };
}
