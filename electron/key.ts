import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { safeStorage } from 'electron';
import { fail } from '../shared/failure.ts';
import { readOrMakeKey } from '../station/hosting/key-file.ts';
import { keyProtection } from './policy/key-protection.ts';

export interface DeskKey {
  /** 64 hex digits. */
  readonly key: string;
  /** Why it is not wrapped by the operating system, in Chinese; null where it is. */
  readonly weakness: string | null;
}

/**
 * The desk's key: wrapped by the operating system where that protects, otherwise in an owner-only file. A key that was
 * in such a file is wrapped, and the file removed, as soon as the system can.
 * @param folder apart from the databases
 * @throws FailureError STORE_WRONG_KEY where the wrapped key cannot be opened, STORE_UNWRITABLE
 */
export async function openKey(folder: string): Promise<DeskKey> {
  const wrapped = path.join(folder, 'desk.key.wrapped');
  const plain = path.join(folder, 'desk.key');
  const available = await safeStorage.isAsyncEncryptionAvailable();
  const protection = keyProtection({
    platform: process.platform,
    available,
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null,
  });
  if (existsSync(wrapped)) {
    if (!available) fail('STORE_WRONG_KEY', { detail: '系统的密钥服务现在不可用' });
    return { key: await unwrap(wrapped), weakness: null };
  }
  if (protection.kind === 'file') return { key: readOrMakeKey(plain), weakness: protection.why };
  const key = existsSync(plain) ? readOrMakeKey(plain) : randomBytes(32).toString('hex');
  await wrap(wrapped, key);
  rmSync(plain, { force: true });
  return { key, weakness: null };
}

async function unwrap(file: string): Promise<string> {
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(readFileSync(file));
    if (shouldReEncrypt) await wrap(file, result);
    return result;
  } catch (error) {
    return fail('STORE_WRONG_KEY', { detail: error instanceof Error ? error.message : String(error) });
  }
}

async function wrap(file: string, key: string): Promise<void> {
  const bytes = await safeStorage.encryptStringAsync(key);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, bytes, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
