import { createHash } from 'node:crypto';
import type { Writer } from '../../db/central/database.ts';
import { matterMonths, putGrievances, type GrievanceRow } from '../../db/central/grievances.ts';
import type { Order } from '../../shared/domain/order.ts';
import { beijingDate, instant, msOf } from '../../shared/instant.ts';
import { runUpTo } from './months.ts';

/** T18: 连续 3 个月以上. */
export const MONTHS = 3;
/** Shorter numbers are extensions and wrong entries, and name nobody. */
const SHORTEST_NUMBER = 7;

/** What an order says of who complains about what; null where it is no complaint, or names nobody or nothing. T18. */
export function grievanceOf({ id, request, createdAt, unitId, state }: Order): GrievanceRow | null {
  const { category, subjectId, caller } = request;
  if ((category !== 'complaint' && category !== 'report') || subjectId === null || state === 'merged') return null;
  const digits = caller.phone.replaceAll(/\D/gu, '');
  if (digits.length < SHORTEST_NUMBER) return null;
  return {
    orderId: id,
    caller: createHash('sha256').update(digits).digest('hex').slice(0, 32),
    subject: subjectId,
    unit: unitId ?? '',
    month: beijingDate(msOf(createdAt)).slice(0, 7),
  };
}

/** In the transaction that changes the orders. */
export async function keepGrievances(tx: Writer, orders: readonly Order[]): Promise<void> {
  const each = orders.map((order) => ({ order, row: grievanceOf(order) }));
  await putGrievances(
    tx,
    each.flatMap(({ order, row }) => (row ? [] : [order.id])),
    each.flatMap(({ row }) => row ?? []),
  );
}

/**
 * Marks complaints with which somebody has complained of one matter three months running, and takes the mark from those
 * that are none any more. @returns the orders as they are to be written. T18
 */
export async function markRepeated<T extends Order>(tx: Writer, orders: readonly T[], nowMs: number): Promise<T[]> {
  const rows = orders.flatMap((order) => grievanceOf(order) ?? []);
  if (rows.length === 0) return orders.map((order) => marked(order, null, nowMs));
  const others = await matterMonths(
    tx,
    rows.map(({ caller }) => caller),
    orders.map(({ id }) => id),
  );
  const months = Map.groupBy([...others, ...rows], ({ caller, subject }) => `${caller} ${subject}`);
  return orders.map((order) => {
    const row = grievanceOf(order);
    const own = row && months.get(`${row.caller} ${row.subject}`);
    const run = own
      ? runUpTo(
          own.map(({ month }) => month),
          row.month,
        )
      : null;
    return marked(order, run && run.count >= MONTHS ? run : null, nowMs);
  });
}

/** A mark that stands keeps its time: it is told once. */
function marked<T extends Order>(order: T, run: ReturnType<typeof runUpTo>, nowMs: number): T {
  const before = order.life.repeated;
  if (before === null && run === null) return order;
  const repeated = run && { at: before?.at ?? instant(nowMs), from: run.from, to: run.to, months: run.count };
  return { ...order, life: { ...order.life, repeated } };
}
