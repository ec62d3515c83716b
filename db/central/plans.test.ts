import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryDatabase } from '../../tests/support/central.ts';
import type { Database, Value } from './database.ts';
import { CHANGES_AFTER } from './feed.ts';
import { FEEDBACK_PAGE, MANUSCRIPT_PAGE } from './knowledge.ts';
import { NOTICE_PAGE } from './notices.ts';
import { CLOSED_PAGE, OPEN_PAGE } from './orders.ts';
import { TAKE_DUE } from './timers.ts';

const ID = '00000000-0000-0000-0000-000000000000';
const AT = '2026-11-21T02:00:00.000Z';

describe('list queries use an index', () => {
  let db: Database;
  beforeAll(async () => {
    db = await memoryDatabase();
    // Empty tables are always read whole; what is asked here is whether the index serves filter and order.
    await db.write('SET enable_seqscan = off');
    await db.write('SET enable_bitmapscan = off');
  }, 60_000);
  afterAll(() => db.close());

  const plan = async (sql: string, values: readonly Value[]): Promise<string> =>
    (await db.read<Record<string, string>>(`EXPLAIN ${sql}`, values)).flatMap((row) => Object.values(row)).join('\n');

  it.each([
    ['open orders, all units', OPEN_PAGE, [['normal'], null, ID, ID, 500], 'orders_open'],
    ['closed orders', CLOSED_PAGE, [['normal', 'secret'], null, ID, AT, ID, 500], 'orders_closed'],
    ['notices', NOTICE_PAGE, [['normal'], null, ID, true, ID, AT, 500], 'notices_pkey'],
    ['timers that are due', TAKE_DUE, [AT, 100], 'timers_waiting'],
    ['manuscripts', MANUSCRIPT_PAGE, [['u-one'], ID, 500], 'manuscripts_pkey'],
    ['reports', FEEDBACK_PAGE, [null, ID, AT, 500], 'article_feedback_pkey'],
    ['changes', CHANGES_AFTER, [0, 1000, ['normal'], null, ['normal'], null, 500], 'feed_0_pkey'],
    ['changes of one unit', CHANGES_AFTER, [0, 1000, ['normal'], ['u-one'], ['normal'], ['u-one'], 500], 'feed_0_pkey'],
  ] as const)('%s', async (_name, sql, values, index) => {
    const text = await plan(sql, values);
    expect(text).toContain(index);
    expect(text).not.toContain('Sort');
    expect(text).not.toContain('Seq Scan');
  });

  it('open orders of one unit', async () => {
    expect(await plan(OPEN_PAGE, [['normal'], ['u-one'], ID, ID, 500])).toMatch(/orders_(unit_)?open/);
  });
});
