import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/postgres.ts';
import { isUnavailable, type Database } from './database.ts';
import { openPostgres } from './postgres.ts';

describe('PostgreSQL behind the interface', () => {
  let database: TestDatabase;
  let db: Database;
  beforeEach(async () => {
    database = await freshDatabase();
    db = openPostgres({ url: database.url, onTrouble: () => undefined });
  });
  afterEach(async () => {
    await db.close();
    await database.drop();
  });

  it('reads bigint as a number and times as instants', async () => {
    const rows = await db.read(`SELECT 5000000000::bigint AS big, '2026-11-21 10:00:00.5+08'::timestamptz AS at`);
    expect(rows).toEqual([{ big: 5_000_000_000, at: '2026-11-21T02:00:00.500Z' }]);
  });

  it('rolls back what throws, and goes on with the same connection', async () => {
    await db.write('CREATE TABLE t (a int)');
    const failing = db.transaction(async (tx) => {
      await tx.write('INSERT INTO t VALUES (1)');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.read('SELECT a FROM t')).toEqual([]);
  });

  it('hears what others commit, and hears again after its connection was cut, saying that there was a gap', async () => {
    const heard: string[] = [];
    let gaps = 0;
    await db.listen(
      'test',
      (payload) => heard.push(payload),
      () => {
        gaps += 1;
      },
    );
    await db.write(`SELECT pg_notify('test', 'before')`);
    await expect.poll(() => heard).toEqual(['before']);
    await db.write(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`);
    await expect.poll(() => gaps).toBe(1);
    await db.write(`SELECT pg_notify('test', 'after')`);
    await expect.poll(() => heard).toEqual(['before', 'after']);
  });

  it('tells a database that is away from one that answers no', async () => {
    const away = openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none', onTrouble: () => undefined });
    const failure = await away.read('SELECT 1').catch((error: unknown) => error);
    expect(isUnavailable(failure)).toBe(true);
    expect(isUnavailable(await db.read('SELECT 1 / 0').catch((error: unknown) => error))).toBe(false);
    await away.close();
  });
});
