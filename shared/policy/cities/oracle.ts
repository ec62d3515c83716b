/**
 * The holidays of 2025 and 2026 as the State Council announced them, and the counting of working days done the plain
 * way. Written down apart from the program's calendar, so that tests do not compare it with itself.
 */
const HOLIDAYS: readonly (readonly [first: string, last: string])[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  // Not announced yet: the regulation's own day, which is certain.
  ['2027-01-01', '2027-01-01'],
];

/** 调休: weekend days that are worked. */
const MADE_UP: ReadonlySet<string> = new Set([
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
]);

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const OFFSET_MS = 8 * HOUR_MS;

/** Day numbers since 1970 in Beijing. */
function dayOf(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS);
}

function isWorked(day: number): boolean {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (HOLIDAYS.some(([first, last]) => first <= date && date <= last)) return false;
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return MADE_UP.has(date) || (weekday !== 0 && weekday !== 6);
}

const LAST_ANNOUNCED = Date.parse('2026-12-31') / DAY_MS;

/** When a limit such as `5wd` ends, and whether the announced calendar reaches so far. */
export function expectedEnd(startMs: number, limit: string): { readonly dueMs: number; readonly provisional: boolean } {
  const count = Number.parseInt(limit, 10);
  if (limit === 'atOnce') return { dueMs: startMs, provisional: false };
  if (limit.endsWith('h')) return { dueMs: startMs + count * HOUR_MS, provisional: false };
  let day = dayOf(startMs);
  for (let left = count; left > 0; left -= isWorked(day) ? 1 : 0) day += 1;
  return { dueMs: (day + 1) * DAY_MS - OFFSET_MS, provisional: day > LAST_ANNOUNCED };
}

/** Every civil date of 2025 and 2026 at three times of day: its first moment, an afternoon, its last second. */
export function everyStart(): number[] {
  const first = Date.parse('2025-01-01T00:00:00+08:00');
  const days = Array.from({ length: 730 }, (_, index) => first + index * DAY_MS);
  return days.flatMap((midnight) => [midnight, midnight + 16 * HOUR_MS, midnight + DAY_MS - 1000]);
}
