import { z } from 'zod';

/** An instant as ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it: sorts as text. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** @param ms milliseconds since 1970 */
export function instant(ms: number): Instant {
  return instantSchema.parse(new Date(ms).toISOString());
}

/** Milliseconds since 1970. */
export function msOf(at: Instant): number {
  return Date.parse(at);
}

/** All five cities keep Beijing time, which has had no summer time since 1991. */
export const BEIJING_OFFSET_MS = 8 * 3600_000;
const DAY_MS = 24 * 3600_000;

/** More days than anybody looks at in a year of work. */
const MOST_DATES = 4000;
const dates = new Map<number, string>();

/** The civil date (YYYY-MM-DD) in Beijing at an instant. Asked many times for every order, and mostly about a few days. */
export function beijingDate(ms: number): string {
  const day = Math.floor((ms + BEIJING_OFFSET_MS) / DAY_MS);
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(ms + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(day, date);
  return date;
}

/** Minutes after midnight in Beijing. */
export function beijingMinute(ms: number): number {
  const local = new Date(ms + BEIJING_OFFSET_MS);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The instant (ms) at which a Beijing civil date begins. */
export function startOfBeijingDate(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`) - BEIJING_OFFSET_MS;
}
