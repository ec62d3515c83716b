import { FailureError, failure, type Failure } from '../../shared/failure.ts';

const BY_SQLITE_CODE: readonly (readonly [prefix: string, code: Failure['code']])[] = [
  ['SQLITE_FULL', 'STORE_FULL'],
  ['SQLITE_BUSY', 'STORE_LOCKED'],
  ['SQLITE_CORRUPT', 'STORE_CORRUPT'],
  ['SQLITE_NOTADB', 'STORE_CORRUPT'],
  ['SQLITE_READONLY', 'STORE_UNWRITABLE'],
  ['SQLITE_CANTOPEN', 'STORE_UNWRITABLE'],
  ['SQLITE_PERM', 'STORE_UNWRITABLE'],
];

const BY_SYSTEM_CODE: Readonly<Record<string, Failure['code']>> = {
  ENOSPC: 'STORE_FULL',
  EDQUOT: 'STORE_FULL',
  EACCES: 'STORE_UNWRITABLE',
  EPERM: 'STORE_UNWRITABLE',
  EROFS: 'STORE_UNWRITABLE',
  ENOTDIR: 'STORE_UNWRITABLE',
  EEXIST: 'STORE_UNWRITABLE',
  ENOENT: 'STORE_UNWRITABLE',
};

/** What a storage error means to the person at the desk; null where it is not about storage. */
export function storeFailure(error: unknown): Failure | null {
  if (error instanceof FailureError) return error.failure;
  const code = codeOf(error);
  if (!code) return null;
  const sqlite = BY_SQLITE_CODE.find(([prefix]) => code.startsWith(prefix));
  if (sqlite) return failure(sqlite[1]);
  // A device that stops taking bytes half way reports an I/O error; what matters is the same: it was not saved.
  if (code.startsWith('SQLITE_IOERR')) return failure(code.includes('READ') ? 'STORE_CORRUPT' : 'STORE_FULL');
  const system = BY_SYSTEM_CODE[code];
  return system ? failure(system) : null;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
