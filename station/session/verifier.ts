import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Interactive strength of 2026: about a tenth of a second and 32 MB. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** What a password can be checked against later, and never read from. Hexadecimal. */
export interface Verifier {
  readonly salt: string;
  readonly verifier: string;
}

export async function makeVerifier(password: string): Promise<Verifier> {
  const salt = randomBytes(16);
  const verifier = await derive(password.normalize('NFC'), salt, LENGTH, COST);
  return { salt: salt.toString('hex'), verifier: verifier.toString('hex') };
}

export async function verifies(password: string, { salt, verifier }: Verifier): Promise<boolean> {
  const expected = Buffer.from(verifier, 'hex');
  const found = await derive(password.normalize('NFC'), Buffer.from(salt, 'hex'), LENGTH, COST);
  return expected.length === found.length && timingSafeEqual(expected, found);
}
