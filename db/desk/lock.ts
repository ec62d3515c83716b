import Database from 'better-sqlite3-multiple-ciphers';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError, failure } from '../../shared/failure.ts';
import { storeFailure } from './store-failure.ts';

/**
 * Takes the desk folder for this program alone. The lock is the operating system's own, held through an SQLite file
 * that stays empty: it is gone the moment its holder dies, so no stale lock can ever need clearing.
 * @throws STORE_LOCKED while another station has it, STORE_UNWRITABLE where the folder cannot be written
 */
export function lockDesk(dir: string): { release(): void } {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const handle = new Database(join(dir, 'desk.lock'), { timeout: 0 });
    try {
      handle.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      handle.close();
      throw error;
    }
    return {
      release: () => {
        handle.close();
      },
    };
  } catch (error) {
    throw new FailureError(storeFailure(error) ?? failure('STORE_UNWRITABLE'), { cause: error });
  }
}
