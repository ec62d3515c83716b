import { z } from 'zod';
import { entitySchema } from '../../../shared/sync/feed.ts';
import type { ReadableDb, WritableDb } from '../sqlite.ts';

/** A snapshot under way: what of it has been loaded, and where pulling starts once it is whole. */
const snapshotStateSchema = z.object({
  entity: entitySchema,
  after: z.string().nullable(),
  head: z.int().nonnegative(),
  epoch: z.string(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type SnapshotState = z.infer<typeof snapshotStateSchema>;

/** How far the replica has followed the feed. */
export interface Feed {
  readonly cursor: number;
  /** Null before the first snapshot is whole. */
  readonly epoch: string | null;
  /** Whose eyes it was filled for: a digest of the grants. */
  readonly audience: string | null;
  /** Rows of an older generation are what a snapshot has not confirmed. */
  readonly generation: number;
  readonly snapshot: SnapshotState | null;
}

interface FeedRow {
  cursor: number;
  epoch: string | null;
  audience: string | null;
  generation: number;
  snapshot: string | null;
}

const SELECT = `SELECT cursor, epoch, audience, generation, snapshot FROM feed WHERE id = 1`;
const CURSOR = `UPDATE feed SET cursor = ? WHERE id = 1`;
const START = `UPDATE feed SET generation = generation + 1, audience = ?, snapshot = ? WHERE id = 1`;
const ADVANCE = `UPDATE feed SET snapshot = ? WHERE id = 1`;
const FINISH = `UPDATE feed SET cursor = ?, epoch = ?, snapshot = NULL WHERE id = 1`;

export function readFeed(db: ReadableDb): Feed {
  const row = db.get<FeedRow>(SELECT);
  if (!row) throw new Error('the replica has no feed row');
  return {
    ...row,
    snapshot: row.snapshot === null ? null : snapshotStateSchema.parse(JSON.parse(row.snapshot)),
  };
}

export function saveCursor(db: WritableDb, cursor: number): void {
  db.run(CURSOR, [cursor]);
}

/** From here on rows are confirmed under a new generation; the old ones stay in sight until it is whole. */
export function startSnapshot(db: WritableDb, audience: string, state: SnapshotState): void {
  db.run(START, [audience, JSON.stringify(state)]);
}

export function advanceSnapshot(db: WritableDb, state: SnapshotState): void {
  db.run(ADVANCE, [JSON.stringify(state)]);
}

export function finishSnapshot(db: WritableDb, { head, epoch }: SnapshotState): void {
  db.run(FINISH, [head, epoch]);
}
