import { onTestFinished } from 'vitest';
import { scratch } from '../../db/desk/desk-for-tests.ts';
import { migrate, type Migration } from '../../db/desk/migrate.ts';
import { openWritable } from '../../db/desk/open.ts';
import type { WritableDb } from '../../db/desk/sqlite.ts';

/**
 * A real file as the steps before `step` left it, filled, and then brought up by that step alone. It goes when the test
 * ends.
 */
export function stepUp(all: readonly Migration[], step: Migration, fill: (older: WritableDb) => void): WritableDb {
  const files = scratch();
  const before = all.slice(0, all.indexOf(step));
  const db = openWritable(files.place('desk.db'), { durability: 'full', migrations: before, check: true });
  onTestFinished(() => {
    db.close();
    files.remove();
  });
  fill(db);
  migrate(db, [...before, step]);
  return db;
}
