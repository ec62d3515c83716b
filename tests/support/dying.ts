import type { Database, Migrator } from '../../db/central/database.ts';

/** Dies before its nth statement, as a process that is killed there would: nothing of the transaction stays. */
export function dyingAt(db: Database, statement: number): { db: Database; reached: () => boolean } {
  let left = statement;
  let died = false;
  const step = <T>(run: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left >= 0) return run();
    died = true;
    throw new Error('killed');
  };
  return {
    db: {
      ...db,
      transaction: (work) =>
        db.transaction((tx: Migrator) =>
          work({
            read: (sql, values) => step(() => tx.read(sql, values)),
            write: (sql, values) => step(() => tx.write(sql, values)),
            script: (sql) => tx.script(sql),
          }),
        ),
    },
    reached: () => died,
  };
}
