import type { Reader } from '../../db/central/database.ts';
import { changesAfter, readHead, type ChangeRow } from '../../db/central/feed.ts';
import { readFeedback, readManuscripts } from '../../db/central/knowledge.ts';
import { readNotices } from '../../db/central/notices.ts';
import { readOrders } from '../../db/central/orders.ts';
import { referenceRows } from '../../db/central/reference.ts';
import type { OrderReader } from '../../shared/domain/visibility.ts';
import type { Change, Entity, Row } from '../../shared/sync/feed.ts';
import { PULL_BATCH } from '../../shared/sync/protocol.ts';
import { knowledgeScopeOf, noticeScopeOf, orderScopeOf } from '../access/grants.ts';
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
 * The changes after a cursor that this reader may have. The cursor moves past those they may not, so that a reader of
 * one unit does not walk through everybody's changes twice.
 */
export async function pull(
  db: Reader,
  reader: OrderReader,
  from: { readonly cursor: number; readonly epoch: string | null },
): Promise<Pulled> {
  // Read first: everything up to this head is committed, and what commits meanwhile belongs to the next pull.
  const head = await readHead(db);
  const reason = await mismatch(db, from.epoch, head.epoch, reader);
  if (reason) return { kind: 'resync', reason };
  if (from.cursor < head.floor) return { kind: 'resync', reason: 'expired' };
  if (from.cursor > head.seq) return { kind: 'resync', reason: 'epoch' };
  const range = { after: from.cursor, head: head.seq };
  const rows = await changesAfter(db, range, orderScopeOf(reader), noticeScopeOf(reader), PULL_BATCH);
  const more = rows.length === PULL_BATCH;
  const cursor = more ? (rows.at(-1)?.seq ?? head.seq) : head.seq;
  return { kind: 'changes', changes: await filled(db, reader, rows), cursor, head: head.seq, more };
}

/** What goes from one owner to another: gone from the reader's sight, it must go from their desk. */
const WITH_OWNER: ReadonlySet<Entity> = new Set(['order', 'manuscript', 'feedback']);

/** Changes with their rows. Of several changes of one row only the last counts: a put carries the row as it is now. */
async function filled(db: Reader, reader: OrderReader, rows: readonly ChangeRow[]): Promise<Change[]> {
  const last = new Map(rows.map((row) => [`${row.entity} ${row.id}`, row]));
  const kept = rows.filter((row) => last.get(`${row.entity} ${row.id}`) === row);
  const current = new Map<string, Row>();
  for (const [entity, group] of Map.groupBy(kept, (row) => row.entity)) {
    const ids = group.flatMap(({ op, id }) => (op === 'put' ? [id] : []));
    for (const row of await readRows(db, reader, entity, ids)) current.set(`${entity} ${row.id}`, row);
  }
  return kept.flatMap(({ seq, op, entity, id }): Change[] => {
    const row = op === 'put' ? current.get(`${entity} ${id}`) : undefined;
    if (row) return [{ op: 'put', seq, row }];
    // A notice that is gone was never dropped: desks forget theirs by age. An order that was put and is not this
    // reader's any more must go now, not only when its drop comes further up the feed.
    return op === 'drop' || WITH_OWNER.has(entity) ? [{ op: 'drop', seq, entity, id }] : [];
  });
}

async function readRows(db: Reader, reader: OrderReader, entity: Entity, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  switch (entity) {
    case 'order':
      return (await readOrders(db, ids)).flatMap((record) => orderRow(record, reader) ?? []);
    case 'notice':
      return (await readNotices(db, noticeScopeOf(reader), ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'manuscript':
      return (await readManuscripts(db, knowledgeScopeOf(reader), ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'feedback':
      return (await readFeedback(db, knowledgeScopeOf(reader), ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'article':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'unit':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'subject':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'centre':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'catalogue':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'model':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'tie':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
    case 'synonym':
      return (await referenceRows(db, entity, ids)).map((data) => ({ entity, ...keyed(data) }));
  }
}
