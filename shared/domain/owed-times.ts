import { msOf } from '../instant.ts';
import { archiveDue } from '../policy/milestones.ts';
import { isToBeAsked } from './acts/asking.ts';
import { limitOf } from './acts/limits.ts';
import { procedureDue } from './acts/procedure.ts';
import { isRunning, isWithUnit, type Order } from './order.ts';
import type { Rules } from './outcome.ts';

/** What an order still owes by an instant of its own, besides its limit. */
export interface OwedTime {
  readonly kind: 'firstResponse' | 'procedure' | 'archive';
  /** ms since 1970 */
  readonly dueMs: number;
  readonly rule: string;
  readonly article: string;
}

type City = Pick<Rules, 'pack' | 'calendar'>;

/** Everything of the kind that is still to be done: a first word with the caller, entering the procedure, the archive. */
export function owedTimes(order: Order, city: City): OwedTime[] {
  return [...firstResponse(order, city), ...procedure(order, city), ...archive(order, city)];
}

/** A first word with the caller, until there has been one. H4, Z5. */
function firstResponse({ state, request, life, createdAt }: Order, city: City): OwedTime[] {
  if (!isRunning(state)) return [];
  if ([...life.contacts, ...life.replies].some(({ reached }) => reached)) return [];
  const receivedMs = msOf(createdAt);
  const handled = { request, mode: 'first-response', complexity: life.complexity, units: 1 } as const;
  const limit = limitOf(city, handled, { receivedMs, unitMs: receivedMs });
  if (!limit) return [];
  return [{ kind: 'firstResponse', dueMs: msOf(limit.due), rule: limit.rule, article: limit.article }];
}

/** T10, where it is not the order's limit itself. */
function procedure(order: Order, city: City): OwedTime[] {
  if (!isWithUnit(order.state)) return [];
  const due = procedureDue(order, city);
  if (!due || (order.deadline !== null && msOf(order.deadline.due) === due.dueMs)) return [];
  return [{ kind: 'procedure', ...due }];
}

/** Closed, nobody left to ask: put away the same day. T14. What never left the centre has nothing to be gathered. */
function archive(order: Order, { pack }: City): OwedTime[] {
  const { state, closedAt, life } = order;
  if (state !== 'closed' || closedAt === null || life.dispatchedAt === null || isToBeAsked(order, pack)) return [];
  // What was asked after the closing lets the day begin anew: it could not be put away before.
  const last = Math.max(msOf(closedAt), ...life.followUps.map(({ at }) => msOf(at)));
  const due = archiveDue(pack, last);
  return due ? [{ kind: 'archive', dueMs: due.dueMs, rule: due.rule, article: due.article }] : [];
}
