import { rowsBehind } from '../../db/central/figures.ts';
import { findOrders, overdueOrders } from '../../db/central/orders.ts';
import type { OverdueRow } from '../../shared/contract/reports.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { instant } from '../../shared/instant.ts';
import type { Service } from '../service.ts';
import { lookedAt, requirePeriod, type Period } from './looked-at.ts';
import { readNames } from './names.ts';
import { shown } from './rows.ts';

const MOST = 1000;

/** Every order that is overdue now, and those finished late in the period, with what was said of it. T19. */
export async function reportOverdue(
  { db, nowMs }: Pick<Service, 'db' | 'nowMs'>,
  actor: Actor,
  asked: Period,
): Promise<OverdueRow[]> {
  requirePeriod(asked);
  const names = await readNames(db);
  const { scope, narrowing } = lookedAt(actor, names, asked);
  const late = await rowsBehind(db, 'finishedLate', scope, narrowing, null, MOST);
  const finished = await findOrders(
    db,
    late.map(({ orderId }) => orderId),
  );
  const open = await overdueOrders(db, instant(nowMs()), scope, narrowing, MOST);
  return [...open, ...finished].flatMap((order) => {
    const view = viewFor(order, actor);
    return view ? [{ ...shown(view, names), reason: reasonOf(view) }] : [];
  });
}

/** The latest that the unit has said of how it stands or why it takes longer. */
function reasonOf({ life }: Order): string {
  const said = [
    ...life.extensions.map(({ at, reason }) => ({ at, text: reason })),
    ...life.progress.map(({ at, text }) => ({ at, text })),
    ...life.returns.map(({ at, reason }) => ({ at, text: reason })),
    ...life.supervisions.flatMap(({ answer }) => (answer ? [{ at: answer.at, text: answer.text }] : [])),
  ];
  return said.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.text ?? '';
}
