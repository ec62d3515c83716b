import type { Plan } from '../../db/central/timers.ts';
import type { Assistant } from '../../shared/domain/life.ts';
import type { NoticeKind } from '../../shared/domain/notice.ts';
import { isRunning, isWithUnit, type Order } from '../../shared/domain/order.ts';
import { beijingDate, instant, msOf, startOfBeijingDate, type Instant } from '../../shared/instant.ts';
import { owedTimes, type OwedTime } from '../../shared/domain/owed-times.ts';
import { addDays, type Calendar } from '../../shared/policy/calendar.ts';
import type { Deadline } from '../../shared/policy/deadline.ts';
import { parseLimit } from '../../shared/policy/limit.ts';
import { dispatchDue, extensionAskDue, followUpDue } from '../../shared/policy/milestones.ts';
import type { Pack } from '../../shared/policy/pack.ts';

/** What the clock tells of an order. */
export type OrderTimerKind = Extract<
  NoticeKind,
  | 'nearDue'
  | 'due'
  | 'overdue'
  | 'undispatched'
  | 'extensionClosing'
  | 'followUpDue'
  | 'firstResponseDue'
  | 'procedureDue'
  | 'archiveDue'
>;

export interface OrderTimer {
  readonly kind: OrderTimerKind;
  /** The assisting unit whose own limit it is; '' for the order itself. */
  readonly unitId: string;
  readonly at: Instant;
  /** What it is about, where that is not the order's limit. */
  readonly due?: Instant;
}

interface Moment {
  readonly kind: OrderTimerKind;
  readonly atMs: number;
  readonly unitId?: string;
  readonly dueMs?: number;
}

/** People are told when they come to work, not at midnight. */
const MORNING_MS = (8 * 60 + 30) * 60_000;
/** What is to be done the same day is spoken of before people go home. */
const EVENING_MS = 17 * 60 * 60_000;
const HOUR_MS = 3600_000;

/**
 * What the clock has to tell of an order as it stands. Pure: the same order under the same pack and calendar has the same
 * timers, however often they are planned.
 */
export function timersOf(order: Order, pack: Pack, calendar: Calendar): OrderTimer[] {
  return [
    ...limitMoments(order, calendar),
    ...assistantMoments(order),
    ...dispatchMoments(order, pack),
    ...extensionMoments(order, pack, calendar),
    ...followUpMoments(order, pack, calendar),
    ...owedTimes(order, { pack, calendar }).map((owed) => owedMoment(order, owed)),
  ].map(({ kind, atMs, unitId = '', dueMs }) => ({
    kind,
    unitId,
    at: instant(atMs),
    ...(dueMs === undefined ? {} : { due: instant(dueMs) }),
  }));
}

/** The timers of an order as the table keeps them. */
export function planOf(order: Order, pack: Pack, calendar: Calendar): Plan {
  const timers = timersOf(order, pack, calendar).map(({ kind, unitId, at }) => ({ kind, unitId, at }));
  return { about: order.id, timers };
}

/** Nearly due on the working day before the last one, due on the last day's morning, overdue when it has passed. */
function limitMoments({ state, deadline }: Order, calendar: Calendar): Moment[] {
  if (!isRunning(state) || !deadline) return [];
  const dueMs = msOf(deadline.due);
  const startMs = msOf(deadline.startedAt);
  const overdue: Moment = { kind: 'overdue', atMs: dueMs };
  return [...reminders(deadline, dueMs, calendar).filter(({ atMs }) => atMs > startMs && atMs < dueMs), overdue];
}

function reminders({ limit }: Deadline, dueMs: number, calendar: Calendar): Moment[] {
  const parsed = parseLimit(limit);
  if (parsed.kind === 'atOnce') return [];
  // A limit of hours is over before anybody's next morning: its last quarter is near.
  if (parsed.kind === 'hours') return [{ kind: 'nearDue', atMs: dueMs - (parsed.count * HOUR_MS) / 4 }];
  const last = beijingDate(dueMs - 1);
  let before = addDays(last, -1);
  while (!calendar.isWorkingDay(before)) before = addDays(before, -1);
  return [
    { kind: 'nearDue', atMs: morningOf(before) },
    { kind: 'due', atMs: morningOf(last) },
  ];
}

