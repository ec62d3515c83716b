import type { Database, Reader } from '../../db/central/database.ts';
import { facetsKept } from '../../db/central/facets.ts';
import { addCounted, beginFigureCheck, compareSums, type Deviation } from '../../db/central/figure-check.ts';
import { checkStanding } from '../../db/central/standing.ts';
import { topicsKept } from '../../db/central/topics.ts';
import { contributionsOf, type Contribution } from '../../shared/figures/contributions.ts';
import type { Order } from '../../shared/domain/order.ts';
import { facetsOf } from '../../shared/figures/facets.ts';
import { sameTopic, topicOf } from '../topics/keep.ts';
import { callPages, orderPages } from './count.ts';
import { sameFacets } from './keep.ts';
import { sumCalls } from './keep-call.ts';

/** Sums held in memory at once, about 200 bytes each; then they are put aside in the database. */
const HELD = 50_000;
const SHOWN = 50;

export interface FigureCheck {
  readonly orders: number;
  readonly sums: number;
  /** How many sums are not what the orders say. */
  readonly differing: number;
  /** The first of them. */
  readonly deviations: readonly Deviation[];
  /** Orders whose facets, by which reports are narrowed, or whose subject, place or unit are not what the order says. */
  readonly misfiled: number;
  /** Counts of how many orders stand where that are not what the orders say. */
  readonly misplaced: number;
}

/**
 * Compares every kept sum, and the rows behind it, with what the orders say at one moment. Reads all orders, a page at a
 * time, and holds no more than {@link HELD} sums whatever the size of the centre.
 */
export async function checkFigures(db: Database, held = HELD): Promise<FigureCheck> {
  return db.transaction(async (tx) => {
    await beginFigureCheck(tx);
    let counted = new Map<string, Contribution>();
    let [orders, misfiled] = [0, 0];
    for await (const page of orderPages(tx)) {
      orders += page.length;
      misfiled += await countMisfiled(tx, page);
      for (const one of page.flatMap(contributionsOf)) {
        const key = [one.figure, one.day, one.unit, one.subject].join(' ');
        counted.set(key, { ...one, n: (counted.get(key)?.n ?? 0) + one.n });
      }
      if (counted.size < held) continue;
      await addCounted(tx, [...counted.values()]);
      counted = new Map();
    }
    await addCounted(tx, [...counted.values()]);
    for await (const page of callPages(tx)) await addCounted(tx, sumCalls(page));
    const misplaced = await checkStanding(tx);
    return { orders, misfiled, misplaced, ...(await compareSums(tx, SHOWN)) };
  });
}

async function countMisfiled(tx: Reader, page: readonly Order[]): Promise<number> {
  const ids = page.map(({ id }) => id);
  const facets = new Map((await facetsKept(tx, ids)).map((row) => [row.orderId, row]));
  const topics = new Map((await topicsKept(tx, ids)).map((row) => [row.orderId, row]));
  return page.filter((order) => {
    const filed = facets.get(order.id);
    const about = topics.get(order.id);
    if (!filed || !about) return true;
    // A place may be called as the list had it then.
    const now = topicOf(order, (written) => (written.trim() === '' ? '' : about.place || written));
    return !sameFacets(filed, facetsOf(order)) || !sameTopic(about, now);
  }).length;
}
