import { isWorkingDay } from '../../shared/policy/calendar.ts';
import { beijingDate, startOfBeijingDate } from '../../shared/instant.ts';
import { at, type Random } from './random.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Share of a working day's calls by the hour: two peaks, a lunch dip, an evening of noise and outages, a thin night. */
const BY_HOUR = [
  0.9, 0.6, 0.4, 0.3, 0.4, 0.8, 1.9, 4.2, 8.6, 10.4, 9.7, 7.1, 4.4, 4.0, 6.1, 8.2, 8.0, 6.6, 4.9, 4.3, 3.6, 2.6, 1.8,
  1.2,
] as const;

const HOLIDAY_SHARE = 0.58;

/** The first instant of the demo's past: the start of the month nearest to 120 days before now, so that months are whole. */
export function pastBegins(nowMs: number): number {
  const [year = '', month = ''] = beijingDate(nowMs - 120 * DAY_MS + 15 * DAY_MS).split('-');
  return startOfBeijingDate(`${year}-${month}-01`);
}

/** `count` instants from `fromMs` to `toMs` in ascending order, thick and thin as calls are. */
export function* arrivals(random: Random, fromMs: number, toMs: number, count: number): Generator<number> {
  const hours = Math.ceil((toMs - fromMs) / HOUR_MS);
  const weights = Array.from({ length: hours }, (_, index) => hourWeight(fromMs + index * HOUR_MS, toMs));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weighed = 0;
  let given = 0;
  for (const [index, weight] of weights.entries()) {
    weighed += weight;
    const until = index === hours - 1 ? count : Math.round((count * weighed) / total);
    const hourStart = fromMs + index * HOUR_MS;
    const span = Math.min(HOUR_MS, toMs - hourStart);
    const within = Array.from({ length: until - given }, () => hourStart + Math.floor(random.next() * span));
    yield* within.toSorted((a, b) => a - b);
    given = until;
  }
}

function hourWeight(ms: number, toMs: number): number {
  const hour = new Date(ms + 8 * HOUR_MS).getUTCHours();
  const share = Math.min(1, (toMs - ms) / HOUR_MS);
  // A slow swing of some per cent from day to day, so that no two weeks look alike.
  const swing = 1 + 0.14 * Math.sin(ms / (DAY_MS * 1.7)) + 0.08 * Math.sin(ms / (DAY_MS * 4.3));
  return at(BY_HOUR, hour) * (isWorkingDay(beijingDate(ms)) ? 1 : HOLIDAY_SHARE) * share * swing;
}
