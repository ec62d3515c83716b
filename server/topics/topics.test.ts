import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { TOPIC_GROUPS } from '../../db/central/topics.ts';
import { accountIdSchema } from '../../shared/domain/ids.ts';
import { DEFAULT_ROLES, type Actor } from '../../shared/domain/people.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { seedDemo } from '../demo/seed.ts';
import { countAnew } from '../figures/count.ts';
import type { Service } from '../service.ts';
import { runUpTo } from './months.ts';
import { persistentMatters } from './persistent.ts';
import { rises, riseOf } from './rise.ts';
import { hotTopics, topicRows } from './topics.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');

describe('what rises', () => {
  it('T16: is more than chance makes of what is usual, and never one or two requests', () => {
    expect(rises(2, 0)).toBe(false);
    expect(rises(3, 0)).toBe(true);
    expect(rises(12, 10)).toBe(false);
    expect(rises(20, 10)).toBe(true);
    expect(riseOf(20, 10)).toBeGreaterThan(riseOf(12, 10));
  });

  it('T18: months count as consecutive up to this one, or to the last while this one has only begun', () => {
    expect(runUpTo(['2026-09', '2026-10', '2026-11'], '2026-11')).toEqual({ from: '2026-09', to: '2026-11', count: 3 });
    expect(runUpTo(['2026-10', '2026-09', '2026-08'], '2026-11')).toEqual({ from: '2026-08', to: '2026-10', count: 3 });
    expect(runUpTo(['2025-11', '2025-12', '2026-01'], '2026-01')?.count).toBe(3);
    expect(runUpTo(['2026-08', '2026-09', '2026-11'], '2026-11')?.count).toBe(1);
    expect(runUpTo(['2026-08', '2026-09'], '2026-11')).toBe(null);
  });
});

describe('topics of a demo city', () => {
  let db: Database;
  let service: Service;
  const overseer = reader(['normal', 'secret']);
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(NOW).nowMs)), demo: true };
    await seedDemo(service, 600);
    // One road, written in two ways, as people do.
    await db.write(
      `WITH one AS (SELECT id, row_number() OVER (ORDER BY created_at DESC) AS place FROM orders
         WHERE data #>> '{request,subjectId}' = (
           SELECT data #>> '{request,subjectId}' FROM orders WHERE created_at > '2026-10-25'
           GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) LIMIT 4)
       UPDATE orders o SET data = jsonb_set(data, '{request,place}', to_jsonb(CASE WHEN one.place % 2 = 0
         THEN '淇滨区华夏南路12号' ELSE '淇滨区华夏南路' END)) FROM one WHERE o.id = one.id`,
    );
  }, 120_000);
  afterAll(() => db.close());

  it('T13, T16: each topic opens into exactly its requests, and what they have in common is said', async () => {
    const { topics } = await hotTopics(service, overseer, 'month');
    expect(topics.length).toBeGreaterThan(3);
    expect(topics.filter(({ place }) => place?.includes('华夏南路')).map(({ n }) => n)).toEqual([4]);
    for (const topic of topics.slice(0, 8)) {
      const { rows, hidden } = await topicRows(service, overseer, { ...topic, window: 'month' });
      expect([topic.subjectName, rows.length + hidden]).toEqual([topic.subjectName, topic.n]);
      expect(hidden).toBe(0);
    }
    const found = await Promise.all(
      topics.slice(0, 8).map((topic) => topicRows(service, overseer, { ...topic, window: 'month' })),
    );
    expect(found.some(({ words }) => words.length > 0)).toBe(true);
  });

  it('J5: a secret request counts in a topic and is not shown to whoever may not see it', async () => {
    await db.write(
      `UPDATE orders SET sensitivity = 'secret', data = jsonb_set(data, '{request,sensitivity}', '"secret"')`,
    );
    const { topics } = await hotTopics(service, overseer, 'month');
    const [topic] = topics;
    if (!topic) throw new Error('there is a topic');
    const plain = await topicRows(service, reader(['normal']), { ...topic, window: 'month' });
    expect(plain).toEqual({ rows: [], hidden: topic.n, words: [] });
    await db.write(
      `UPDATE orders SET sensitivity = 'normal', data = jsonb_set(data, '{request,sensitivity}', '"normal"')`,
    );
  });

  it('T18: finds who has complained of one matter three months running, the telephone masked', async () => {
    const orders = await db.read<{ id: string }>(
      `SELECT id FROM orders WHERE data #>> '{request,category}' = 'complaint' ORDER BY id LIMIT 4`,
    );
    const [subject] = await db.read<{ id: string }>('SELECT id FROM subjects ORDER BY id LIMIT 1');
    const at = (place: number): string => `${days[place] ?? ''}T02:00:00.000Z`;
    const days = ['2026-09-03', '2026-10-07', '2026-11-05', '2026-06-05'];
    for (const [place, { id }] of orders.entries())
      await db.write(
        `UPDATE orders SET created_at = $2::timestamptz, data = data || jsonb_build_object('createdAt', $4::text)
          || jsonb_build_object('request', data->'request' || jsonb_build_object('subjectId', $3::text, 'caller',
             data #> '{request,caller}' || '{"phone": "139 3920-8877", "name": "郑守信"}')) WHERE id = $1`,
        [id, at(place), subject?.id ?? '', at(place)],
      );
    await db.transaction((tx) => countAnew(tx));
    const found = await persistentMatters(service, overseer);
    const own = found.find(({ caller }) => caller === '郑**');
    expect(own).toMatchObject({ from: '2026-09', to: '2026-11', n: 3, flagged: false });
    expect(own?.rows.map(({ day }) => day)).toEqual(['2026-11-05', '2026-10-07', '2026-09-03']);
    expect(own?.phone).toMatch(/\*\*\*\*/u);
  });

  it('finds requests of a time by an index', async () => {
    const rows = await db.transaction(async (tx) => {
      await tx.write('SET LOCAL enable_seqscan = off');
      const times = ['2026-11-01T00:00:00.000Z', '2026-11-21T00:00:00.000Z', null, '2026-11-14T00:00:00.000Z'];
      return tx.read<Record<string, string>>(`EXPLAIN ${TOPIC_GROUPS}`, ['2026-11-01', '2026-11-21', ...times]);
    });
    expect(rows.map((row) => Object.values(row)[0]).join('\n')).toContain('figure_rows_pkey');
  });
});

function reader(sensitivities: Actor['grants']['sensitivities']): Actor {
  return {
    accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000099'),
    jobNumber: '9901',
    name: '督办员',
    unitId: null,
    roles: ['overseer'],
    grants: { permissions: [...DEFAULT_ROLES.overseer.permissions], sensitivities, units: 'all' },
  };
}
