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

export async function appendChunk(db: Writer, id: AttachmentId, start: number, bytes: Uint8Array): Promise<void> {
  await db.write('INSERT INTO attachment_chunks (attachment_id, start, bytes) VALUES ($1, $2, $3)', [id, start, bytes]);
  await db.write('UPDATE attachments SET received = $2 WHERE id = $1', [id, start + bytes.length]);
}

/** The chunks in order. Index: attachment_chunks_pkey. */
export async function readChunks(db: Reader, id: AttachmentId): Promise<Uint8Array[]> {
  const rows = await db.read<{ bytes: Uint8Array }>(
    'SELECT bytes FROM attachment_chunks WHERE attachment_id = $1 ORDER BY start',
    [id],
  );
  return rows.map(({ bytes }) => bytes);
}

export async function completeAttachment(db: Writer, id: AttachmentId): Promise<void> {
  await db.write('UPDATE attachments SET complete = true WHERE id = $1', [id]);
}

/** Begins again. */
export async function forgetChunks(db: Writer, id: AttachmentId): Promise<void> {
  await db.write('DELETE FROM attachment_chunks WHERE attachment_id = $1', [id]);
  await db.write('UPDATE attachments SET received = 0 WHERE id = $1', [id]);
}
