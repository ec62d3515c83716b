import type { Writer } from '../../db/central/database.ts';
import type { Telling } from '../notices/make.ts';
import { markRepeated } from '../topics/grievances.ts';
import type { OrderInHand } from './decide.ts';
import type { Changed } from './numbers.ts';

/** Complaints three months running bear a mark from the moment they are written. T18. */
export async function markChanged(tx: Writer, { fresh, older }: Changed, nowMs: number): Promise<Changed> {
  const marked = await markRepeated(tx, [...fresh, ...older], nowMs);
  return { fresh: marked.slice(0, fresh.length), older: marked.slice(fresh.length) };
}

/** Those that have just been marked, told to whoever oversees. T18. */
export function repeatedIn({ fresh, older }: Changed, hands: readonly OrderInHand[]): Telling[] {
  const before = new Map(hands.map((hand) => [hand.now?.id, hand.before?.life.repeated ?? null]));
  return [...fresh, ...older].flatMap((order): Telling[] => {
    const { repeated } = order.life;
    if (!repeated || before.get(order.id)) return [];
    return [{ kind: 'repeated', order, unitId: null, permission: 'order.supervise', what: String(repeated.months) }];
  });
}
