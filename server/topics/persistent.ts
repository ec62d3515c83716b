import { findOrders } from '../../db/central/orders.ts';
import { persistentCallers } from '../../db/central/grievances.ts';
import type { Persistent } from '../../shared/contract/topics.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { HIDDEN, viewFor } from '../../shared/domain/visibility.ts';
import { beijingDate, msOf } from '../../shared/instant.ts';
import { maskName, maskPhone } from '../../shared/text/mask.ts';
import { readNames } from '../reports/names.ts';
import { shown } from '../reports/rows.ts';
import { unitsOf } from '../reports/looked-at.ts';
import type { Service } from '../service.ts';
import { MONTHS } from './grievances.ts';
import { monthBefore, runUpTo } from './months.ts';

/** How far back is looked for where it began. */
const LOOKED_AT = 12;

/** Callers who have complained of one matter month after month up to now, the most patient first. T18. */
export async function persistentMatters(
  { db, nowMs }: Pick<Service, 'db' | 'nowMs'>,
  actor: Actor,
): Promise<Persistent[]> {
  const thisMonth = beijingDate(nowMs()).slice(0, 7);
  let first = thisMonth;
  for (let back = 0; back < LOOKED_AT; back += 1) first = monthBefore(first);
  const found = await persistentCallers(db, first, unitsOf(actor), MONTHS);
  const runs = found.flatMap((row) => {
    const run = runUpTo(row.months, thisMonth);
    return run && run.count >= MONTHS ? [{ ...row, ...run }] : [];
  });
  const names = await readNames(db);
  const orders = await findOrders(
    db,
    runs.flatMap((run) => run.orders),
  );
  const views = new Map(orders.flatMap((order) => viewFor(order, actor) ?? []).map((order) => [order.id, order]));
  return runs
    .toSorted((a, b) => b.count - a.count || b.orders.length - a.orders.length)
    .flatMap(({ subject, from, to, orders: ids }) => {
      const own = ids
        .flatMap((id) => views.get(id) ?? [])
        .filter(({ createdAt }) => beijingDate(msOf(createdAt)).slice(0, 7) >= from);
      const [latest] = own;
      // Where all of it is kept from this reader, nothing of it is told.
      if (!latest) return [];
      const { caller } = latest.request;
      return {
        subjectName: names.subject(subject),
        caller: caller.name === HIDDEN ? HIDDEN : maskName(caller.name),
        phone: caller.phone === HIDDEN ? HIDDEN : maskPhone(caller.phone),
        from,
        to,
        n: own.length,
        rows: own.map((order) => ({ ...shown(order, names), day: beijingDate(msOf(order.createdAt)) })),
        flagged: own.some(({ life }) => life.liability.length > 0),
      };
    });
}
