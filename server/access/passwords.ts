import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { fail } from '../../shared/failure.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MB and some 80 ms a try. Stored with each hash, so that they can be raised without locking anybody out. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

interface Stored {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** @returns `scrypt$N$r$p$salt$key`, salt and key in base64url */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derivedKey(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** True where the password is the one that was hashed. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const known = parse(stored);
  if (!known) return false;
  const key = await derivedKey(password, known.salt, known);
  return key.length === known.key.length && timingSafeEqual(key, known.key);
}

/** Takes as long as a real check, so that an unknown job number cannot be told from a wrong password. */
export async function verifyNobody(password: string): Promise<void> {
  await derivedKey(password, Buffer.alloc(SALT_BYTES), COST);
}

/** True where the hash was made with other costs than today's: the next sign-in makes it anew. */
export function isOutdated(stored: string): boolean {
  const known = parse(stored);
  return !known || known.N !== COST.N || known.r !== COST.r || known.p !== COST.p;
}

/**
 * At least 8 characters with letters and digits, not all the same pattern, and not the job number.
 * @throws PASSWORD_TOO_WEAK
 */
export function requireStrong(password: string, jobNumber: string): void {
  const strong =
    password.length >= 8 &&
    /\p{L}/u.test(password) &&
    /\d/.test(password) &&
    new Set(password).size >= 4 &&
    !(password.toLowerCase().includes(jobNumber.toLowerCase()) && password.length < jobNumber.length + 6);
  if (!strong) fail('PASSWORD_TOO_WEAK');
}

async function derivedKey(password: string, salt: Buffer, cost: Pick<Stored, 'N' | 'r' | 'p'>): Promise<Buffer> {
  // Node refuses to use more than `maxmem`; scrypt itself needs 128 * N * r bytes.
  const maxmem = 2 * 128 * cost.N * cost.r;
  return derive(password.normalize('NFKC'), salt, KEY_BYTES, { N: cost.N, r: cost.r, p: cost.p, maxmem });
}

function parse(stored: string): Stored | null {
  const [kind, N, r, p, salt, key] = stored.split('$');
  if (kind !== 'scrypt' || !salt || !key) return null;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  if (![cost.N, cost.r, cost.p].every((value) => Number.isSafeInteger(value) && value > 0)) return null;
  return { ...cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}
