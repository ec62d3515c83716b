import { countedCalls, type CallCursor } from '../../db/central/calls.ts';
import type { Reader, Writer } from '../../db/central/database.ts';
import { putFacets } from '../../db/central/facets.ts';
import { addSums, changeFigures, clearFigures, figuresVersion, setFiguresVersion } from '../../db/central/figures.ts';
import { ordersPage } from '../../db/central/orders.ts';
import { countStanding } from '../../db/central/standing.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { contributionsOf } from '../../shared/figures/contributions.ts';
import { facetsOf } from '../../shared/figures/facets.ts';
import type { CountedCall } from '../../shared/figures/calls.ts';
import type { Service } from '../service.ts';
import { keepGrievances } from '../topics/grievances.ts';
import { keepTopics, readPlaceNames } from '../topics/keep.ts';
import { rowOf } from './keep.ts';
import { sumCalls } from './keep-call.ts';

/** Goes up with every change of what is counted and how: the figures are then counted anew. */
const VERSION = 6;
const BATCH = 500;
const CALLS = 5000;

/** Counts the figures from the orders where that has not been done by these definitions; before anybody is served. */
export async function prepareFigures({ db, log }: Pick<Service, 'db' | 'log'>): Promise<void> {
  if ((await figuresVersion(db)) === VERSION) return;
  const counted = await db.transaction((tx) => countAnew(tx));
  log.info({ orders: counted, version: VERSION }, 'figures of the reports are counted');
}

/** Counts every figure from the orders. @returns how many orders */
export async function countAnew(tx: Writer): Promise<number> {
  await clearFigures(tx);
  const names = await readPlaceNames(tx);
  let orders = 0;
  for await (const page of orderPages(tx)) {
    await changeFigures(
      tx,
      [],
      page.flatMap((order) => contributionsOf(order).map((one) => rowOf(order.id, one))),
    );
    await putFacets(
      tx,
      page.map((order) => ({ orderId: order.id, ...facetsOf(order) })),
    );
    await keepTopics(
      tx,
      page.map((after) => ({ before: null, after })),
      names,
    );
    await keepGrievances(tx, page);
    orders += page.length;
  }
  await countStanding(tx);
  for await (const page of callPages(tx)) await addSums(tx, sumCalls(page));
  await setFiguresVersion(tx, VERSION);
  return orders;
}

/** All finished calls, a page at a time. */
export async function* callPages(db: Reader): AsyncGenerator<CountedCall[]> {
  let after: CallCursor | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof countedCalls>> = await countedCalls(db, after, CALLS);
    if (page.length > 0) yield page;
    after = page.at(-1) ?? null;
    if (page.length < CALLS) return;
  }
}

/** All orders, a page at a time. */
export async function* orderPages(db: Reader): AsyncGenerator<Order[]> {
  let after: OrderId | null = null;
  for (;;) {
    const page: Order[] = await ordersPage(db, after, BATCH);
    if (page.length > 0) yield page;
    after = page.at(-1)?.id ?? null;
    if (page.length < BATCH) return;
  }
}
