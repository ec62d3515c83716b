import type { Reader } from '../../db/central/database.ts';
import { changesAfter, readHead, type ChangeRow } from '../../db/central/feed.ts';
import { readOrders } from '../../db/central/orders.ts';
import { referenceRows } from '../../db/central/reference.ts';
import type { Grants } from '../../shared/domain/people.ts';
import type { Change, Entity, Row, Scope } from '../../shared/sync/feed.ts';
import { PULL_BATCH } from '../../shared/sync/protocol.ts';
import { orderScopeOf } from '../access/grants.ts';
import { scopeOf } from '../commands/decide.ts';
import { mismatch } from './position.ts';
import { keyed, orderRow } from './row.ts';

export type Pulled =
  | {
      readonly kind: 'changes';
      readonly changes: Change[];
      readonly cursor: number;
      readonly head: number;
      readonly more: boolean;
    }
  | { readonly kind: 'resync'; readonly reason: 'epoch' | 'expired' | 'grants' | 'first' };

/**
 * The changes after a cursor that these grants let through. The cursor moves past those they do not, so that a reader of
 * one unit does not walk through everybody's changes twice.
 */
export async function pull(
  db: Reader,
  grants: Grants,
  from: { readonly cursor: number; readonly epoch: string | null },
): Promise<Pulled> {
  // Read first: everything up to this head is committed, and what commits meanwhile belongs to the next pull.
  const head = await readHead(db);
  const reason = mismatch(from.epoch, head.epoch, grants);
  if (reason) return { kind: 'resync', reason };
  if (from.cursor < head.floor) return { kind: 'resync', reason: 'expired' };
  if (from.cursor > head.seq) return { kind: 'resync', reason: 'epoch' };
  const range = { after: from.cursor, head: head.seq };
  const rows = await changesAfter(db, range, orderScopeOf(grants), PULL_BATCH);
  const more = rows.length === PULL_BATCH;
  const cursor = more ? (rows.at(-1)?.seq ?? head.seq) : head.seq;
  return { kind: 'changes', changes: await filled(db, rows), cursor, head: head.seq, more };
}

/** Changes with their rows. Of several changes of one row only the last counts: a put carries the row as it is now. */
async function filled(db: Reader, rows: readonly ChangeRow[]): Promise<Change[]> {
  const last = new Map(rows.map((row) => [`${row.entity} ${row.id}`, row]));
  const kept = rows.filter((row) => last.get(`${row.entity} ${row.id}`) === row);
  const current = new Map<string, Row>();
  for (const [entity, group] of Map.groupBy(kept, (row) => row.entity)) {
    const ids = group.flatMap(({ op, id }) => (op === 'put' ? [id] : []));
    for (const row of await readRows(db, entity, ids)) current.set(`${entity} ${row.id}`, row);
  }
  return kept.flatMap(({ seq, op, entity, id, sensitivity, unitId }): Change[] => {
    if (op === 'drop') return [{ op, seq, entity, id }];
    const row = current.get(`${entity} ${id}`);
    // Moved on since: the drop for this scope, or the put in the new one, comes further up the feed.
    return row && isIn(row, { sensitivity, unitId }) ? [{ op, seq, row }] : [];
  });
}

function isIn(row: Row, scope: Scope): boolean {
  if (row.entity !== 'order') return true;
  const { sensitivity, unitId } = scopeOf(row.data.order);
  return sensitivity === scope.sensitivity && unitId === scope.unitId;
}

async function readRows(db: Reader, entity: Entity, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  switch (entity) {
    case 'order':
      return (await readOrders(db, ids)).map(orderRow);
    case 'article':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'unit':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'subject':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'centre':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
  }
}
