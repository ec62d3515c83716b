import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/postgres.ts';
import { migrate, MIGRATIONS } from './migrate.ts';
import { openPostgres } from './postgres.ts';

describe('migrations on PostgreSQL', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  it('are made once each by processes that start together', async () => {
    const starters = [1, 2, 3, 4].map(() => openPostgres({ url: database.url, onTrouble: () => undefined }));
    try {
      const made = await Promise.all(starters.map((db) => migrate(db)));
      expect(made.flat().toSorted()).toEqual(MIGRATIONS.map(({ name }) => name).toSorted());
    } finally {
      await Promise.all(starters.map((db) => db.close()));
    }
  });
});
