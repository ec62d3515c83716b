import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEY = /^[0-9a-f]{64}$/;

/** The key in use first, then those it has followed: what was sealed under them can still be opened. */
export type RecordingKeys = readonly [Buffer, ...Buffer[]];

/**
 * The centre's keys for recordings: 32 bytes each as a line of hexadecimal text in a file of their own, readable by this
 * account alone; the first key is made at the first start. Nodes that share the recordings share it.
 * @throws Error where the file is there and holds something else
 */
export function recordingKeys(path: string): RecordingKeys {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const made = writeAside(path, [newKey()]);
  try {
    // Of processes that start together one makes it; a link never replaces what is there.
    linkSync(made, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(made, { force: true });
  }
  return keysIn(path);
}

/**
 * What is recorded after the next start is sealed under a new key; the others stay, below it, for what they have sealed.
 * @returns how many keys the file holds now @throws Error where there is no such file, or it holds something else
 */
export function addRecordingKey(path: string): number {
  const lines = [newKey(), ...keysIn(path).map((key) => key.toString('hex'))];
  renameSync(writeAside(path, lines), path);
  return lines.length;
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}

function writeAside(path: string, lines: readonly string[]): string {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${lines.join('\n')}\n`, { mode: 0o400, flush: true });
  return aside;
}

function keysIn(path: string): RecordingKeys {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const [first, ...older] = lines.map((line) => (KEY.test(line) ? Buffer.from(line, 'hex') : null));
  const whole = older.flatMap((key) => key ?? []);
  if (!first || whole.length !== older.length)
    throw new Error('the key file for recordings holds something else than keys of 64 hexadecimal digits');
  return [first, ...whole];
}
