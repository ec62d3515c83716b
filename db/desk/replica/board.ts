import type { BoardRow } from '../../../shared/contract/desk-queues.ts';
import { unitIdSchema } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/people.ts';
import type { Queue } from '../../../shared/domain/queues.ts';
import { instant } from '../../../shared/instant.ts';
import type { ReadableDb } from '../sqlite.ts';
import { SOON_MS } from './list-query.ts';
import { scopeIn, whereOf } from './scope.ts';

/** Every order whose limit runs lies in exactly one of these. */
const RUNNING: readonly Queue[] = ['undispatched', 'toSign', 'inHand', 'toReview', 'toInspect', 'submitted'];

type Row = Omit<BoardRow, 'unitId' | 'unitName'> & { unit_id: string | null };

/** What each unit has before it, from the queues: what is done with is not looked at. */
export function boardOf(db: ReadableDb, actor: Actor, nowMs: number): Omit<BoardRow, 'unitName'>[] {
  const scope = scopeIn(db, actor);
  if (!scope) return [];
  const times = { now: instant(nowMs), soon: instant(nowMs + SOON_MS) };
  const rows = db.all<Row>(boardQuery(scope.conditions), { ...scope.params, ...times });
  return rows.map(({ unit_id: unit, ...counts }) => ({
    unitId: unit === null ? null : unitIdSchema.parse(unit),
    ...counts,
  }));
}

/** For the test that looks at the plans. Index queues_by_due. */
export function boardQuery(conditions: readonly string[]): string {
  const running = RUNNING.map((queue) => `'${queue}'`).join(', ');
  return `SELECT unit_id, sum(queue <> 'supervised') AS running,
  sum(queue <> 'supervised' AND due_key < :now) AS overdue,
  sum(queue <> 'supervised' AND due_key >= :now AND due_key < :soon) AS soon,
  sum(queue = 'supervised') AS supervised
FROM order_queues INDEXED BY queues_by_due ${whereOf([`queue IN (${running}, 'supervised')`, ...conditions])}
GROUP BY unit_id ORDER BY unit_id`;
}
