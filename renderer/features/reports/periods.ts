import { periodStart } from '../../../shared/policy/milestones.ts';
import { addDays } from '../../../shared/policy/calendar.ts';
import type { PeriodicReport } from '../../../shared/policy/pack-course.ts';
import { PERIOD } from './text.ts';

type Every = PeriodicReport['every'];

/** A period with both its days counted, as a person says it. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** How far back one can choose. */
const COUNT: Readonly<Record<Every, number>> = { month: 24, quarter: 12, halfYear: 8, year: 6 };
/** Longer than the longest of its kind: from its first day into the next. */
const INTO_NEXT: Readonly<Record<Every, number>> = { month: 40, quarter: 100, halfYear: 200, year: 380 };

/** The periods of a kind up to the one that holds a day, newest first. */
export function periodsUpTo(every: Every, today: string): Period[] {
  const periods: Period[] = [];
  let from = periodStart(every, today);
  for (let count = 0; count < COUNT[every]; count += 1) {
    const to = addDays(periodStart(every, addDays(from, INTO_NEXT[every])), -1);
    periods.push({ from, to, name: nameOf(every, from) });
    from = periodStart(every, addDays(from, -1));
  }
  return periods;
}

function nameOf(every: Every, from: string): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (every) {
    case 'month':
      return PERIOD.month(year, month);
    case 'quarter':
      return PERIOD.quarter(year, Math.ceil(month / 3));
    case 'halfYear':
      return month === 1 ? PERIOD.firstHalf(year) : PERIOD.secondHalf(year);
    case 'year':
      return PERIOD.year(year);
  }
}

/** The days of one line of a table: a day, a month as far as it is in the period, or all of it. */
export function daysOf(
  { from, to, by }: { readonly from: string; readonly to: string; readonly by: string },
  key: string | null,
): { from: string; to: string } {
  if (key !== null && by === 'day') return { from: key, to: key };
  if (key === null || by !== 'month') return { from, to };
  const first = `${key}-01`;
  const last = addDays(periodStart('month', addDays(first, INTO_NEXT.month)), -1);
  return { from: first > from ? first : from, to: last < to ? last : to };
}
