import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Value } from '../../db/central/database.ts';
import { readCentre } from '../../db/central/reference.ts';
import { TOPIC_GROUPS, TOPIC_ORDERS } from '../../db/central/topics.ts';
import { subjectIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { orderSchema } from '../../shared/domain/order.ts';
import { beijingDate, msOf, type Instant } from '../../shared/instant.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { reader } from '../../tests/support/reader.ts';
import { seedDemo } from '../demo/seed.ts';
import { checkFigures } from '../figures/check.ts';
import { countAnew } from '../figures/count.ts';
import { keepFigures } from '../figures/keep.ts';
import { setPlaces } from '../office/places.ts';
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
  const overseer = reader();
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(NOW).nowMs)), demo: true };
    await seedDemo(service, 600);
    // A busy day, its window's edge among it.
    await db.write(
      `WITH one AS (SELECT id, $1::timestamptz - row_number() OVER (ORDER BY created_at DESC, id) * interval '11 minutes' AS at
         FROM orders LIMIT 240)
       UPDATE orders o SET created_at = one.at, data = jsonb_set(data, '{createdAt}',
         to_jsonb(to_char(one.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) FROM one WHERE o.id = one.id`,
      [new Date(NOW).toISOString()],
    );
    // One road, written in two ways, as people do.
    await db.write(
      `WITH one AS (SELECT id, row_number() OVER (ORDER BY created_at DESC) AS place FROM orders
         WHERE data #>> '{request,subjectId}' = (
           SELECT data #>> '{request,subjectId}' FROM orders WHERE created_at > '2026-10-25'
           GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) LIMIT 4)
       UPDATE orders o SET data = jsonb_set(data, '{request,place}', to_jsonb(CASE WHEN one.place % 2 = 0
         THEN '淇滨区华夏南路12号' ELSE '淇滨区华夏南路' END)) FROM one WHERE o.id = one.id`,
    );
    await db.transaction((tx) => countAnew(tx));
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

  it.each(['day', 'week', 'month'] as const)(
    'T16: counts of a %s are those of the requests themselves',
    async (window) => {
      const orders = await db.read<Naive>(
        `SELECT o.created_at AS at, o.unit_id AS unit, t.place, coalesce(o.data #>> '{request,subjectId}', '') AS subject
       FROM orders o JOIN order_topics t ON t.order_id = o.id`,
      );
      const byUnit = [...Map.groupBy(orders, ({ unit }) => unit)].toSorted((a, b) => b[1].length - a[1].length);
      const busiest = byUnit.flatMap(([unit]) => (unit === null ? [] : unitIdSchema.parse(unit))).slice(0, 10);
      for (const units of ['all' as const, busiest]) {
        const actor = { ...overseer, grants: { ...overseer.grants, units } };
        const seen = orders.filter(
          ({ unit, subject }) => subject !== '' && (units === 'all' || units.some((own) => own === unit)),
        );
        const alike = Map.groupBy(
          seen.flatMap((one) => [
            { one, key: `${one.subject} *` },
            { one, key: `${one.subject} ${one.place}` },
          ]),
          ({ key }) => key,
        );
        const naive = [...alike]
          .map(
            ([key, ones]) =>
              [
                key,
                ...counted(
                  ones.map(({ one }) => one),
                  window,
                ),
              ] as const,
          )
          .filter(([key, n]) => n >= 3 && !key.endsWith(' '));
        const { topics } = await hotTopics(service, actor, window);
        const found = topics.map(
          ({ subjectId, place, n, usual }) => [`${subjectId} ${place ?? '*'}`, n, usual] as const,
        );
        expect(found.length).toBeGreaterThan(0);
        expect(naive.length).toBeLessThan(60);
        expect(found.toSorted(byKey)).toEqual(naive.toSorted(byKey));
      }
    },
  );

  it('a corrected place, subject or unit goes over to the other topic, and a call more does not count again', async () => {
    const [found] = await db.read<{ data: unknown }>('SELECT data FROM orders ORDER BY created_at DESC, id LIMIT 1');
    const before = orderSchema.parse(found?.data);
    const subjects = await db.read<{ id: string }>('SELECT id FROM subjects ORDER BY id DESC LIMIT 1');
    const request = { ...before.request, subjectId: subjectIdSchema.parse(subjects[0]?.id), place: '淇滨区  新地方' };
    const after = { ...before, request };
    await db.transaction(async (tx) => {
      await tx.write('UPDATE orders SET data = $2::jsonb WHERE id = $1', [before.id, JSON.stringify(after)]);
      await keepFigures(tx, [{ before, after }]);
      await keepFigures(tx, [{ before: after, after: { ...after, version: after.version + 1 } }]);
    });
    expect(await checkFigures(db)).toMatchObject({ differing: 0, misfiled: 0, deviations: [] });
    await db.transaction(async (tx) => {
      await tx.write('UPDATE orders SET data = $2::jsonb WHERE id = $1', [before.id, JSON.stringify(before)]);
      await keepFigures(tx, [{ before: after, after: before }]);
    });
    expect(await checkFigures(db)).toMatchObject({ differing: 0, misfiled: 0 });
  });

  it('the check tells of a sum that is off, and of an order filed elsewhere', async () => {
    const one = `day = (SELECT max(day) FROM topic_days) AND n > 0`;
    await db.write(`UPDATE topic_days SET n = n + 1 WHERE ${one}`);
    expect((await checkFigures(db)).differing).toBeGreaterThan(0);
    await db.write(`UPDATE topic_days SET n = n - 1 WHERE ${one}`);
    await db.write(`UPDATE order_topics SET place = '' WHERE order_id = (
      SELECT order_id FROM order_topics WHERE place <> '' ORDER BY 1 LIMIT 1)`);
    const { misfiled, differing } = await checkFigures(db);
    expect(misfiled).toBe(1);
    expect(differing).toBeGreaterThan(0);
    await db.transaction((tx) => countAnew(tx));
    expect(await checkFigures(db)).toMatchObject({ differing: 0, misfiled: 0 });
  });

  it('a new list of places brings together what it names alike, and the sums go with it', async () => {
    const places = (await readCentre(db))?.places ?? [];
    const road = places.find(({ name }) => name === '华夏南路');
    expect(road).toBeDefined();
    const renamed = await setPlaces(service, [
      ...places.filter((one) => one !== road),
      { name: '新华夏路', aliases: ['华夏南路'], within: '淇滨区' },
    ]);
    const { topics } = await hotTopics(service, overseer, 'month');
    expect(renamed).toBeGreaterThanOrEqual(4);
    expect(topics.filter(({ place }) => place === '淇滨区新华夏路').map(({ n }) => n)).toEqual([4]);
    expect(topics.some(({ place }) => place?.includes('华夏南路'))).toBe(false);
    expect(await checkFigures(db)).toMatchObject({ differing: 0, misfiled: 0 });
    await setPlaces(service, places);
  });

  it('finds the sums of days, the requests of a time and of a subject by an index', async () => {
    const at = '2026-11-14T00:00:00.000Z';
    const plan = async (sql: string, values: readonly Value[]): Promise<string> =>
      db.transaction(async (tx) => {
        await tx.write('SET LOCAL enable_seqscan = off');
        const rows = await tx.read<Record<string, string>>(`EXPLAIN ${sql}`, values);
        return rows.flatMap((row) => Object.values(row)).join('\n');
      });
    const groups = await plan(TOPIC_GROUPS, [at, '2026-11-14', '2026-10-17', null, 3]);
    expect(groups).toContain('topic_days_pkey');
    expect(groups).toContain('order_topics_at');
    expect(await plan(TOPIC_ORDERS, ['s', at, null, null, 100])).toContain('order_topics_subject');
  });
});

function byKey(one: readonly [string, ...unknown[]], other: readonly [string, ...unknown[]]): number {
  return one[0] < other[0] ? -1 : 1;
}

interface Naive {
  readonly at: Instant;
  readonly unit: string | null;
  readonly place: string;
  readonly subject: string;
}

/** Since the window began, and of as many whole days before it as say what is usual, the mean of one window. */
function counted(requests: readonly Naive[], window: 'day' | 'week' | 'month'): [number, number] {
  const days = { day: 1, week: 7, month: 30 }[window];
  const past = { day: 7, week: 4, month: 2 }[window];
  const sinceMs = NOW - days * 86_400_000;
  const first = beijingDate(sinceMs - past * days * 86_400_000);
  const before = requests
    .map(({ at }) => beijingDate(msOf(at)))
    .filter((day) => day >= first && day < beijingDate(sinceMs));
  return [requests.filter(({ at }) => msOf(at) >= sinceMs).length, before.length / past];
}
