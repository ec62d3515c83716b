import type { Sensitivity } from '../../shared/domain/people.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Entity, Scope } from '../../shared/sync/feed.ts';
import type { NoticeScope } from './notices.ts';
import type { OrderScope } from './orders.ts';
import type { Reader, Writer } from './database.ts';

/** The feed's end, and the end of the audit log which moves under the same lock. */
export interface Head {
  readonly epoch: string;
  readonly seq: number;
  readonly floor: number;
  readonly auditId: number;
  readonly auditHash: Uint8Array;
}

const HEAD_COLUMNS = `epoch, seq, floor, audit_id AS "auditId", audit_hash AS "auditHash"`;

/** Everything up to this head is committed: whoever moves it holds its lock until the commit. */
export async function readHead(db: Reader): Promise<Head> {
  return only(await db.read<Head>(`SELECT ${HEAD_COLUMNS} FROM feed_head`));
}

/**
 * Moves the head on by `count` and keeps it locked to the end of the transaction: it must be the transaction's last
 * lock, so that sequence order is commit order. A plain sequence lets a reader pass a row that commits later.
 */
export async function moveHead(db: Writer, count: number): Promise<Head> {
  return only(await db.write<Head>(`UPDATE feed_head SET seq = seq + $1 RETURNING ${HEAD_COLUMNS}`, [count]));
}

function only(rows: Head[]): Head {
  const [head] = rows;
  if (!head) throw new Error('the feed has no head');
  return head;
}

/** A change before it has its place in the feed. */
export interface NewChange {
  readonly entity: Entity;
  readonly id: string;
  readonly version: number;
  readonly op: 'put' | 'drop';
  readonly scope: Scope;
}

const INSERT = `
INSERT INTO feed (seq, at, entity, id, version, op, sensitivity, unit_id)
SELECT $1::bigint + t.n - 1, $2::timestamptz, t.entity, t.id, t.version, t.op, t.sensitivity, t.unit_id
FROM unnest($3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[])
  WITH ORDINALITY AS t (entity, id, version, op, sensitivity, unit_id, n)`;

/** Writes changes into the places that {@link moveHead} has made for them, beginning at `first`. */
export async function insertChanges(
  db: Writer,
  first: number,
  changes: readonly NewChange[],
  at: Instant,
): Promise<void> {
  if (changes.length === 0) return;
  await db.write(INSERT, [
    first,
    at,
    changes.map(({ entity }) => entity),
    changes.map(({ id }) => id),
    changes.map(({ version }) => version),
    changes.map(({ op }) => op),
    changes.map(({ scope }) => scope.sensitivity),
    changes.map(({ scope }) => scope.unitId),
  ]);
}

export interface ChangeRow {
  readonly seq: number;
  readonly entity: Entity;
  readonly id: string;
  readonly op: 'put' | 'drop';
  readonly sensitivity: Sensitivity;
  readonly unitId: string | null;
}

/** Index: feed's primary key, in the parts of the feed that hold the range. */
export const CHANGES_AFTER = `
SELECT seq, entity, id, op, sensitivity, unit_id AS "unitId" FROM feed
WHERE seq > $1 AND seq <= $2
  AND CASE entity
    WHEN 'order' THEN sensitivity = ANY ($3::text[]) AND ($4::text[] IS NULL OR unit_id = ANY ($4::text[]))
    WHEN 'notice' THEN sensitivity = ANY ($5::text[])
      AND CASE WHEN $6::text[] IS NULL THEN unit_id IS NULL ELSE unit_id = ANY ($6::text[]) END
    WHEN 'manuscript' THEN $6::text[] IS NULL OR unit_id = ANY ($6::text[])
    WHEN 'feedback' THEN $6::text[] IS NULL OR unit_id = ANY ($6::text[])
    ELSE true END
ORDER BY seq LIMIT $7`;

/**
 * Changes in (after, head] that this scope may see, in commit order. The centre's own staff see every unit's orders, but
 * are not told what a unit's people are.
 */
export async function changesAfter(
  db: Reader,
  range: { readonly after: number; readonly head: number },
  orders: OrderScope,
  notices: NoticeScope,
  limit: number,
): Promise<ChangeRow[]> {
  return db.read<ChangeRow>(CHANGES_AFTER, [
    range.after,
    range.head,
    orders.sensitivities,
    orders.units,
    notices.sensitivities,
    notices.units,
    limit,
  ]);
}

/** Makes every desk take a snapshot: after a restore the feed's numbers mean something else. */
export async function renewEpoch(db: Writer, epoch: string): Promise<void> {
  await db.write('UPDATE feed_head SET epoch = $1', [epoch]);
}
