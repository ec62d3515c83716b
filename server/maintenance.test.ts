import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../db/central/database.ts';
import { readHead } from '../db/central/feed.ts';
import { instant } from '../shared/instant.ts';
import { addDesk, addPerson, answered, memoryDatabase, testClock, testService } from '../tests/support/central.ts';
import { maintain } from './maintenance.ts';
import type { Service } from './service.ts';

const DAY_MS = 86_400_000;

describe('what is kept, and for how long', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
  }, 60_000);
  afterAll(() => db.close());

  const parts = async (): Promise<string[]> =>
    (
      await db.read<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relname ~ '^feed_[0-9]+$' ORDER BY 1`)
    ).map(({ name }) => name);
  const receipts = async (): Promise<number> => (await db.read('SELECT 1 FROM receipts')).length;

  it('receipts: the 30 days that desks may need them, and no longer than there is use for them', async () => {
    const desk = await addDesk(service, await addPerson(service));
    await desk.push(desk.say(answered()));
    clock.advance(31 * DAY_MS);
    await maintain(service);
    expect(await receipts()).toBe(1);
    clock.advance(31 * DAY_MS);
    await maintain(service);
    expect(await receipts()).toBe(0);
  });

  it('one job that fails keeps no other from being done', async () => {
    const desk = await addDesk(service, await addPerson(service));
    await desk.push(desk.say(answered()));
    clock.advance(62 * DAY_MS);
    await db.write('ALTER TABLE feed_head RENAME TO feed_head_away');
    await maintain(service);
    await db.write('ALTER TABLE feed_head_away RENAME TO feed_head');
    expect(await receipts()).toBe(0);
  });

  it('the feed: there is always a part for what comes next', async () => {
    await db.write('UPDATE feed_head SET seq = 19999999');
    await maintain(service);
    expect(await parts()).toEqual(expect.arrayContaining(['feed_1', 'feed_2', 'feed_3']));
  });

  it('the feed: a part goes when its newest change is old, and the floor rises with it', async () => {
    const change = (seq: number, ageDays: number) =>
      db.write(`INSERT INTO feed VALUES ($1, $2, 'order', 'x', 1, 'put', 'normal', NULL)`, [
        seq,
        instant(clock.nowMs() - ageDays * DAY_MS),
      ]);
    await change(10_000_001, 50);
    await change(19_999_999, 44);
    await db.write('UPDATE feed_head SET seq = 20000001');
    await maintain(service);
    expect((await readHead(db)).floor).toBe(9_999_999);
    expect(await parts()).not.toContain('feed_0');
    expect(await parts()).toContain('feed_1');
    clock.advance(2 * DAY_MS);
    await maintain(service);
    expect((await readHead(db)).floor).toBe(19_999_999);
  });
});
