import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeSync, fstatSync } from 'node:fs';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** Sealed together: a piece that stays in the processor's cache between deciphering and copying. */
const PIECE = 2 ** 18;
const MAGIC = Buffer.from('HDKI0001');
const LENGTH = 8;
const HEAD = MAGIC.length + LENGTH;

/**
 * A key for one purpose, made from the desk's own.
 * @param key 32 random bytes as 64 hexadecimal digits
 */
export function keyFor(key: string, purpose: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(purpose).digest();
}

/**
 * Writes bytes so that nobody without the key reads or changes them unnoticed. A crash leaves the former file or the
 * new one.
 * @param name what the file is: a file put in another's place does not open
 */
export function writeSealed(path: string, key: Buffer, name: string, bytes: Buffer): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w', 0o600);
  try {
    const head = Buffer.alloc(HEAD);
    MAGIC.copy(head);
    head.writeBigUInt64LE(BigInt(bytes.length), MAGIC.length);
    writeSync(file, head);
    for (let piece = 0; piece < piecesOf(bytes.length); piece += 1) {
      const start = piece * PIECE;
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(nameOf(name, piece, bytes.length));
      const sealed = cipher.update(bytes.subarray(start, start + PIECE));
      cipher.final();
      writeSync(file, nonce);
      writeSync(file, sealed);
      writeSync(file, cipher.getAuthTag());
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}

/**
 * @returns a buffer of its own
 * @throws where the file is not there, is not whole, or has been changed
 */
export function readSealed(path: string, key: Buffer, name: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    if (readSync(file, head) !== HEAD || !head.subarray(0, MAGIC.length).equals(MAGIC))
      throw new Error('no sealed file');
    const length = Number(head.readBigUInt64LE(MAGIC.length));
    const pieces = piecesOf(length);
    if (fstatSync(file).size !== HEAD + length + pieces * (NONCE + TAG)) throw new Error('a sealed file is not whole');
    const bytes = Buffer.from(new ArrayBuffer(length));
    const sealed = Buffer.allocUnsafe(NONCE + Math.min(PIECE, length) + TAG);
    for (let piece = 0; piece < pieces; piece += 1) {
      const start = piece * PIECE;
      const size = Math.min(PIECE, length - start);
      const whole = NONCE + size + TAG;
      if (readSync(file, sealed, 0, whole, null) !== whole) throw new Error('a sealed file is not whole');
      const opened = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE))
        .setAAD(nameOf(name, piece, length))
        .setAuthTag(sealed.subarray(NONCE + size, whole));
      opened.update(sealed.subarray(NONCE, NONCE + size)).copy(bytes, start);
      opened.final();
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** One at least, so that an empty file is sealed too. */
function piecesOf(length: number): number {
  return Math.max(1, Math.ceil(length / PIECE));
}

function nameOf(name: string, piece: number, length: number): Buffer {
  return Buffer.from(`${name} ${piece} ${length}`);
}
