import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { AttachmentId } from '../../shared/domain/ids.ts';

/**
 * Attachments at rest: every piece is sealed by AES-256-GCM before it is a row, under a key that is derived from the
 * centre's for this attachment alone. What it belongs to and where it starts are sealed with it, so that pieces can be
 * neither exchanged nor moved.
 *
 *     key id (8) | nonce (12) | sealed bytes | tag (16)
 */
export interface Seal {
  close(id: AttachmentId, start: number, bytes: Uint8Array): Buffer;
  /** @throws Error where it is not what was sealed, or its key is no longer there */
  open(id: AttachmentId, start: number, sealed: Uint8Array): Buffer;
}

const KEY_ID = 8;
const NONCE = 12;
const TAG = 16;

/** @param keys 32 bytes each: the first seals, every one opens what it has sealed */
export function createSeal(keys: readonly [Uint8Array, ...Uint8Array[]]): Seal {
  const named = new Map(keys.map((key) => [keyIdOf(key).toString('hex'), key]));
  const [newest] = keys;
  return {
    close: (id, start, bytes) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyFor(newest, id), nonce);
      cipher.setAAD(placeOf(id, start));
      return Buffer.concat([keyIdOf(newest), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open: (id, start, sealed) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const key = named.get(bytes.toString('hex', 0, KEY_ID));
      if (!key) throw new Error('the key of this attachment is not in the key file');
      const body = bytes.subarray(KEY_ID + NONCE, bytes.length - TAG);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(key, id), bytes.subarray(KEY_ID, KEY_ID + NONCE));
      decipher.setAAD(placeOf(id, start));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

function keyIdOf(key: Uint8Array): Buffer {
  return createHash('sha256').update('hotline attachments').update(key).digest().subarray(0, KEY_ID);
}

function keyFor(key: Uint8Array, id: AttachmentId): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, id, 'hotline attachment', 32));
}

function placeOf(id: AttachmentId, start: number): Buffer {
  return Buffer.from(JSON.stringify([id, start]));
}
