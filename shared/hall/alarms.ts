import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import type { HallSettings } from './settings.ts';

export const alarmKindSchema = z.enum(['wait', 'abandon', 'longCall', 'nearLimit', 'unsent', 'hotTopic']);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** One cause of alarm, from when it stood to when it was over, and whoever has taken note of it. */
export const alarmSchema = z.object({
  id: z.uuid(),
  kind: alarmKindSchema,
  /** Whom or what it is about, in words: an operator, an order's number, a place; '' where it is the whole hall. */
  about: z.string().max(200),
  /** How much there was when it began: seconds of waiting, percent, minutes, orders, or the limit's instant in ms. */
  value: z.number(),
  raisedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  acknowledgedAt: instantSchema.nullable(),
  acknowledgedBy: z.string().nullable(),
});
export type Alarm = z.infer<typeof alarmSchema>;

/** A cause as it stands now. `subject` tells it from others of its kind. */
export interface Cause {
  readonly kind: AlarmKind;
  readonly subject: string;
  readonly about: string;
  readonly value: number;
}

/** What alarms are decided from. Times in ms. */
export interface AlarmFacts {
  readonly nowMs: number;
  readonly longestWaitingMs: number | null;
  readonly lastHour: { readonly answered: number; readonly abandoned: number };
  readonly calls: readonly { readonly callId: string; readonly who: string; readonly sinceMs: number }[];
  readonly desks: readonly { readonly accountId: string; readonly who: string; readonly unsentSinceMs: number }[];
  /** Open orders that are not overdue, with their limits. */
  readonly orders: readonly { readonly id: string; readonly number: string; readonly dueMs: number }[];
  /** Requests of the day that come together. */
  readonly topics: readonly { readonly key: string; readonly name: string; readonly count: number }[];
}

/** Of fewer callers a share says nothing. */
const ENOUGH_CALLERS = 10;
const MINUTE_MS = 60_000;

/** Every cause of alarm there is now by the centre's own thresholds; 0 turns a kind off. */
export function causesNow(facts: AlarmFacts, thresholds: HallSettings['alarms']): Cause[] {
  const { nowMs } = facts;
  return [
    ...waitCause(facts, thresholds.waitSeconds),
    ...abandonCause(facts, thresholds.abandonPercent),
    ...pick(thresholds.callMinutes, facts.calls, ({ callId, who, sinceMs }, least) => {
      const minutes = Math.floor((nowMs - sinceMs) / MINUTE_MS);
      return minutes >= least && { kind: 'longCall', subject: callId, about: who, value: minutes };
    }),
    ...pick(thresholds.unsentMinutes, facts.desks, ({ accountId, who, unsentSinceMs }, least) => {
      const minutes = Math.floor((nowMs - unsentSinceMs) / MINUTE_MS);
      return minutes >= least && { kind: 'unsent', subject: accountId, about: who, value: minutes };
    }),
    ...pick(
      thresholds.nearLimitMinutes,
      facts.orders,
      ({ id, number, dueMs }, most) =>
        dueMs > nowMs &&
        dueMs - nowMs <= most * MINUTE_MS && { kind: 'nearLimit', subject: id, about: number, value: dueMs },
    ),
    ...pick(
      thresholds.hotTopicOrders,
      facts.topics,
      ({ key, name, count }, least) => count >= least && { kind: 'hotTopic', subject: key, about: name, value: count },
    ),
  ];
}

function waitCause({ longestWaitingMs }: AlarmFacts, least: number): Cause[] {
  const seconds = Math.floor((longestWaitingMs ?? 0) / 1000);
  return least > 0 && longestWaitingMs !== null && seconds >= least
    ? [{ kind: 'wait', subject: '', about: '', value: seconds }]
    : [];
}

function abandonCause({ lastHour: { answered, abandoned } }: AlarmFacts, least: number): Cause[] {
  const offered = answered + abandoned;
  const percent = offered === 0 ? 0 : Math.floor((100 * abandoned) / offered);
  return least > 0 && offered >= ENOUGH_CALLERS && percent >= least
    ? [{ kind: 'abandon', subject: '', about: '', value: percent }]
    : [];
}

function pick<T>(threshold: number, all: readonly T[], of: (one: T, threshold: number) => Cause | false): Cause[] {
  return threshold === 0 ? [] : all.flatMap((one) => of(one, threshold) || []);
}

/** What is known of a cause that was there before. */
export interface Known {
  readonly id: string;
  /** Null: it stands. */
  readonly endedMs: number | null;
}

/** Within so long the same cause is the same alarm: one that comes and goes must not ring each time. */
export const AGAIN_MS = 5 * MINUTE_MS;

/** Which alarms begin, stand again, and are over. @param known by {@link keyOf} */
export function changesOf(
  causes: readonly Cause[],
  known: ReadonlyMap<string, Known>,
  nowMs: number,
): { readonly begun: Cause[]; readonly again: string[]; readonly over: string[] } {
  const now = new Map(causes.map((cause) => [keyOf(cause), cause]));
  const begun = [...now.values()].filter((cause) => {
    const before = known.get(keyOf(cause));
    return !before || (before.endedMs !== null && nowMs - before.endedMs > AGAIN_MS);
  });
  const again = [...known].flatMap(([key, { id, endedMs }]) =>
    now.has(key) && endedMs !== null && nowMs - endedMs <= AGAIN_MS ? [id] : [],
  );
  const over = [...known].flatMap(([key, { id, endedMs }]) => (!now.has(key) && endedMs === null ? [id] : []));
  return { begun, again, over };
}

export function keyOf({ kind, subject }: Pick<Cause, 'kind' | 'subject'>): string {
  return `${kind} ${subject}`;
}
