import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits. Only its hash is kept at the centre. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored and looked up in the token's place. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
