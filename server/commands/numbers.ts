import { lockCounter, setCounter } from '../../db/central/counters.ts';
import type { Writer } from '../../db/central/database.ts';
import type { NumberedOrder } from '../../db/central/orders.ts';
import { officialNumber } from '../../shared/domain/transition.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import type { OrderInHand } from './decide.ts';

/** Orders that a batch has changed, each with its number. */
export interface Changed {
  readonly fresh: readonly NumberedOrder[];
  readonly older: readonly NumberedOrder[];
}

/**
 * Gives the batch's new orders their official numbers. The counter is taken only now, when it is decided what is
 * accepted: a refusal uses no number, and a batch that is rolled back gives its numbers back.
 */
export async function giveNumbers(
  tx: Writer,
  pack: Pack,
  nowMs: number,
  hands: Iterable<OrderInHand>,
): Promise<Changed> {
  const changed = [...hands].flatMap((hand) =>
    hand.now && hand.now !== hand.before ? [{ hand, order: hand.now }] : [],
  );
  const unnumbered = changed.filter(({ order }) => order.number === null).length;
  const name = counterOf(pack, nowMs);
  let last = unnumbered > 0 ? await lockCounter(tx, name) : 0;
  const numbered = changed.map(({ hand, order }) => {
    if (order.number === null) last += 1;
    const withNumber = { ...order, number: order.number ?? officialNumber(pack, nowMs, last) };
    hand.now = withNumber;
    return { isNew: hand.before === null, order: withNumber };
  });
  if (unnumbered > 0) await setCounter(tx, name, last);
  return {
    fresh: numbered.flatMap(({ isNew, order }) => (isNew ? [order] : [])),
    older: numbered.flatMap(({ isNew, order }) => (isNew ? [] : [order])),
  };
}

/** A counter for each month: the number without its count. */
function counterOf(pack: Pack, nowMs: number): string {
  return monthCounter(officialNumber(pack, nowMs, 0));
}

/** The counter an official number came from. */
export function monthCounter(number: string): string {
  return `order ${number.slice(0, number.lastIndexOf('-'))}`;
}
