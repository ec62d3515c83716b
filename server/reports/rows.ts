import { clustered, countClustered } from '../../db/central/clusters.ts';
import { countRows, rowsBehind, type FigureCursor, type FigureScope } from '../../db/central/figures.ts';
import { findOrders } from '../../db/central/orders.ts';
import type { ReportRow, ReportRows, RowsAsked } from '../../shared/contract/reports.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { isRunning, type Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import type { Service } from '../service.ts';
import { readNames, type Names } from './names.ts';
import { requirePeriod, unitsOf } from './table.ts';

const PAGE = 100;
/** What comes together is listed at once, up to this. */
const CLUSTER = 1000;
/** Characters of an order's content that a list shows. */
const SUMMARY = 80;

/** The orders behind a figure, as far as they are for whoever asks; the others are only counted. J5, Z7. */
export async function reportRows({ db }: Pick<Service, 'db'>, actor: Actor, asked: RowsAsked): Promise<ReportRows> {
  const { found, names, orders } = await behind(db, actor, asked);
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
  asked: RowsAsked,
  page = PAGE,
): Promise<{ found: FigureCursor[]; names: Names; orders: Map<OrderId, Order> }> {
  requirePeriod(asked);
  const names = await readNames(db);
  const found = await find(db, actor, names, asked, page);
  const orders = await findOrders(
    db,
    found.map(({ orderId }) => orderId),
  );
  const views = orders.flatMap((order) => viewFor(order, actor) ?? []);
  return { found, names, orders: new Map(views.map((order) => [order.id, order])) };
}

/** How many orders stand behind a figure, also those that are not for whoever asks. */
export async function countBehind(db: Service['db'], actor: Actor, asked: Omit<RowsAsked, 'after'>): Promise<number> {
  requirePeriod(asked);
  const { figure, from, to, by, key } = asked;
  if (by === 'concerned' || by === 'place')
    return Math.min(CLUSTER, await countClustered(db, { from, to, units: unitsOf(actor) }, by, key ?? ''));
  return countRows(db, figure, scopeOf(actor, await readNames(db), asked), by === 'subject' ? key : null);
}

async function find(
  db: Service['db'],
  actor: Actor,
  names: Names,
  asked: RowsAsked,
  page: number,
): Promise<FigureCursor[]> {
  const { figure, from, to, by, key, after } = asked;
  if (by === 'concerned' || by === 'place')
    return clustered(db, { from, to, units: unitsOf(actor) }, by, key ?? '', CLUSTER);
  return rowsBehind(db, figure, scopeOf(actor, names, asked), by === 'subject' ? key : null, after, page);
}

function scopeOf(actor: Actor, names: Names, { from, to, by, key }: Omit<RowsAsked, 'after'>): FigureScope {
  const mine = unitsOf(actor);
  const days = by === 'day' && key !== null ? { from: key, to: key } : { from, to };
  const units = key === null ? null : by === 'unit' ? [key] : by === 'department' ? names.within(key) : null;
  return { ...days, units: units && mine ? units.filter((unit) => mine.includes(unit)) : (units ?? mine) };
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
