import Database from 'better-sqlite3-multiple-ciphers';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError, fail, failure } from '../../shared/failure.ts';
import { CIPHERS, type Cipher } from './cipher.ts';
import { migrate, type Migration } from './migrate.ts';
import { keyCheck, type Sidecar } from './sidecar.ts';
import { readable, writable, type ReadableDb, type WritableDb } from './sqlite.ts';
import { storeFailure } from './store-failure.ts';

/** Which file, and what opens it. */
export interface Place {
  readonly path: string;
  /** 32 random bytes as 64 hexadecimal digits. */
  readonly key: string;
  readonly cipher: Cipher;
}

/**
 * Journal pages after which a commit also moves them into the file, some 20 ms that an operator would wait for: that is
 * normally done while nobody does ({@link WritableDb.checkpoint}), and here only under unbroken work.
 */
const CHECKPOINT_PAGES = 4000;

/** `full`: a commit is on the disk before it answers. `normal`: for what can be fetched again. */
export type Durability = 'full' | 'normal';

export interface Wanted {
  readonly durability: Durability;
  readonly migrations: readonly Migration[];
  /** Reads every page before trusting the file; only for files small enough. */
  readonly check: boolean;
}

/**
 * Opens or creates a database for writing, in today's shape.
 * @throws STORE_CORRUPT, STORE_FULL, STORE_UNWRITABLE, STORE_FROM_FUTURE; and STORE_CORRUPT also for a key that does
 * not fit, which {@link cipherOf} has to rule out first
 */
export function openWritable(place: Place, wanted: Wanted): WritableDb {
  return guarded(() => {
    const handle = unlocked(place, {});
    try {
      handle.pragma('journal_mode = WAL');
      handle.pragma(`synchronous = ${wanted.durability === 'full' ? 'FULL' : 'NORMAL'}`);
      handle.pragma('secure_delete = ON');
      handle.pragma('foreign_keys = ON');
      handle.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      handle.pragma('temp_store = MEMORY');
      if (wanted.check && handle.pragma('quick_check(1)', { simple: true }) !== 'ok') fail('STORE_CORRUPT');
      const db = writable(handle);
      migrate(db, wanted.migrations);
      return db;
    } catch (error) {
      handle.close();
      throw error;
    }
  });
}

/** Opens a database that a writer has already opened; nothing can be written through it. */
export function openReadable(place: Place): ReadableDb {
  return guarded(() => {
    const handle = unlocked(place, { readonly: true, fileMustExist: true });
    handle.pragma('query_only = ON');
    handle.pragma('temp_store = MEMORY');
    handle.pragma('cache_size = -65536');
    return readable(handle);
  });
}

/**
 * Which cipher the files of a folder bear, and that the key fits.
 * @throws STORE_WRONG_KEY; the files are not touched
 */
export function cipherOf(paths: readonly string[], key: string, sidecar: Sidecar | null, preferred: Cipher): Cipher {
  if (!/^[0-9a-f]{64}$/.test(key)) fail('STORE_WRONG_KEY');
  if (sidecar) {
    if (sidecar.keyCheck !== keyCheck(key)) fail('STORE_WRONG_KEY');
    return sidecar.cipher;
  }
  const present = paths.filter((path) => existsSync(path));
  if (present.length === 0) return preferred;
  // Without the sidecar a damaged file cannot be told from a wrong key: refusing leaves both ways open.
  const cipher = CIPHERS.find((candidate) => present.some((path) => opens({ path, key, cipher: candidate })));
  return cipher ?? fail('STORE_WRONG_KEY');
}

/**
 * Takes a damaged file out of the way with its journal; nothing is deleted.
 * @returns where the file is now
 */
export function moveAside(path: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '');
  const taken = new Set(readdirSync(join(path, '..')).map((name) => join(path, '..', name)));
  let aside = `${path}.damaged-${stamp}`;
  for (let count = 2; taken.has(aside); count += 1) aside = `${path}.damaged-${stamp}-${count}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

/** Runs storage work so that its errors come out as failures of the STORE_ kind. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const known = storeFailure(error);
    throw known ? new FailureError(known, { cause: error }) : error;
  }
}

function opens(place: Place): boolean {
  try {
    unlocked(place, { readonly: true, fileMustExist: true }).close();
    return true;
  } catch {
    return false;
  }
}

function unlocked({ path, key, cipher }: Place, options: Database.Options): Database.Database {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new FailureError(failure('STORE_WRONG_KEY'));
  const handle = new Database(path, { timeout: 5000, ...options });
  try {
    handle.pragma(`cipher = '${cipher}'`);
    // `raw:` takes the bytes as they are: a passphrase form would derive a key by Argon2 at each opening (47 ms).
    handle.pragma(`key = 'raw:${key}'`);
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}
