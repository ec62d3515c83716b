import { failure, FailureError } from '../../shared/failure.ts';
import { isUnavailable, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres, type OnTrouble } from './postgres.ts';

export interface OpenOptions {
  /** A `postgres://` address, or null for PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly onTrouble: OnTrouble;
}

/**
 * Opens the centre's database and brings it to today's shape.
 * @throws CENTRE_FOLDER_IN_USE, DATABASE_UNREACHABLE, STORE_FROM_FUTURE
 */
export async function openCentralDatabase({ databaseUrl, dataDir, onTrouble }: OpenOptions): Promise<Database> {
  const database = databaseUrl === null ? await openPglite(dataDir) : openPostgres({ url: databaseUrl, onTrouble });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    if (!isUnavailable(error)) throw error;
    const why = error instanceof Error ? error.message : null;
    throw new FailureError(failure('DATABASE_UNREACHABLE', { detail: why }), { cause: error });
  }
}
