import type { Order } from '../domain/order.ts';
import { contributionsOf, type Contribution } from './contributions.ts';

/** What a change of an order makes of its contributions: those that are gone, and those that are new or other. */
export interface Difference {
  readonly gone: readonly Contribution[];
  readonly come: readonly Contribution[];
}

/** The figures change by exactly this when an order becomes another; nothing where they stay as they are. */
export function differenceOf(before: Order | null, after: Order): Difference {
  if (!before) return { gone: [], come: contributionsOf(after) };
  const old = new Map(contributionsOf(before).map((one) => [keyOf(one), one]));
  const now = new Map(contributionsOf(after).map((one) => [keyOf(one), one]));
  return {
    gone: [...old].flatMap(([key, one]) => (now.has(key) ? [] : [one])),
    come: [...now].flatMap(([key, one]) => (old.has(key) ? [] : [one])),
  };
}

function keyOf({ figure, day, unit, subject, n }: Contribution): string {
  return [figure, day, unit, subject, n].join(' ');
}
