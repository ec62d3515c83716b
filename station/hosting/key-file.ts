import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { fail } from '../../shared/failure.ts';

const KEY = /^[0-9a-f]{64}\n?$/;

/**
 * The desk's key: 256 random bits as 64 hex digits in a file that only its owner may read, outside the folder of the
 * databases, so that a copied database folder opens nothing. Made on first use, never replaced.
 * @throws FailureError STORE_WRONG_KEY where the file is there but holds no key; STORE_UNWRITABLE
 */
export function readOrMakeKey(file: string): string {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(file)) makeKey(file);
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    const text = readFileSync(file, 'utf8');
    if (KEY.test(text)) return text.trim();
  } catch (error) {
    fail('STORE_UNWRITABLE', { detail: `密钥文件 ${file}：${error instanceof Error ? error.message : String(error)}` });
  }
  return fail('STORE_WRONG_KEY', { detail: `密钥文件 ${file} 的内容不是密钥` });
}

/** Written whole beside its place and linked there: a start that is cut off leaves no half key, a second one no other. */
function makeKey(file: string): void {
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    unlinkSync(draft);
  }
}
