import type { Writer } from '../../db/central/database.ts';
import { matterOrders } from '../../db/central/grievances.ts';
import { insertCourse, lengthenCourse, lockOrders, updateOrders, type Course } from '../../db/central/orders.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { HistoryEntry, Order } from '../../shared/domain/order.ts';
import type { Author } from '../../shared/domain/people.ts';
import { beijingDate, instant } from '../../shared/instant.ts';
import type { ChangedOrder } from '../figures/changed-order.ts';
import type { Telling } from '../notices/make.ts';
import { grievanceOf, markRepeated } from '../topics/grievances.ts';
import type { Effect, OrderInHand } from './decide.ts';
import type { Changed } from './numbers.ts';
import { MARKS } from './text.ts';

type Hands = ReadonlyMap<OrderId, OrderInHand>;

/**
 * Complaints three months running bear a mark from the moment they are written. A mark that comes or goes is a line of
 * the order's course, beside those of the command that made it so. T18.
 */
export async function markChanged(
  tx: Writer,
  { fresh, older }: Changed,
  hands: Hands,
  nowMs: number,
): Promise<Changed> {
  const orders = [...fresh, ...older];
  const marked = await markRepeated(tx, orders, nowMs);
  const course = orders.flatMap((before, place): Course[] => {
    const after = marked[place];
    const last = hands.get(before.id)?.course.at(-1);
    if (!after || !last || sameMark(before, after)) return [];
    return [{ ...last, entries: [lineOf(after, MARKS.own, authorOf(before, last), nowMs)] }];
  });
  await lengthenCourse(tx, course);
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
export async function markOthers(
  tx: Writer,
  changed: readonly ChangedOrder[],
  hands: Hands,
  nowMs: number,
): Promise<Effect[]> {
  const thisMonth = beijingDate(nowMs).slice(0, 7);
  const matters = changed.flatMap(({ before, after }) => {
    const [was, is] = [before && grievanceOf(before), grievanceOf(after)];
    if (was?.caller === is?.caller && was?.subject === is?.subject) return [];
    // What comes in now has nothing after it.
    if (!before && is && is.month >= thisMonth) return [];
    const by = authorOf(after, hands.get(after.id)?.course.at(-1));
    return [was, is].flatMap((row) => (row ? [{ ...row, by }] : []));
  });
  if (matters.length === 0) return [];
  const ids = await matterOrders(
    tx,
    matters,
    changed.map(({ after }) => after.id),
  );
  const orders = await lockOrders(tx, ids.toSorted());
  const marked = await markRepeated(tx, orders, nowMs);
  const course: Course[] = [];
  const effects = orders.flatMap((before, place) => {
    const after = marked[place];
    if (!after || sameMark(before, after)) return [];
    const own = grievanceOf(before);
    const cause = matters.find(({ caller, subject }) => caller === own?.caller && subject === own.subject);
    const version = before.version + 1;
    const entries = [lineOf(after, MARKS.other, cause?.by ?? before.createdBy, nowMs)];
    course.push({ orderId: before.id, version, entries });
    return [{ before, after: { ...after, number: numberOf(after), version } }];
  });
  await insertCourse(tx, course);
  await updateOrders(
    tx,
    effects.map(({ after }) => after),
  );
  return effects;
}

/** A line about the mark as it stands now. The other order is not named: it would tell who called. J5. */
function lineOf({ life: { repeated } }: Order, lost: string, by: Author, nowMs: number): HistoryEntry {
  const text = repeated ? MARKS.marked(repeated) : lost;
  return { at: instant(nowMs), by, kind: 'repeatMarked', text, citation: null };
}

/** Who made the last change of an order. */
function authorOf(order: Order, last: Course | undefined): Author {
  return last?.entries.at(-1)?.by ?? order.createdBy;
}

function sameMark({ life: { repeated: one } }: Order, { life: { repeated: other } }: Order): boolean {
  return one?.from === other?.from && one?.to === other?.to && one?.months === other?.months;
}

/** @throws where an order of the centre has none, which cannot be */
function numberOf({ number }: Order): string {
  if (number === null) throw new Error('an order at the centre has no number');
  return number;
}
