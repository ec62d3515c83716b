import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEY = /^[0-9a-f]{64}\n?$/;

/**
 * The centre's key for recordings: 32 bytes as hexadecimal text in a file of its own, readable by this account alone;
 * made at the first start. Nodes that share the recordings share it.
 * @throws Error where the file is there and holds something else
 */
export function recordingKey(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const made = `${path}.${process.pid}`;
  writeFileSync(made, `${randomBytes(32).toString('hex')}\n`, { mode: 0o400 });
  try {
    // Of processes that start together one makes it; a link never replaces what is there.
    linkSync(made, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(made, { force: true });
  }
  const text = readFileSync(path, 'utf8');
  if (!KEY.test(text)) throw new Error('the key file for recordings holds no key of 64 hexadecimal digits');
  return Buffer.from(text.trim(), 'hex');
}
