import type { AttachmentId, DeskId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

export interface AttachmentRow {
  readonly sha256: string;
  readonly size: number;
  readonly received: number;
  readonly complete: boolean;
}

/** Makes the attachment known, if it is not. */
export async function insertAttachment(
  db: Writer,
  { id, sha256, size, deskId }: { id: AttachmentId; sha256: string; size: number; deskId: DeskId },
  now: Instant,
): Promise<void> {
  await db.write(
    `INSERT INTO attachments (id, sha256, size, received, complete, desk_id, created_at)
     VALUES ($1, $2, $3, 0, false, $4, $5) ON CONFLICT (id) DO NOTHING`,
    [id, sha256, size, deskId, now],
  );
}

/** Locks the attachment, so that two of its chunks never interleave. Index: attachments_pkey. */
export async function findAttachment(db: Writer, id: AttachmentId): Promise<AttachmentRow | null> {
  const rows = await db.write<AttachmentRow>(
    'SELECT sha256, size, received, complete FROM attachments WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows.at(0) ?? null;
}

/** A piece as it is kept; those from before pieces were sealed are as they came. */
export interface StoredChunk {
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly sealed: boolean;
}

/** @param length bytes of the piece before it was sealed */
export async function appendChunk(
  db: Writer,
  id: AttachmentId,
  { start, sealed, length }: { start: number; sealed: Uint8Array; length: number },
): Promise<void> {
  await db.write('INSERT INTO attachment_chunks (attachment_id, start, bytes, sealed) VALUES ($1, $2, $3, true)', [
    id,
    start,
    sealed,
  ]);
  await db.write('UPDATE attachments SET received = $2 WHERE id = $1', [id, start + length]);
}

/** The chunks from `start` on, in order. Index: attachment_chunks_pkey. */
export async function readChunks(
  db: Reader,
  id: AttachmentId,
  { start, limit }: { start: number; limit: number } = { start: 0, limit: 10_000 },
): Promise<StoredChunk[]> {
  return db.read<StoredChunk>(
    `SELECT start, bytes, sealed FROM attachment_chunks WHERE attachment_id = $1 AND start >= $2
     ORDER BY start LIMIT $3`,
    [id, start, limit],
  );
}

/** An attachment that is there whole, in bytes; null where it is not. Index: attachments_pkey. */
export async function sizeOfWhole(db: Reader, id: AttachmentId): Promise<number | null> {
  const rows = await db.read<{ size: number }>('SELECT size FROM attachments WHERE id = $1 AND complete', [id]);
  return rows.at(0)?.size ?? null;
}

export async function completeAttachment(db: Writer, id: AttachmentId): Promise<void> {
  await db.write('UPDATE attachments SET complete = true WHERE id = $1', [id]);
}

/** Begins again. */
export async function forgetChunks(db: Writer, id: AttachmentId): Promise<void> {
  await db.write('DELETE FROM attachment_chunks WHERE attachment_id = $1', [id]);
  await db.write('UPDATE attachments SET received = 0 WHERE id = $1', [id]);
}
