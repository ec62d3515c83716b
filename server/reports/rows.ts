import { z } from 'zod';
import { clustered } from '../../db/central/clusters.ts';
import { countRows, rowsBehind, type FigureCursor, type FigureScope } from '../../db/central/figures.ts';
import { findOrders } from '../../db/central/orders.ts';
import type { ReportRow, ReportRows, RowsAsked } from '../../shared/contract/reports.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { isRunning, type Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { fail } from '../../shared/failure.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import type { Service } from '../service.ts';
import { both, lookedAt, requirePeriod, type LookedAt } from './looked-at.ts';
import { readNames, type Names } from './names.ts';

const PAGE = 100;
/** What comes together is listed at once, up to this. */
const CLUSTER = 1000;
/** Characters of an order's content that a list shows. */
const SUMMARY = 80;

/** The orders behind a figure, as far as they are for whoever asks; the others are only counted. J5, Z7. */
export async function reportRows({ db }: Pick<Service, 'db'>, actor: Actor, asked: RowsAsked): Promise<ReportRows> {
  const names = await readNames(db);
  const { found, orders } = await behind(db, actor, names, asked);
  const rows = found.flatMap(({ orderId, day }) => {
    const order = orders.get(orderId);
    return order ? [{ ...shown(order, names), day }] : [];
  });
  return { rows, hidden: found.length - rows.length, next: nextOf(found, asked) };
}

/** Where the next page begins; null after the last. What comes together is listed at once. */
export function nextOf(found: readonly FigureCursor[], { by }: Pick<RowsAsked, 'by'>, page = PAGE): RowsAsked['after'] {
  const last = found.at(-1);
  if (!last || found.length < page || by === 'concerned' || by === 'place') return null;
  return { day: last.day, unit: last.unit, orderId: last.orderId };
}

/** A page of orders behind a figure, each as this reader may have it. */
export async function behind(
  db: Service['db'],
  actor: Actor,
  names: Names,
  asked: RowsAsked,
  page = PAGE,
): Promise<{ found: readonly FigureCursor[]; orders: Map<OrderId, Order> }> {
  requirePeriod(asked);
  const found = await find(db, lookedAt(actor, names, asked), names, asked, page);
  const orders = await findOrders(
    db,
    found.map(({ orderId }) => orderId),
  );
  const views = orders.flatMap((order) => viewFor(order, actor) ?? []);
  return { found, orders: new Map(views.map((order) => [order.id, order])) };
}

/** How many orders stand behind a figure, also those that are not for whoever asks. */
export async function countBehind(
  db: Service['db'],
  actor: Actor,
  names: Names,
  asked: Omit<RowsAsked, 'after'>,
): Promise<number> {
  requirePeriod(asked);
  const looked = lookedAt(actor, names, asked);
  if (asked.by === 'concerned' || asked.by === 'place')
    return (await find(db, looked, names, { ...asked, after: null }, CLUSTER)).length;
  return countRows(db, asked.figure, lineOf(looked, names, asked), looked.narrowing);
}

async function find(
  db: Service['db'],
  looked: LookedAt,
  names: Names,
  asked: RowsAsked,
  page: number,
): Promise<readonly FigureCursor[]> {
  const { figure, by, key, after } = asked;
  if (by === 'concerned' || by === 'place')
    return clustered(db, looked.scope, looked.narrowing, by, key ?? '', CLUSTER);
  return rowsBehind(db, figure, lineOf(looked, names, asked), looked.narrowing, after, page);
}

/** Of what is looked at, one line of a table. @throws INVALID_INPUT for a key that is no day or month */
function lineOf({ scope }: LookedAt, names: Names, { by, key }: Pick<RowsAsked, 'by' | 'key'>): FigureScope {
  if (key === null) return scope;
  const first = by === 'month' ? `${key}-01` : key;
  if ((by === 'day' || by === 'month') && !z.iso.date().safeParse(first).success)
    fail('INVALID_INPUT', { detail: '统计表的这一行' });
  if (by === 'day') return { ...scope, from: later(scope.from, key), to: earlier(scope.to, key) };
  if (by === 'month') return { ...scope, from: later(scope.from, first), to: earlier(scope.to, lastDayOf(key)) };
  if (by === 'subject') return { ...scope, subjects: both([key], scope.subjects) };
  return { ...scope, units: both(by === 'department' ? departmentUnits(names, key) : [key], scope.units) };
}

/** A department's line has the units that lead to it and to nothing between. */
function departmentUnits(names: Names, key: string): string[] {
  return names.within(key).filter((unit) => names.department(unit) === key);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** @param month 2026-11 */
function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** What a list shows of an order: never who asked. */
export function shown(order: Order, names: Names): Omit<ReportRow, 'day'> {
  const { request, life, state, deadline, closedAt } = order;
  return {
    orderId: order.id,
    number: order.number ?? order.provisionalNumber,
    unitName: order.unitId === null ? '' : names.unit(order.unitId),
    category: request.category,
    summary: Array.from(request.content.replaceAll(/\s+/gu, ' ')).slice(0, SUMMARY).join(''),
    state,
    due: deadline?.due ?? null,
    finishedAt: isRunning(state) ? null : (life.result?.at ?? closedAt),
  };
}
