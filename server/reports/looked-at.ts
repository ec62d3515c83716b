import type { Narrowing } from '../../db/central/facets.ts';
import type { FigureScope } from '../../db/central/figures.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { needsCounting, NO_FILTER, type Filter } from '../../shared/figures/facets.ts';
import { fail } from '../../shared/failure.ts';
import type { Names } from './names.ts';

/** The longest period of one report: ten years and what is left of them. */
const MOST_DAYS = 3700;
/** Before any order, and within what the database takes for a day. */
const EARLIEST = '1900-01-01';
const DAY_MS = 86_400_000;

export interface Period {
  readonly from: string;
  readonly to: string;
  readonly filter?: Filter | undefined;
}

/** What a report looks at for this reader. */
export interface LookedAt {
  readonly scope: FigureScope;
  /** What is asked beside units and subjects; null: nothing, and the kept sums serve. */
  readonly narrowing: Narrowing | null;
}

/** The period, and of its units and subjects those that are asked for and may be seen. H16. */
export function lookedAt(actor: Actor, names: Names, { from, to, filter = NO_FILTER }: Period): LookedAt {
  const units = unitsOf(actor);
  const asked = filter.unit === null ? null : names.within(filter.unit);
  return {
    scope: {
      from,
      to,
      units: both(asked, units),
      subjects: filter.subject.length === 0 ? null : names.subjectsIn(filter.subject),
    },
    narrowing: needsCounting(filter) ? narrowingOf(actor, filter) : null,
  };
}

function narrowingOf({ accountId, grants }: Actor, filter: Filter): Narrowing {
  const units = grants.units === 'all' ? null : grants.units;
  return {
    filter,
    words: {
      accountId,
      sensitivities: grants.sensitivities,
      units,
      house: [...(units ?? []), ...(grants.above ?? [])],
    },
  };
}

/** What is in both lists; null stands for everything. */
export function both(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  return one && other ? one.filter((each) => other.includes(each)) : (one ?? other);
}

/** Whose figures somebody may see; null: everybody's. */
export function unitsOf({ grants }: Actor): readonly string[] | null {
  return grants.units === 'all' ? null : grants.units;
}

/** @throws INVALID_INPUT where the period ends before it begins, is longer than orders are kept, or before any */
export function requirePeriod({ from, to }: Period): void {
  const days = daysOf({ from, to });
  if (from < EARLIEST || days < 1 || days > MOST_DAYS) fail('INVALID_INPUT', { detail: '统计期间的起止日期' });
}

/** Both days count. */
export function daysOf({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}
