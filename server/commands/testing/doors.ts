import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Rules } from '../../../shared/domain/outcome.ts';
import { CAST, type Part } from '../../../shared/domain/testing/cast.ts';
import { PARTS } from '../../../shared/domain/testing/moves.ts';
import { recordFor } from '../../../shared/domain/visibility.ts';
import type { Change, OrderRecord } from '../../../shared/sync/feed.ts';
import { pull } from '../../feed/pull.ts';
import { snapshot } from '../../feed/snapshot.ts';
import type { Service } from '../../service.ts';
import { timersOf } from '../../timers/plan.ts';

/** Where everybody's copy stands. */
type Positions = ReadonlyMap<Part, { readonly cursor: number; readonly epoch: string }>;

/** Where everybody's copy would stand if it were made now. */
export async function positions({ db, nowMs }: Service): Promise<Positions> {
  const found = new Map<Part, { cursor: number; epoch: string }>();
  for (const part of PARTS) {
    const { head, epoch } = await snapshot(db, CAST[part], 'centre', null, nowMs());
    found.set(part, { cursor: head, epoch });
  }
  return found;
}

/** Everybody gets exactly what they may have: by a fresh copy, and by following the feed since the life began. J5, T17. */
export async function wrongDoors(service: Service, record: OrderRecord, from: Positions): Promise<string[]> {
  const flaws: string[] = [];
  for (const part of PARTS) {
    const reader = CAST[part];
    const wanted = JSON.stringify(sorted(recordFor(record, reader)));
    const copied = await copyOf(service, part, record.order.id);
    if (JSON.stringify(sorted(copied)) !== wanted) flaws.push(`${part} gets another copy than theirs`);
    const start = from.get(part);
    if (!start) continue;
    const answer = await pull(service.db, reader, start);
    // Recused meanwhile: the desk takes a new copy.
    if (answer.kind === 'resync') continue;
    const change = answer.changes.findLast((one) => (one.op === 'put' ? one.row.id : one.id) === record.order.id);
    const followed = change?.op === 'put' && change.row.entity === 'order' ? change.row.data : null;
    if (JSON.stringify(sorted(followed)) !== wanted) flaws.push(`${part} follows the feed to another order`);
    flaws.push(...wrongNotices(part, answer.changes, record.order));
  }
  return flaws;
}

function wrongNotices(part: Part, changes: readonly Change[], { request }: Order): string[] {
  const { name, phone } = request.caller;
  const { units } = CAST[part].grants;
  return changes.flatMap((change) => {
    if (change.op !== 'put' || change.row.entity !== 'notice') return [];
    const { text, unitId } = change.row.data;
    const theirs = units === 'all' ? unitId === null : unitId !== null && units.some((unit) => unit === unitId);
    return [
      ...(theirs ? [] : [`${part} gets a notice for others`]),
      ...(text.includes(name) || text.includes(phone) ? ['a notice tells who called'] : []),
    ];
  });
}

async function copyOf({ db, nowMs }: Service, part: Part, id: OrderId): Promise<OrderRecord | null> {
  let after: string | null = null;
  do {
    const page = await snapshot(db, CAST[part], 'order', after, nowMs());
    for (const row of page.rows) if (row.entity === 'order' && row.id === id) return row.data;
    after = page.next;
  } while (after !== null);
  return null;
}

// The words name the unit: an assisting unit's limit may end with the lead's, and the overseer hears of both.
const TOLD_TWICE = `
SELECT data->>'kind' AS kind FROM notices
WHERE order_id = $1 AND data->>'kind' IN ('nearDue', 'due', 'overdue', 'extensionClosing', 'followUpDue')
GROUP BY data->>'kind', unit_id, data->>'permission', data->>'due', data->>'text' HAVING count(*) > 1`;

/** The clock has to do what the order as it stands asks for, and has never told the same twice. */
export async function wrongClock(
  { db, pack, nowMs }: Service,
  order: Order,
  { calendar }: Pick<Rules, 'calendar'>,
): Promise<string[]> {
  const waiting = await db.read<{ kind: string; unitId: string; at: string }>(
    `SELECT kind, unit_id AS "unitId", at FROM timers WHERE about = $1 AND fired_at IS NULL`,
    [order.id],
  );
  const keyOf = ({ kind, unitId, at }: { kind: string; unitId: string; at: string }): string =>
    `${kind} ${unitId} ${at}`;
  const known = new Set(waiting.map(keyOf));
  const planned = timersOf(order, pack, calendar);
  const missing = planned.filter((timer) => Date.parse(timer.at) > nowMs() && !known.has(keyOf(timer)));
  const stray = waiting.filter((timer) => !planned.some((one) => keyOf(one) === keyOf(timer)));
  const twice = await db.read<{ kind: string }>(TOLD_TWICE, [order.id]);
  return [
    ...missing.map((timer) => `the clock does not know of ${keyOf(timer)}`),
    ...stray.map((timer) => `the clock waits for what is over: ${keyOf(timer)}`),
    ...twice.map(({ kind }) => `told twice: ${kind}`),
  ];
}

/** Keys in one order: the database keeps documents in its own. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
