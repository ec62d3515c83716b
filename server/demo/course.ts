import { beijingDate, instant, startOfBeijingDate } from '../../shared/instant.ts';
import type { HistoryEntry, Order } from '../../shared/domain/order.ts';
import type { Author } from '../../shared/domain/people.ts';
import { addDays, isWorkingDay } from '../../shared/policy/calendar.ts';
import type { Random } from './random.ts';

const MINUTE_MS = 60_000;

/** An order with its course so far. */
export interface Dossier {
  readonly order: Order;
  readonly history: readonly HistoryEntry[];
}

/** The unit replied: the caller has been told, and so has the platform. H8. */
export function replied({ order, history }: Dossier, atMs: number, by: Author, text: string): Dossier {
  const at = instant(atMs);
  return {
    order: { ...order, state: 'replied', version: order.version + 1, updatedAt: at },
    history: [...history, { at, by, kind: 'replied', text, citation: order.deadline && citationOf(order.deadline) }],
  };
}

/** Closed after the follow-up call. H12. */
export function closed({ order, history }: Dossier, atMs: number, by: Author, text: string): Dossier {
  const at = instant(atMs);
  return {
    order: { ...order, state: 'closed', version: order.version + 1, updatedAt: at, closedAt: at },
    history: [
      ...history,
      { at, by, kind: 'closed', text, citation: { rule: 'H12', article: '第六条第（二）项第3目' } },
    ],
  };
}

function citationOf({ rule, article }: { rule: string; article: string }): { rule: string; article: string } {
  return { rule, article };
}

/** How a unit works through a forwarded order, in working days after it came; null: it has not stirred at all. */
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

const known = new Map<string, boolean>();

/** The calendar answers from a table behind a date parser; a day is asked for thousands of times. */
function working(date: string): boolean {
  const answer = known.get(date) ?? isWorkingDay(date);
  known.set(date, answer);
  return answer;
}
