import type { Writer } from '../../db/central/database.ts';
import { matterOrders } from '../../db/central/grievances.ts';
import { lockOrders, updateOrders } from '../../db/central/orders.ts';
import type { Order } from '../../shared/domain/order.ts';
import { beijingDate } from '../../shared/instant.ts';
import type { ChangedOrder } from '../figures/changed-order.ts';
import type { Telling } from '../notices/make.ts';
import { grievanceOf, markRepeated } from '../topics/grievances.ts';
import type { Effect } from './decide.ts';
import type { Changed } from './numbers.ts';

/** Complaints three months running bear a mark from the moment they are written. T18. */
export async function markChanged(tx: Writer, { fresh, older }: Changed, nowMs: number): Promise<Changed> {
  const marked = await markRepeated(tx, [...fresh, ...older], nowMs);
  return { fresh: marked.slice(0, fresh.length), older: marked.slice(fresh.length) };
}

/** Those that have just been marked, told to whoever oversees. T18. */
export function repeatedIn(changed: readonly ChangedOrder[]): Telling[] {
  return changed.flatMap(({ before, after: order }): Telling[] => {
    const { repeated } = order.life;
    if (!repeated || before?.life.repeated) return [];
    return [{ kind: 'repeated', order, unitId: null, permission: 'order.supervise', what: String(repeated.months) }];
  });
}

/**
 * Marks others anew whose three months stood on an order that says something else now: a corrected number, a merged
 * order. Asked after the complaints have been brought along. @returns those that have changed by it. T18
 */
export async function markOthers(tx: Writer, changed: readonly ChangedOrder[], nowMs: number): Promise<Effect[]> {
  const thisMonth = beijingDate(nowMs).slice(0, 7);
  const matters = changed.flatMap(({ before, after }) => {
    const [was, is] = [before && grievanceOf(before), grievanceOf(after)];
    if (was?.caller === is?.caller && was?.subject === is?.subject) return [];
    // What comes in now has nothing after it.
    if (!before && is && is.month >= thisMonth) return [];
    return [was, is].flatMap((row) => row ?? []);
  });
  if (matters.length === 0) return [];
  const ids = await matterOrders(
    tx,
    matters,
    changed.map(({ after }) => after.id),
  );
  const orders = await lockOrders(tx, ids.toSorted());
  const marked = await markRepeated(tx, orders, nowMs);
  const effects = orders.flatMap((before, place) => {
    const after = marked[place];
    if (!after || sameMark(before, after)) return [];
    return [{ before, after: { ...after, number: numberOf(after), version: before.version + 1 } }];
  });
  await updateOrders(
    tx,
    effects.map(({ after }) => after),
  );
  return effects;
}

function sameMark({ life: { repeated: one } }: Order, { life: { repeated: other } }: Order): boolean {
  return one?.from === other?.from && one?.to === other?.to && one?.months === other?.months;
}

/** @throws where an order of the centre has none, which cannot be */
function numberOf({ number }: Order): string {
  if (number === null) throw new Error('an order at the centre has no number');
  return number;
}
