import type { Instant } from '../../shared/instant.ts';
import type { Database } from './database.ts';
import { readHead } from './feed.ts';

/** Changes in one part of the feed: about a month of a capital city. */
const PART_SIZE = 10_000_000;

function partName(part: number): string {
  return `feed_${part}`;
}

/** Makes the part after the one being written, so that a change always has a place to go. */
export async function ensureParts(db: Database): Promise<void> {
  const { seq } = await readHead(db);
  const next = Math.floor(seq / PART_SIZE) + 1;
  await db.transaction(async (tx) => {
    for (const part of [next, next + 1]) {
      await tx.script(
        `CREATE TABLE IF NOT EXISTS ${partName(part)} PARTITION OF feed
         FOR VALUES FROM (${part * PART_SIZE}) TO (${(part + 1) * PART_SIZE})`,
      );
    }
  });
}

/** Drops every part whose last change is older than `until`, and raises the floor: desks before it take a snapshot. */
export async function dropOldParts(db: Database, until: Instant): Promise<void> {
  const { seq, floor } = await readHead(db);
  for (let part = Math.floor(floor / PART_SIZE); part < Math.floor(seq / PART_SIZE); part += 1) {
    const newFloor = (part + 1) * PART_SIZE - 1;
    const last = await db.read<{ at: Instant }>('SELECT at FROM feed WHERE seq <= $1 ORDER BY seq DESC LIMIT 1', [
      newFloor,
    ]);
    const [newest] = last;
    if (newest && newest.at >= until) return;
    await db.transaction(async (tx) => {
      await tx.write('UPDATE feed_head SET floor = GREATEST(floor, $1)', [newFloor]);
      await tx.script(`DROP TABLE IF EXISTS ${partName(part)}`);
    });
  }
}
