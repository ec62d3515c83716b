import { createHash } from 'node:crypto';
import {
  appendChunk,
  completeAttachment,
  findAttachment,
  forgetChunks,
  insertAttachment,
  readChunks,
  type StoredChunk,
} from '../../db/central/attachments.ts';
import type { AttachmentId, DeskId } from '../../shared/domain/ids.ts';
import { fail } from '../../shared/failure.ts';
import { now, type Service } from '../service.ts';
import type { Seal } from './seal.ts';

const LARGEST_BYTES = 20 * 1024 * 1024;

export interface Chunk {
  readonly id: AttachmentId;
  readonly sha256: string;
  readonly size: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/**
 * Takes one chunk of an attachment. Chunks come in order; one that is there already changes nothing, one that would
 * leave a gap neither. When all bytes are there they must have the digest that was promised, otherwise it starts again.
 * @returns bytes there are now
 * @throws ATTACHMENT_TOO_LARGE, INVALID_INPUT
 */
export async function attach(service: Service, seal: Seal, deskId: DeskId, chunk: Chunk): Promise<number> {
  const { id, sha256, size, offset, bytes } = chunk;
  if (size > LARGEST_BYTES) fail('ATTACHMENT_TOO_LARGE');
  if (offset + bytes.length > size) fail('INVALID_INPUT', { detail: '附件内容超出其大小' });
  return service.db.transaction(async (tx) => {
    await insertAttachment(tx, { id, sha256, size, deskId }, now(service));
    const stored = await findAttachment(tx, id);
    if (!stored || stored.sha256 !== sha256 || stored.size !== size) {
      fail('INVALID_INPUT', { detail: '同一附件编号的内容不同' });
    }
    if (stored.complete || offset !== stored.received || bytes.length === 0) return stored.received;
    await appendChunk(tx, id, { start: offset, sealed: seal.close(id, offset, bytes), length: bytes.length });
    const received = offset + bytes.length;
    if (received < size) return received;
    const digest = createHash('sha256');
    for (const part of await readChunks(tx, id)) digest.update(opened(seal, id, part));
    if (digest.digest('hex') === sha256) {
      await completeAttachment(tx, id);
      return received;
    }
    service.log.warn({ attachment: id, deskId }, 'attachment arrived damaged; it is asked for again');
    await forgetChunks(tx, id);
    return 0;
  });
}

/** A piece as it was sent. */
export function opened(seal: Seal, id: AttachmentId, { start, bytes, sealed }: StoredChunk): Buffer {
  return sealed ? seal.open(id, start, bytes) : Buffer.from(bytes);
}
