import { msOf } from '../instant.ts';
import type { Calendar } from './calendar.ts';
import type { LimitQuery } from './choose.ts';
import { dueOf, endOf, type Deadline } from './deadline.ts';
import type { Pack } from './pack.ts';

/**
 * A provisional (暂定) deadline worked out again by a longer calendar: same rule, same start. A settled one stays: what a
 * caller has been told is moved by a recorded command only.
 * A second extension keeps its start, even where that was provisional: the limit before it is not kept with it.
 * @param pack the pack that set it
 * @throws RangeError for another city's pack
 */
export function redue(deadline: Deadline, pack: Pack, calendar: Calendar): Deadline {
  if (deadline.pack !== pack.city) throw new RangeError(`a deadline of ${deadline.pack} asked of ${pack.city}`);
  if (!deadline.provisional || deadline.statutory !== null) return deadline;
  const { rule, limit } = deadline;
  const of = pack.limits.find((candidate) => candidate.rule === rule && candidate.limit === limit)?.of;
  // What was granted runs on from the last moment of the limit before it.
  const startMs = msOf(deadline.startedAt) - (deadline.from === 'extended' ? 1 : 0);
  return { ...deadline, ...endOf(pack, of === undefined ? { limit } : { limit, of }, startMs, calendar) };
}

/** An open order as a change of pack looks at it. */
export interface Dated<Id> {
  readonly id: Id;
  readonly query: LimitQuery;
  readonly deadline: Deadline | null;
}

/** What a new pack would make of an order's deadline. */
export interface DeadlineChange<Id> {
  readonly id: Id;
  readonly before: Deadline | null;
  readonly after: Deadline | null;
  /** Why there is none afterwards. */
  readonly reason: string | null;
}

/**
 * What would change if a new version of a pack counted for open orders too: nothing is changed here. Orders that another
 * version set, and extensions that were granted, are left as they are.
 */
export function packChange<Id>(
  orders: readonly Dated<Id>[],
  oldPack: Pack,
  newPack: Pack,
  calendar: Calendar,
): DeadlineChange<Id>[] {
  return orders
    .filter(({ deadline }) => deadline === null || isOf(deadline, oldPack))
    .map(({ id, query, deadline }) => {
      const answer = dueOf(newPack, query, calendar);
      return {
        id,
        before: deadline,
        after: answer.deadline,
        reason: answer.deadline === null ? answer.reason : null,
      };
    })
    .filter(({ before, after }) => !isSame(before, after));
}

function isOf(deadline: Deadline, pack: Pack): boolean {
  return deadline.pack === pack.city && deadline.packVersion === pack.version && deadline.from !== 'extended';
}

/** The same to whoever keeps it: the version alone is no change. */
function isSame(a: Deadline | null, b: Deadline | null): boolean {
  if (a === null || b === null) return a === b;
  return a.due === b.due && a.rule === b.rule && a.article === b.article && a.limit === b.limit;
}
