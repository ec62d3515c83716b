import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import type { SheetPart } from '../../shared/contract/exports.ts';
import { channelSchema } from '../../shared/domain/channel.ts';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import { categorySchema, modeSchema, orderSchema, type Order } from '../../shared/domain/order.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { viewFor } from '../../shared/domain/visibility.ts';
import { contributionsOf } from '../../shared/figures/contributions.ts';
import { valueOf } from '../../shared/figures/definitions.ts';
import { endingSchema, facetsOf, NO_FILTER, verdictSchema, type Filter } from '../../shared/figures/facets.ts';
import { figureIdSchema } from '../../shared/figures/ids.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { reader } from '../../tests/support/reader.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Service } from '../service.ts';
import { readPlaceNames } from '../topics/keep.ts';
import { reportClusters } from './clusters.ts';
import { sheetOf } from './export.ts';
import { readNames, type Names } from './names.ts';
import { reportOverdue } from './overdue.ts';
import { reportRows } from './rows.ts';
import { countTable, reportTable } from './table.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');
const PERIOD = { from: '2026-10-01', to: '2026-11-20' };

describe('a report narrowed by a filter', () => {
  let db: Database;
  let service: Service;
  let orders: Order[];
  let names: Names;
  const overseer = reader();
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(NOW).nowMs)), demo: true };
    await seedDemo(service, 300);
    orders = (await db.read<{ data: unknown }>('SELECT data FROM orders')).map(({ data }) => orderSchema.parse(data));
    names = await readNames(db);
  }, 120_000);
  afterAll(() => db.close());

  /** As a clerk would with the files before them: the lines of the orders that have all of it. */
  function linesByHand(filter: Filter, among: readonly Order[] = orders): ReturnType<typeof contributionsOf> {
    const units = filter.unit === null ? null : names.within(filter.unit);
    const subject = filter.subject.join(' › ');
    return among
      .filter((order) => has(order, filter))
      .flatMap(contributionsOf)
      .filter(
        (line) =>
          line.day >= PERIOD.from &&
          line.day <= PERIOD.to &&
          (units === null || units.includes(line.unit)) &&
          (subject === '' || `${names.subject(line.subject)} › `.startsWith(`${subject} › `)),
      );
  }

  it('T16: any combination of filters gives, figure by figure and row by row, what the orders themselves say', async () => {
    const some = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
      fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.subarray([...all], { minLength: 1 }));
    const paths = orders.flatMap(({ request }) =>
      request.subjectId ? [names.subject(request.subjectId).split(' › ')] : [],
    );
    const units = orders.flatMap(({ unitId }) => (unitId ? [unitId] : []));
    const filters = fc.record({
      categories: some(categorySchema.options),
      channels: some(channelSchema.options),
      modes: some(modeSchema.options),
      endings: some(endingSchema.options),
      verdicts: some(verdictSchema.options),
      urgent: fc.constantFrom(null, null, null, true, false),
      subject: fc.oneof(
        fc.constant<string[]>([]),
        fc
          .tuple(fc.constantFrom(...paths), fc.integer({ min: 1, max: 3 }))
          .map(([path, depth]) => path.slice(0, depth)),
      ),
      unit: fc.option(fc.constantFrom(...units), { freq: 4 }),
      words: fc.constantFrom('', '', '小区', '路', '没有这样的话'),
    });
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...figureIdSchema.options), async (filter, figure) => {
        const lines = linesByHand(filter);
        const { total, rows } = await reportTable(service, overseer, { ...PERIOD, filter, by: 'day' });
        for (const id of figureIdSchema.options) {
          const own = lines.filter((line) => line.figure === id);
          expect([id, total[id] ?? 0]).toEqual([id, own.reduce((sum, { n }) => sum + n, 0)]);
          for (const { key, counts } of rows)
            expect([id, key, counts[id] ?? 0]).toEqual([
              id,
              key,
              own.filter(({ day }) => day === key).reduce((sum, { n }) => sum + n, 0),
            ]);
        }
        const asked = { ...PERIOD, filter, figure, by: 'day' as const, key: null, after: null };
        const behind = await reportRows(service, overseer, asked);
        const all = lines.filter((line) => line.figure === figure).length;
        expect(behind.rows.length + behind.hidden).toBe(Math.min(100, all));
        expect(behind.next !== null).toBe(all >= 100);
      }),
      { numRuns: 25 },
    );
  });

  it('T19: is the same on screen, in a file and in the rows behind, and the file says what it was narrowed to', async () => {
    const filter: Filter = {
      ...NO_FILTER,
      categories: ['complaint', 'help'],
      endings: ['late', 'onTime'],
      urgent: false,
    };
    const columns = ['received', 'finished', 'onTimeRate'] as const;
    const screen = await reportTable(service, overseer, { ...PERIOD, filter, by: 'department' });
    const session = { actor: overseer, deskId: deskIdSchema.parse('00000000-0000-7000-8000-00000000d001') };
    const asked = { ...PERIOD, filter, what: 'table' as const, by: 'department' as const, columns: [...columns] };
    const parts: SheetPart[] = [];
    for await (const part of await sheetOf(service, session, { asked, format: 'xlsx' })) parts.push(part);
    const marks = parts.flatMap((part) => (part.kind === 'head' ? [part.head.mark] : []));
    expect(marks).toEqual([expect.stringContaining('筛选：分类 投诉、求助；办理情况 超期办结、按期办结；紧急 否')]);
    expect(parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []))).toEqual([
      ['合计', ...columns.map((id) => valueOf(id, screen.total))],
      ...screen.rows.map(({ name, counts }) => [name, ...columns.map((id) => valueOf(id, counts))]),
    ]);
    const [entry] = await db.read<{ detail: object }>(`SELECT detail FROM audit WHERE action = 'report.export'`);
    expect(entry?.detail).toHaveProperty('filter', expect.stringContaining('分类 投诉'));
  });

  it('tells how far a count has come, day by day, before the table is there; kept sums are there at once', async () => {
    const parts = async (filter: Filter): Promise<string[]> => {
      const kinds: string[] = [];
      for await (const part of countTable(service, overseer, { ...PERIOD, filter, by: 'unit' })) kinds.push(part.kind);
      return kinds;
    };
    const counted = await parts({ ...NO_FILTER, channels: ['web'] });
    expect(counted.at(-1)).toBe('table');
    expect(counted.filter((kind) => kind === 'counting').length).toBeGreaterThan(0);
    const [unit] = orders.flatMap(({ unitId }) => unitId ?? []);
    expect(await parts({ ...NO_FILTER, unit: unit ?? null })).toEqual(['table']);
  });

  it('J5, T17: words are looked for only in what the reader may read', async () => {
    const order = orders.find(({ unitId, request }) => unitId !== null && request.sensitivity === 'normal');
    if (!order?.unitId) throw new Error('some order is at a unit');
    const word = '槐树湾';
    const put = async (more: object): Promise<void> => {
      const request = { ...order.request, content: `${word}漏水`, ...more };
      await db.write(
        `UPDATE orders SET data = jsonb_set(data, '{request}', $2::jsonb), sensitivity = $3 WHERE id = $1`,
        [order.id, JSON.stringify(request), request.sensitivity],
      );
    };
    const asked = { from: '2026-06-01', to: '2026-12-31', filter: { ...NO_FILTER, words: word }, by: 'unit' as const };
    const found = async (actor: Actor): Promise<number> =>
      (await reportTable(service, actor, asked)).total.received ?? 0;
    const unit = reader(['normal', 'secret'], [order.unitId]);
    await put({});
    expect([await found(overseer), await found(unit)]).toEqual([1, 1]);
    await put({ sensitivity: 'secret' });
    expect([await found(overseer), await found(reader(['normal']))]).toEqual([1, 0]);
    await put({ accused: { ...order.request.accused, unitId: order.unitId } });
    expect([await found(overseer), await found(unit)]).toEqual([1, 0]);
    await put(order.request);
  });

  it('T19: the overdue ones are narrowed too', async () => {
    const { rows: all } = await reportOverdue(service, overseer, PERIOD);
    const kinds = new Set(all.map(({ category }) => category));
    expect(kinds.size).toBeGreaterThan(1);
    for (const category of kinds) {
      const filter = { ...NO_FILTER, categories: [category] };
      const { rows } = await reportOverdue(service, overseer, { ...PERIOD, filter });
      expect(rows.map(({ number }) => number)).toEqual(
        all.filter((row) => row.category === category).map(({ number }) => number),
      );
    }
  });

  it('H16, T16: what comes together is counted among the narrowed ones, and opens into exactly those', async () => {
    const filters: Filter[] = [
      { ...NO_FILTER, categories: ['complaint'] },
      { ...NO_FILTER, words: '路' },
      {
        ...NO_FILTER,
        subject: names
          .subject(orders.find(isGrievance)?.request.subjectId ?? '')
          .split(' › ')
          .slice(0, 1),
      },
    ];
    const placeOf = await readPlaceNames(db);
    let opened = 0;
    for (const filter of filters) {
      const own = new Map<string, string[]>();
      for (const order of orders) {
        const lines = linesByHand(filter, [order]).filter(({ figure }) => figure === 'grievances');
        for (const line of lines)
          for (const key of [
            `concerned ${order.request.accused.unitId ?? line.unit}`,
            `subject ${line.subject}`,
            `place ${placeOf(order.request.place)}`,
          ])
            if (!key.endsWith(' ')) own.set(key, [...(own.get(key) ?? []), order.number ?? '']);
      }
      const wanted = [...own].filter(([, numbers]) => numbers.length > 1);
      const found = await reportClusters(service, overseer, { ...PERIOD, least: 2, filter });
      expect(wanted.length).toBeLessThan(100);
      expect(Object.fromEntries(found.map(({ by, key, n }) => [`${by} ${key}`, n]))).toEqual(
        Object.fromEntries(wanted.map(([key, numbers]) => [key, numbers.length])),
      );
      const [first] = found;
      if (!first) continue;
      opened += 1;
      const { by, key } = first;
      const asked = { ...PERIOD, filter, figure: 'grievances' as const, by, key, after: null };
      const { rows } = await reportRows(service, overseer, asked);
      expect(rows.map(({ number }) => number).toSorted()).toEqual(own.get(`${by} ${key}`)?.toSorted());
    }
    expect(opened).toBeGreaterThan(1);
  });

  function isGrievance({ request }: Order): boolean {
    return request.category === 'complaint' && request.subjectId !== null;
  }

  function has(order: Order, filter: Filter): boolean {
    const { category, channel, mode, ending, verdict, urgent } = facetsOf(order);
    const among = <T>(list: readonly T[], one: T): boolean => list.length === 0 || list.includes(one);
    return (
      among(filter.categories, category) &&
      among(filter.channels, channel) &&
      among(filter.modes, mode) &&
      among(filter.endings, ending) &&
      among(filter.verdicts, verdict) &&
      (filter.urgent === null || filter.urgent === urgent) &&
      (filter.words === '' || (viewFor(order, overseer)?.request.content ?? '').includes(filter.words))
    );
  }
});