/** Each assisting unit has a limit of its own. T11, H9. */
function assistantMoments({ state, life }: Order): Moment[] {
  if (!isWithUnit(state)) return [];
  const waiting = (assistant: Assistant): Moment[] => {
    if (assistant.answer !== null || assistant.due === null) return [];
    const { unitId, due, askedAt } = assistant;
    const moments: Moment[] = [
      { kind: 'due', unitId, atMs: morningOf(beijingDate(msOf(due) - 1)) },
      { kind: 'overdue', unitId, atMs: msOf(due) },
    ];
    return moments.filter(({ kind, atMs }) => kind === 'overdue' || atMs > msOf(askedAt));
  };
  return life.assistants.flatMap(waiting);
}

/** Still undispatched at the end of the day on which it came, or came back. T7. */
function dispatchMoments({ state, createdAt, life }: Order, pack: Pack): Moment[] {
  if (state !== 'accepted') return [];
  const back = life.returns.flatMap(({ decision }) => (decision?.agreed ? [msOf(decision.at)] : []));
  const due = dispatchDue(pack, Math.max(msOf(createdAt), ...back));
  return due ? [{ kind: 'undispatched', atMs: due.dueMs }] : [];
}

/** The last morning on which more time can still be asked for, where the city sets a day for that. T9. */
function extensionMoments({ state, deadline, life }: Order, pack: Pack, calendar: Calendar): Moment[] {
  const { extensions } = pack;
  if (state !== 'handling' || !deadline || !extensions || extensions.askBeforeDays === null) return [];
  const granted = life.extensions.slice(life.earlier.extensions).filter(({ decision }) => decision?.agreed !== false);
  if (granted.length >= extensions.max || granted.some(({ decision }) => decision === null)) return [];
  const closing = extensionAskDue(pack, deadline, calendar);
  if (!closing) return [];
  const atMs = morningOf(beijingDate(closing.dueMs - 1));
  return atMs > msOf(deadline.startedAt) ? [{ kind: 'extensionClosing', atMs }] : [];
}

/** The last morning for a follow-up that the city wants within so many days of closing. Z10. */
function followUpMoments({ state, closedAt, life, request }: Order, pack: Pack, calendar: Calendar): Moment[] {
  if (state !== 'closed' || closedAt === null || life.dispatchedAt === null || !request.followUp) return [];
  if (life.followUps.slice(life.earlier.followUps).some(({ reached }) => reached)) return [];
  const due = followUpDue(pack, msOf(closedAt), calendar);
  return due ? [{ kind: 'followUpDue', atMs: morningOf(beijingDate(due.dueMs - 1)) }] : [];
}

/** The last morning for a first word (H4, Z5) or the procedure (T10); the evening of the day of closing for the archive. T14. */
function owedMoment({ createdAt, closedAt, life }: Order, { kind, dueMs }: OwedTime): Moment {
  const last = beijingDate(dueMs - 1);
  switch (kind) {
    case 'firstResponse':
      return { kind: 'firstResponseDue', atMs: Math.max(morningOf(last), msOf(createdAt)), dueMs };
    case 'procedure':
      return { kind: 'procedureDue', atMs: Math.max(morningOf(last), msOf(life.dispatchedAt ?? createdAt)), dueMs };
    case 'archive':
      return {
        kind: 'archiveDue',
        atMs: Math.max(startOfBeijingDate(last) + EVENING_MS, msOf(closedAt ?? createdAt)),
        dueMs,
      };
  }
}

function morningOf(date: string): number {
  return startOfBeijingDate(date) + MORNING_MS;
}
