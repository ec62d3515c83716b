import { fail } from '../../shared/failure.ts';
import type { WritableDb } from './sqlite.ts';

/** One step of a database's shape. A published step never changes; a new shape is a new step. */
export interface Migration {
  /** What it brings, for the log. */
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings a database to the newest shape, one transaction per step.
 * @throws STORE_FROM_FUTURE where a newer program has written it
 */
export function migrate(db: WritableDb, migrations: readonly Migration[]): void {
  const found = shapeOf(db);
  if (found > migrations.length) fail('STORE_FROM_FUTURE', { detail: `${found} > ${migrations.length}` });
  for (const [index, step] of migrations.entries()) {
    if (index < found) continue;
    db.transaction(() => {
      db.exec(step.sql);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** How many steps a database has taken. */
export function shapeOf(db: WritableDb): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}
