import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../../shared/instant.ts';

/**
 * Recordings at rest. Each file has a key of its own, derived from the centre's by a random salt, and is sealed in
 * pieces by AES-256-GCM, so that a part can be read without the whole. The recording's name, the piece's place and the
 * length of the whole are sealed with each piece: pieces cannot be exchanged, left out or taken from another recording.
 *
 *     'HLR1' | key id (8) | salt (32) | length (8) | pieces of 64 KiB, each with its tag (16)
 *
 * There is no way to change one: a file is written once, under a name of its own, and may be read or removed (Z11).
 */
export interface Vault {
  /** @returns the file's place below the folder */
  keep(id: string, at: Instant, bytes: Uint8Array): Promise<Kept>;
  /** The whole, checked against its digest. @throws VaultError */
  read(id: string, kept: Kept): Promise<Buffer>;
  /** A part of it, whose pieces alone are read and checked. @throws VaultError */
  part(id: string, kept: Pick<Kept, 'file'>, offset: number, length: number): Promise<Buffer>;
  remove(file: string): Promise<void>;
}

export interface Kept {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: Uint8Array;
}

/** gone: no such file; damaged: not what was sealed, or sealed with another key. */
export class VaultError extends Error {
  readonly what: 'gone' | 'damaged';
  constructor(what: 'gone' | 'damaged', options?: ErrorOptions) {
    super(`recording ${what}`, options);
    this.name = 'VaultError';
    this.what = what;
  }
}

const MAGIC = Buffer.from('HLR1');
const HEADER = 4 + 8 + 32 + 8;
const PIECE = 64 * 1024;
const TAG = 16;

/**
 * @param keys 32 bytes each: the first seals, every one opens what it has sealed
 * @param folder made where it is missing, for this account alone
 */
export function openVault(folder: string, keys: readonly [Uint8Array, ...Uint8Array[]]): Vault {
  const named = new Map(keys.map((each) => [keyIdOf(each).toString('hex'), each]));
  const [key] = keys;
  const keyId = keyIdOf(key);
  return {
    async keep(id, at, bytes) {
      const file = join(at.slice(0, 4), at.slice(5, 7), `${randomUUID()}.hlr`);
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Under another name until it is whole and on the disk: a file that bears its name is complete.
      const part = `${path}.part`;
      const handle = await open(part, 'wx', 0o400);
      try {
        await handle.writeFile(seal(id, key, keyId, bytes));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, path);
      return { file, bytes: bytes.byteLength, sha256: digest(bytes) };
    },
    async read(id, { file, sha256 }) {
      const sealed = await readFile(join(folder, file)).catch((error: unknown) => {
        throw new VaultError('gone', { cause: error });
      });
      const bytes = unseal(id, named, sealed);
      if (!digest(bytes).equals(sha256)) throw new VaultError('damaged');
      return bytes;
    },
    async part(id, { file }, offset, length) {
      const handle = await open(join(folder, file), 'r').catch((error: unknown) => {
        throw new VaultError('gone', { cause: error });
      });
      try {
        const header = Buffer.alloc(HEADER);
        await handle.read(header, 0, HEADER, 0);
        const opened = openHeader(named, header);
        const first = Math.floor(offset / PIECE);
        const sealed = Buffer.alloc((Math.floor((offset + length) / PIECE) - first + 1) * (PIECE + TAG));
        const { bytesRead } = await handle.read(sealed, 0, sealed.length, HEADER + first * (PIECE + TAG));
        const clear = openPieces(id, opened, first, sealed.subarray(0, bytesRead));
        const start = offset - first * PIECE;
        return clear.subarray(start, start + length);
      } finally {
        await handle.close();
      }
    },
    remove: (file) => rm(join(folder, file), { force: true }),
  };
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function seal(id: string, key: Uint8Array, keyId: Buffer, bytes: Uint8Array): Buffer {
  const salt = randomBytes(32);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bytes.byteLength));
  const own = fileKey(key, salt);
  const pieces = [];
  for (let start = 0, index = 0; start < bytes.byteLength || index === 0; start += PIECE, index += 1) {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(index));
    cipher.setAAD(sealedWith(id, index, bytes.byteLength));
    pieces.push(cipher.update(bytes.subarray(start, start + PIECE)), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat([MAGIC, keyId, salt, length, ...pieces]);
}

/** Keys by the hexadecimal text of their ids. */
type NamedKeys = ReadonlyMap<string, Uint8Array>;

function keyIdOf(key: Uint8Array): Buffer {
  return createHash('sha256').update('hotline recordings').update(key).digest().subarray(0, 8);
}

function unseal(id: string, keys: NamedKeys, sealed: Buffer): Buffer {
  const opened = openHeader(keys, sealed.subarray(0, HEADER));
  const whole = openPieces(id, opened, 0, sealed.subarray(HEADER));
  if (whole.length !== opened.length) throw new VaultError('damaged');
  return whole;
}

interface Header {
  readonly own: Uint8Array;
  /** Of the clear bytes. */
  readonly length: number;
}

function openHeader(keys: NamedKeys, header: Buffer): Header {
  const key = keys.get(header.toString('hex', 4, 12));
  if (!key || header.length !== HEADER || !header.subarray(0, 4).equals(MAGIC)) throw new VaultError('damaged');
  return { own: fileKey(key, header.subarray(12, 44)), length: Number(header.readBigUInt64BE(44)) };
}

/** @param first the place of the first piece in the whole */
function openPieces(id: string, { own, length }: Header, first: number, sealed: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let start = 0, index = first; start < sealed.length; start += PIECE + TAG, index += 1) {
    const piece = sealed.subarray(start, start + PIECE + TAG);
    if (piece.length < TAG) throw new VaultError('damaged');
    const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(index));
    decipher.setAAD(sealedWith(id, index, length));
    decipher.setAuthTag(piece.subarray(piece.length - TAG));
    try {
      pieces.push(decipher.update(piece.subarray(0, piece.length - TAG)), decipher.final());
    } catch (error) {
      throw new VaultError('damaged', { cause: error });
    }
  }
  return Buffer.concat(pieces);
}

function fileKey(key: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, 'hotline recording', 32));
}

/** Counted, which is safe because no two files share a key. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}

function sealedWith(id: string, index: number, length: number): Buffer {
  return Buffer.from(JSON.stringify([id, index, length]));
}
