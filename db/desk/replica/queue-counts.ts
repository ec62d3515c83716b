import type { QueueCount } from '../../../shared/contract/desk-queues.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import { queuesFor, type Queue } from '../../../shared/domain/queues.ts';
import { instant } from '../../../shared/instant.ts';
import type { ReadableDb } from '../sqlite.ts';
import { SOON_MS } from './list-query.ts';
import { scopeIn, whereOf } from './scope.ts';

/** What waits in each of somebody's queues, empty ones too. */
export function countQueues(db: ReadableDb, actor: Actor, nowMs: number): QueueCount[] {
  const times = { now: instant(nowMs), soon: instant(nowMs + SOON_MS) };
  return queuesFor(actor).map((queue) => count(db, queue, actor, times));
}

function count(db: ReadableDb, queue: Queue, actor: Actor, times: { now: string; soon: string }): QueueCount {
  const scope = scopeIn(db, actor, queue);
  const none = { queue, total: 0, overdue: 0, soon: 0 };
  if (!scope) return none;
  const row = db.get<Omit<QueueCount, 'queue'>>(queueCount(scope.conditions), { ...scope.params, ...times, queue });
  return { ...none, ...row };
}

/** For the test that looks at the plans. Index queues_by_due. */
export function queueCount(conditions: readonly string[]): string {
  return `SELECT count(*) AS total, coalesce(sum(due_key < :now), 0) AS overdue,
  coalesce(sum(due_key >= :now AND due_key < :soon), 0) AS soon
FROM order_queues INDEXED BY queues_by_due ${whereOf(['queue = :queue', ...conditions])}`;
}
