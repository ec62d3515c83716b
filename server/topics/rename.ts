import { lockOrders } from '../../db/central/orders.ts';
import { changeTopics, topicsKept, topicsSince, type TopicRow } from '../../db/central/topics.ts';
import { instant } from '../../shared/instant.ts';
import type { Service } from '../service.ts';
import { readPlaceNames, topicOf } from './keep.ts';
import { LOOKED_AT_DAYS } from './topics.ts';

const PAGE = 500;
const DAY_MS = 86_400_000;

/**
 * Calls the places of those orders that hot topics look at as the centre's list now does. Older ones keep their names.
 * @returns how many orders got another
 */
export async function renamePlaces({ db, nowMs }: Pick<Service, 'db' | 'nowMs'>): Promise<number> {
  const placeOf = await readPlaceNames(db);
  let since = instant(nowMs() - LOOKED_AT_DAYS * DAY_MS);
  let last: TopicRow | null = null;
  let renamed = 0;
  for (;;) {
    const page: TopicRow[] = await topicsSince(db, since, last?.orderId ?? null, PAGE);
    const ids = page.map(({ orderId }) => orderId);
    renamed += await db.transaction(async (tx) => {
      const orders = await lockOrders(tx, ids);
      const now = new Map(orders.map((order) => [order.id, topicOf(order, placeOf)]));
      const gone = (await topicsKept(tx, ids)).filter(({ orderId, place }) => now.get(orderId)?.place !== place);
      await changeTopics(
        tx,
        gone,
        gone.flatMap(({ orderId }) => now.get(orderId) ?? []),
      );
      return gone.length;
    });
    last = page.at(-1) ?? null;
    if (!last || page.length < PAGE) return renamed;
    since = last.at;
  }
}
