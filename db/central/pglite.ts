import { PGlite, types, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Migrator, Value } from './database.ts';
import { holdFolder } from './folder-lock.ts';
import { parseInt8, parseTimestamp } from './rows.ts';

/**
 * Opens PGlite in a folder, or in memory for tests.
 * @param dataDir the folder, or null for memory
 * @param begin what an empty one begins with, as PGlite packs a folder; absent: with nothing
 * @throws CENTRE_FOLDER_IN_USE where another process works on the folder: PGlite itself would not notice and ruin it
 */
export async function openPglite(dataDir: string | null, begin?: Blob): Promise<Database> {
  const release = dataDir === null ? () => {} : lockedFolder(dataDir);
  try {
    const engine = await PGlite.create({
      ...(dataDir === null ? {} : { dataDir: join(dataDir, 'pglite') }),
      ...(begin === undefined ? {} : { loadDataDir: begin }),
      parsers: { [types.INT8]: parseInt8, [types.TIMESTAMPTZ]: parseTimestamp },
    });
    await engine.exec(`SET TIME ZONE 'UTC'`);
    return overPglite(engine, release);
  } catch (error) {
    release();
    throw error;
  }
}

function lockedFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return holdFolder(dataDir);
}

function overPglite(engine: PGlite, release: () => void): Database {
  async function run<Row extends object>(
    on: PGlite | PGliteTransaction,
    sql: string,
    values: readonly Value[] = [],
  ): Promise<Row[]> {
    return (await on.query<Row>(sql, [...values])).rows;
  }
  return {
    kind: 'pglite',
    read: (sql, values) => run(engine, sql, values),
    write: (sql, values) => run(engine, sql, values),
    transaction: (work) =>
      engine.transaction((tx) => {
        const migrator: Migrator = {
          read: (sql, values) => run(tx, sql, values),
          write: (sql, values) => run(tx, sql, values),
          script: async (sql) => {
            await tx.exec(sql);
          },
        };
        return work(migrator);
      }),
    listen: async (channel, onMessage) => {
      await engine.listen(channel, onMessage);
    },
    close: async () => {
      try {
        await engine.close();
      } finally {
        release();
      }
    },
  };
}
