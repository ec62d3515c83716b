import type { OrderId } from '../../shared/domain/ids.ts';
import { insertStanding, passOver, setTimers, unplannedOrders } from '../../db/central/timers.ts';
import { readCentre } from '../../db/central/reference.ts';
import { instant } from '../../shared/instant.ts';
import { calendarAt } from '../../shared/policy/calendar.ts';
import { repeat } from '../repeat.ts';
import type { Service } from '../service.ts';
import { planArticles } from '../knowledge/plan-articles.ts';
import { fireTimers } from './fire.ts';
import { planOf } from './plan.ts';
import { standingTimers } from './standing.ts';

/** How late a notice may be. Instants are set in days and hours; the table is asked by an index that is mostly empty. */
const PAUSE_MS = 10_000;
const BATCH = 500;

/** Fires timers until it is stopped. @returns stops it, when what is under way is done */
export function startTimers(service: Service): () => Promise<void> {
  return repeat(service.log, 'timers', PAUSE_MS, () => fireTimers(service));
}

/**
 * Plans what no command has planned: the standing timers of a new centre, and orders from before there were timers. What
 * of theirs is past already is not told now.
 */
export async function preparePlans(service: Service): Promise<void> {
  const { db, pack, nowMs } = service;
  const centre = await readCentre(db);
  const calendar = calendarAt(centre);
  await insertStanding(db, standingTimers(pack, calendar, nowMs()));
  await planArticles(service);
  let after: OrderId | null = null;
  for (;;) {
    const orders = await unplannedOrders(db, after, BATCH);
    const ids = orders.map(({ id }) => id);
    await db.transaction(async (tx) => {
      await setTimers(
        tx,
        orders.map((order) => planOf(order, pack, calendar)),
      );
      await passOver(tx, instant(nowMs()), ids);
    });
    after = ids.at(-1) ?? null;
    if (orders.length < BATCH) return;
  }
}
