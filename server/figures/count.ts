import type { Reader, Writer } from '../../db/central/database.ts';
import { allSums, changeFigures, clearFigures, figuresVersion, setFiguresVersion } from '../../db/central/figures.ts';
import { ordersPage } from '../../db/central/orders.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { contributionsOf } from '../../shared/figures/contributions.ts';
import type { Service } from '../service.ts';
import { rowOf } from './keep.ts';

/** Goes up with every change of what is counted and how: the figures are then counted anew. */
const VERSION = 2;
const BATCH = 500;

/** Counts the figures from the orders where that has not been done by these definitions; before anybody is served. */
export async function prepareFigures({ db, log }: Pick<Service, 'db' | 'log'>): Promise<void> {
  if ((await figuresVersion(db)) === VERSION) return;
  const counted = await db.transaction((tx) => countAnew(tx));
  log.info({ orders: counted, version: VERSION }, 'figures of the reports are counted');
}

/** Counts every figure from the orders. @returns how many orders */
export async function countAnew(tx: Writer): Promise<number> {
  await clearFigures(tx);
  let orders = 0;
  for await (const page of pages(tx)) {
    await changeFigures(
      tx,
      [],
      page.flatMap((order) => contributionsOf(order).map((one) => rowOf(order.id, one))),
    );
    orders += page.length;
  }
  await setFiguresVersion(tx, VERSION);
  return orders;
}

/** A sum that is not what the orders say. */
export interface Deviation {
  /** Figure, day, unit and subject. */
  readonly what: string;
  readonly counted: number;
  readonly kept: number;
  readonly rows: number;
}

/** Compares every kept sum, and the rows behind it, with what the orders say now. One that changes meanwhile may deviate. */
export async function checkFigures(db: Reader): Promise<{ orders: number; sums: number; deviations: Deviation[] }> {
  const counted = new Map<string, number>();
  let orders = 0;
  for await (const page of pages(db)) {
    orders += page.length;
    for (const { figure, day, unit, subject, n } of page.flatMap(contributionsOf)) {
      const key = [figure, day, unit, subject].join(' ');
      counted.set(key, (counted.get(key) ?? 0) + n);
    }
  }
  const kept = await allSums(db, 'figure_days');
  const rows = await allSums(db, 'figure_rows');
  const keys = new Set([...counted.keys(), ...kept.keys(), ...rows.keys()]);
  const deviations = [...keys]
    .map((what) => ({ what, counted: counted.get(what) ?? 0, kept: kept.get(what) ?? 0, rows: rows.get(what) ?? 0 }))
    .filter((one) => one.counted !== one.kept || one.counted !== one.rows);
  return { orders, sums: counted.size, deviations };
}

async function* pages(db: Reader): AsyncGenerator<Order[]> {
  let after: OrderId | null = null;
  for (;;) {
    const page: Order[] = await ordersPage(db, after, BATCH);
    if (page.length > 0) yield page;
    after = page.at(-1)?.id ?? null;
    if (page.length < BATCH) return;
  }
}
