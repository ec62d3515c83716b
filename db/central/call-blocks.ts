import type { Block, BlockState } from '../../shared/domain/calls/block.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

/** A block as it is kept; the number stands as it came. */
export type BlockData = Omit<Block, 'turnedAway'>;

/** @returns false where this number is proposed or blocked already. @param number as numbers are compared */
export async function insertBlock(db: Writer, number: string, data: BlockData): Promise<boolean> {
  const rows = await db.write(
    `INSERT INTO call_blocks (id, number, state, proposed_at, data) VALUES ($1, $2, $3, $4, $5::jsonb)
     ON CONFLICT (number) WHERE state IN ('proposed', 'active') DO NOTHING RETURNING id`,
    [data.id, number, data.state, data.proposedAt, JSON.stringify(data)],
  );
  return rows.length > 0;
}

/** Locked. Index: call_blocks_pkey. */
export async function lockBlock(db: Writer, id: string): Promise<BlockData | null> {
  const rows = await db.write<{ data: BlockData }>('SELECT data FROM call_blocks WHERE id = $1 FOR UPDATE', [id]);
  return rows.at(0)?.data ?? null;
}

export async function updateBlock(db: Writer, data: BlockData): Promise<void> {
  const starts = data.state === 'active' ? data.decidedAt : null;
  await db.write(
    `UPDATE call_blocks SET state = $2, starts_at = coalesce($3, starts_at), until = $4, data = $5::jsonb WHERE id = $1`,
    [data.id, data.state, starts, data.until, JSON.stringify(data)],
  );
}

/** Open ones first, then newest first. Index: call_blocks_proposed. */
export async function listBlocks(db: Reader, limit: number): Promise<Block[]> {
  const rows = await db.read<{ data: BlockData; turnedAway: number }>(
    `SELECT b.data, CASE WHEN b.starts_at IS NULL THEN 0 ELSE (
       SELECT count(*) FROM calls c WHERE c.queued_at >= b.starts_at AND c.queued_at < b.until
         AND c.outcome = 'refused' AND c.data->>'closed' = 'blocked'
         AND right(regexp_replace(c.caller_number, '[^0-9]', '', 'g'), length(b.number)) = b.number) END AS "turnedAway"
     FROM call_blocks b ORDER BY b.state IN ('proposed', 'active') DESC, b.proposed_at DESC LIMIT $1`,
    [limit],
  );
  return rows.map(({ data, turnedAway }) => ({ ...data, turnedAway }));
}

/** Index: call_blocks_open. */
export async function activeBlocks(db: Reader): Promise<{ number: string; from: Instant; until: Instant }[]> {
  return db.read(`SELECT number, starts_at AS from, until FROM call_blocks WHERE state = 'active'`);
}

/** Those whose date has come, made ended. @returns them */
export async function endBlocks(db: Writer, at: Instant): Promise<BlockData[]> {
  const ended: BlockState = 'ended';
  const rows = await db.write<{ data: BlockData }>(
    `UPDATE call_blocks SET state = $2, data = data || jsonb_build_object('state', $2::text)
     WHERE state = 'active' AND until <= $1 RETURNING data`,
    [at, ended],
  );
  return rows.map(({ data }) => data);
}
