import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deskIdSchema, uuidV7 } from '../../shared/domain/ids.ts';
import { CIPHERS, type Cipher } from './cipher.ts';

/**
 * What has to be known before a database can be opened, in plain text beside it. Nothing here is secret: the key check
 * tells a wrong key from a damaged file and says nothing about the key.
 */
const sidecarSchema = z.object({
  /** Outlives a lost outbox, so that the centre can tell a desk that starts anew (next epoch) from a new desk. */
  deskId: deskIdSchema,
  cipher: z.enum(CIPHERS),
  keyCheck: z.string(),
});
export type Sidecar = z.infer<typeof sidecarSchema>;

const FILE = 'desk.json';

/** @returns null where there is none or it cannot be read: then both ciphers are tried */
export function readSidecar(dir: string): Sidecar | null {
  const path = join(dir, FILE);
  if (!existsSync(path)) return null;
  try {
    return sidecarSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Replaces the sidecar as a whole, so that a crash leaves the old one or the new one. */
export function writeSidecar(dir: string, sidecar: Sidecar): void {
  const path = join(dir, FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify(sidecar, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** A sidecar for a desk that is new here. */
export function newSidecar(cipher: Cipher, key: string, nowMs: number): Sidecar {
  return { deskId: deskIdSchema.parse(uuidV7(nowMs, randomBytes(10))), cipher, keyCheck: keyCheck(key) };
}

/** A one-way mark of a key. */
export function keyCheck(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('hotline-desk key check 1').digest('hex').slice(0, 32);
}
