import { countRows, rowsBehind, type FigureCursor } from '../../db/central/figures.ts';
import { countOverdue, findOrders, overdueOrders, type OverdueCursor } from '../../db/central/orders.ts';
import type { OverdueRow, OverdueRows } from '../../shared/contract/reports.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { instant } from '../../shared/instant.ts';
import type { Service } from '../service.ts';
import { lookedAt, requirePeriod, type LookedAt, type Period } from './looked-at.ts';
import { readNames, type Names } from './names.ts';
import { shown } from './rows.ts';

/** Rows on the screen; a file has all. */
const LISTED = 1000;
/** Orders read at once. */
const PAGE = 500;

/** Every order that is overdue now, and those finished late in the period, with what was said of it. T19. */
export async function reportOverdue(
  service: Pick<Service, 'db' | 'nowMs'>,
  actor: Actor,
  asked: Period,
  most = LISTED,
): Promise<OverdueRows> {
  requirePeriod(asked);
  const names = await readNames(service.db);
  const rows: OverdueRow[] = [];
  for await (const { orders } of overduePages(service, actor, lookedAt(actor, names, asked))) {
    rows.push(...orders.map((order) => overdueRow(order, names)));
    if (rows.length > most) break;
  }
  return { rows: rows.slice(0, most), more: rows.length > most };
}

/** How many {@link overduePages} reads. */
export async function countLate({ db, nowMs }: Pick<Service, 'db' | 'nowMs'>, looked: LookedAt): Promise<number> {
  const { scope, narrowing } = looked;
  const open = await countOverdue(db, { ...scope, at: instant(nowMs()), narrowing });
  return open + (await countRows(db, 'finishedLate', scope, narrowing));
}

/** All of them, those still open first: each page as this reader may have it. `read`: also what is not for them. */
export async function* overduePages(
  { db, nowMs }: Pick<Service, 'db' | 'nowMs'>,
  actor: Actor,
  { scope, narrowing }: LookedAt,
  page = PAGE,
): AsyncGenerator<{ readonly orders: Order[]; readonly read: number }> {
  const seen = (orders: readonly Order[]): Order[] => orders.flatMap((order) => viewFor(order, actor) ?? []);
  const at = instant(nowMs());
  let open: OverdueCursor | null = null;
  do {
    const found = await overdueOrders(db, { ...scope, at, narrowing }, open, page);
    yield { orders: seen(found.orders), read: found.orders.length };
    open = found.next;
  } while (open);
  let late: FigureCursor | null = null;
  do {
    const found: FigureCursor[] = await rowsBehind(db, 'finishedLate', scope, narrowing, late, page);
    const ids = found.map(({ orderId }) => orderId);
    const orders = new Map((await findOrders(db, ids)).map((order) => [order.id, order]));
    yield { orders: seen(ids.flatMap((id) => orders.get(id) ?? [])), read: found.length };
    late = found.length < page ? null : (found.at(-1) ?? null);
  } while (late);
}

export function overdueRow(order: Order, names: Names): OverdueRow {
  return { ...shown(order, names), reason: reasonOf(order) };
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
