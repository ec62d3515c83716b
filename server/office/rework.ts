import type { AuditEntry } from '../../db/central/audit.ts';
import type { Writer } from '../../db/central/database.ts';
import { writeLog } from '../../db/central/log.ts';
import { insertCourse, lockOrders, runningOrders, updateOrders, type NumberedOrder } from '../../db/central/orders.ts';
import { setTimers } from '../../db/central/timers.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Citation, Order } from '../../shared/domain/order.ts';
import { instant } from '../../shared/instant.ts';
import type { Calendar } from '../../shared/policy/calendar.ts';
import type { Deadline } from '../../shared/policy/deadline.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { changesOf } from '../commands/decide.ts';
import { keepFigures } from '../figures/keep.ts';
import { dayAndTime } from '../notices/make.ts';
import type { Service } from '../service.ts';
import { planOf } from '../timers/plan.ts';

/** Orders looked at in one transaction: commands to them wait so long and no longer. */
const BATCH = 200;

/** Who has the limits of open orders worked out again, and why. */
export interface Rework {
  readonly session: Pick<LiveSession, 'actor' | 'deskId'>;
  /** e.g. `日历更新`. */
  readonly reason: string;
  readonly action: string;
  readonly calendar: Calendar;
  /** The limit an order is to have; the one it has where nothing is to change. */
  readonly deadlineFor: (order: Order) => Deadline | null;
}

/** An order whose limit was moved, or would be. */
export interface Moved {
  readonly order: NumberedOrder;
  readonly before: Deadline | null;
  readonly after: Deadline | null;
}

/** Every order whose limit is to move, without moving it. */
export async function wouldMove(service: Service, { deadlineFor }: Pick<Rework, 'deadlineFor'>): Promise<Moved[]> {
  const moved: Moved[] = [];
  for (let after: OrderId | null = null; ;) {
    const orders: Order[] = await runningOrders(service.db, after, BATCH);
    moved.push(...orders.flatMap((order) => movedOf(order, deadlineFor(order))));
    after = orders.at(-1)?.id ?? null;
    if (orders.length < BATCH) return moved;
  }
}

/**
 * Moves the limits, with a line in each order's course and in the audit log: never silently. In batches; one that was
 * answered meanwhile keeps what it had, and doing it again changes nothing more.
 */
export async function rework(service: Service, task: Rework): Promise<Moved[]> {
  const found = await wouldMove(service, task);
  const moved: Moved[] = [];
  for (let start = 0; start < found.length; start += BATCH) {
    const ids = found.slice(start, start + BATCH).map(({ order }) => order.id);
    moved.push(...(await service.db.transaction((tx) => moveBatch(service, tx, task, ids))));
  }
  return moved;
}

async function moveBatch(service: Service, tx: Writer, task: Rework, ids: readonly OrderId[]): Promise<Moved[]> {
  const at = instant(service.nowMs());
  const by = authorOf(task.session.actor);
  // Locked and asked anew: a command may have come between.
  const moved = (await lockOrders(tx, ids)).flatMap((order) => movedOf(order, task.deadlineFor(order)));
  const changed = moved.map(({ order, after }) => ({
    before: order,
    after: { ...order, version: order.version + 1, deadline: after, updatedAt: at },
  }));
  await updateOrders(
    tx,
    changed.map(({ after }) => after),
  );
  await keepFigures(tx, changed);
  await insertCourse(
    tx,
    moved.map(({ order, before, after }) => ({
      orderId: order.id,
      version: order.version + 1,
      entries: [{ at, by, kind: 'redue', text: lineOf(task.reason, before, after), citation: citationOf(after) }],
    })),
  );
  await setTimers(
    tx,
    changed.map(({ after }) => planOf(after, service.pack, task.calendar)),
  );
  await writeLog(tx, {
    at,
    changes: changed.flatMap(changesOf),
    audit: moved.map((one) => auditOf(one, task, at)),
  });
  return moved;
}

function movedOf(order: Order, after: Deadline | null): Moved[] {
  const before = order.deadline;
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  // Only an order that the centre has numbered lies in its database.
  return [{ order: { ...order, number: order.number ?? order.provisionalNumber }, before, after }];
}

function lineOf(reason: string, before: Deadline | null, after: Deadline | null): string {
  return `${reason}：办理期限由 ${shown(before)} 改为 ${shown(after)}`;
}

function shown(deadline: Deadline | null): string {
  return deadline ? `${dayAndTime(deadline.due)}${deadline.provisional ? '（暂定）' : ''}` : '无';
}

function citationOf(deadline: Deadline | null): Citation | null {
  return deadline && { rule: deadline.rule, article: deadline.article };
}

function auditOf({ order, before, after }: Moved, { session, action }: Rework, at: AuditEntry['at']): AuditEntry {
  return {
    at,
    accountId: session.actor.accountId,
    deskId: session.deskId,
    action,
    subject: order.id,
    detail: { before: before?.due ?? null, after: after?.due ?? null, packVersion: after?.packVersion ?? null },
  };
}
