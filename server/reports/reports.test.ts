import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { findOrders, OVERDUE } from '../../db/central/orders.ts';
import { ROWS_BEHIND, SUMS } from '../../db/central/figures.ts';
import { DEFAULT_ROLES, type Actor, type RoleId } from '../../shared/domain/people.ts';
import { accountIdSchema, deskIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import { orderSchema } from '../../shared/domain/order.ts';
import { instant } from '../../shared/instant.ts';
import { valueOf } from '../../shared/figures/definitions.ts';
import type { Lines, SheetHead } from '../../shared/sheet/sheet.ts';
import { memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import { seedDemo } from '../demo/seed.ts';
import { checkFigures } from '../figures/check.ts';
import { countAnew } from '../figures/count.ts';
import type { Service } from '../service.ts';
import { reportClusters } from './clusters.ts';
import type { SheetPart } from '../../shared/contract/exports.ts';
import type { ExportAsked } from '../../shared/contract/reports.ts';
import { sheetOf } from './export.ts';
import { lookedAt } from './looked-at.ts';
import { readNames } from './names.ts';
import { overduePages, reportOverdue } from './overdue.ts';
import { reportRows } from './rows.ts';
import { reportTable } from './table.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');
const PERIOD = { from: '2026-08-01', to: '2026-11-30' };
const ORDERS = 600;

const DESK = deskIdSchema.parse('00000000-0000-7000-8000-00000000d001');

/** Everything a desk gets of an export. */
async function wholeSheet(
  service: Service,
  session: Parameters<typeof sheetOf>[1],
  asked: ExportAsked,
): Promise<{ head: SheetHead; lines: Lines; read: number }> {
  const parts: SheetPart[] = [];
  for await (const part of await sheetOf(service, session, { asked, format: 'xlsx' })) parts.push(part);
  const [first] = parts;
  if (first?.kind !== 'head') throw new Error('the head comes first');
  const lines = parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
  const last = parts.at(-1);
  return { head: first.head, lines, read: last?.kind === 'lines' ? last.read : 0 };
}

/** As the first page is asked for. */
const FIRST = ['1970-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000', 10];
const OVERDUE_VALUES = ['2026-11-21T00:00:00.000Z', ['handling'], null, null, ...FIRST];

function reader(role: RoleId, units: string[] | 'all' = 'all', secret = true): Actor {
  return {
    accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000099'),
    jobNumber: '9901',
    name: '读者',
    unitId: null,
    roles: [role],
    grants: {
      permissions: [...DEFAULT_ROLES[role].permissions],
      sensitivities: secret ? ['normal', 'secret'] : ['normal'],
      units: units === 'all' ? 'all' : units.map((unit) => unitIdSchema.parse(unit)),
    },
  };
}

describe('reports over a demo city', () => {
  let db: Database;
  let service: Service;
  const overseer = reader('overseer');
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(NOW).nowMs)), demo: true };
    await seedDemo(service, ORDERS);
  }, 120_000);
  afterAll(() => db.close());

  it('T16: what is kept is what the orders say, a planted difference is named, and counting anew removes it', async () => {
    // Few sums in memory at once, so that they are put aside many times.
    expect(await checkFigures(db, 100)).toMatchObject({ orders: ORDERS, differing: 0, deviations: [] });
    const [sum] = await db.write<{ what: string }>(
      `UPDATE figure_days SET n = n + 3 WHERE (figure, day, unit_id, subject_id, slot) = (
         SELECT figure, day, unit_id, subject_id, slot FROM figure_days WHERE figure = 'received' ORDER BY n DESC LIMIT 1)
       RETURNING concat_ws(' ', figure, to_char(day, 'YYYY-MM-DD'), unit_id, subject_id) AS what`,
    );
    await db.write(
      `DELETE FROM figure_rows WHERE (figure, day, unit_id, order_id) = (
         SELECT figure, day, unit_id, order_id FROM figure_rows WHERE figure = 'rated' LIMIT 1)`,
    );
    const { differing, deviations } = await checkFigures(db);
    expect(differing).toBe(2);
    expect(deviations.map(({ counted, kept, rows }) => [kept - counted, rows - counted])).toEqual([
      [0, -1],
      [3, 0],
    ]);
    expect(deviations[1]?.what).toBe(sum?.what);
    await db.transaction((tx) => countAnew(tx));
    expect(await checkFigures(db)).toMatchObject({ differing: 0 });
  });

  it('J2, T19: every breakdown comes to one total, and departments hold what is below them', async () => {
    const tables = await Promise.all(
      (['unit', 'department', 'subject', 'day'] as const).map((by) =>
        reportTable(service, overseer, { ...PERIOD, by }),
      ),
    );
    for (const { total, rows } of tables) {
      expect(total).toEqual(tables[0]?.total);
      expect(rows.reduce((sum, { counts }) => sum + (counts.received ?? 0), 0)).toBe(total.received);
    }
    expect(tables[0]?.total.received).toBe(ORDERS);
    expect(tables[1]?.rows.length).toBeLessThan(tables[0]?.rows.length ?? 0);
  });

  it('H17, Z11: behind each figure of each unit stand exactly its orders', async () => {
    const { rows } = await reportTable(service, overseer, { ...PERIOD, by: 'department' });
    for (const { key, counts } of rows.slice(0, 4))
      for (const figure of ['dispatched', 'finished', 'finishedLate', 'rated'] as const) {
        const found = [];
        let after: Parameters<typeof reportRows>[2]['after'] = null;
        do {
          const page: Awaited<ReturnType<typeof reportRows>> = await reportRows(service, overseer, {
            ...PERIOD,
            figure,
            by: 'department',
            key,
            after,
          });
          found.push(...page.rows);
          after = page.next;
        } while (after);
        expect(new Set(found.map(({ orderId }) => orderId)).size).toBe(counts[figure] ?? 0);
      }
  });

  it('H16: somebody of a unit sees their own unit’s cases and figures, and nobody else’s', async () => {
    const { rows } = await reportTable(service, overseer, { ...PERIOD, by: 'unit' });
    const unit = rows.find(({ key, counts }) => key !== '' && (counts.dispatched ?? 0) > 5)?.key ?? '';
    const leader = reader('unitLeader', [unit]);
    const own = await reportTable(service, leader, { ...PERIOD, by: 'unit' });
    expect(own.rows.map(({ key }) => key)).toEqual([unit]);
    const cases = await reportRows(service, leader, {
      ...PERIOD,
      figure: 'dispatched',
      by: 'unit',
      key: null,
      after: null,
    });
    expect(cases.rows.length + cases.hidden).toBe(own.total.dispatched);
    const other = rows.find(({ key }) => key !== unit && key !== '')?.key ?? null;
    const theirs = await reportRows(service, leader, {
      ...PERIOD,
      figure: 'dispatched',
      by: 'unit',
      key: other,
      after: null,
    });
    expect(theirs.rows).toEqual([]);
  });

  it('H16, T16: grievances that come together are found by unit, subject and place, and open', async () => {
    const found = await reportClusters(service, overseer, { ...PERIOD, least: 2 });
    expect(new Set(found.map(({ by }) => by))).toEqual(new Set(['concerned', 'subject', 'place']));
    expect(found.map(({ n }) => n)).toEqual(found.map(({ n }) => n).toSorted((a, b) => b - a));
    for (const { by, key, n } of found.filter((one) => one.n <= 100).slice(0, 6)) {
      const { rows, hidden } = await reportRows(service, overseer, {
        ...PERIOD,
        figure: 'grievances',
        by,
        key,
        after: null,
      });
      expect(rows.length + hidden).toBe(n);
    }
  });

  it('T19: names every overdue order and every one finished late, with what the unit said of it', async () => {
    const { rows, more } = await reportOverdue(service, overseer, PERIOD);
    expect(more).toBe(false);
    const { total } = await reportTable(service, overseer, { ...PERIOD, by: 'unit' });
    expect(rows.filter(({ finishedAt }) => finishedAt !== null)).toHaveLength(total.finishedLate ?? 0);
    expect(rows.filter(({ finishedAt }) => finishedAt === null).length).toBeGreaterThan(0);
    expect(rows.some(({ reason }) => reason !== '')).toBe(true);
  });

  it('T19: more overdue orders than a screen lists are said to be more, and a file has every one', async () => {
    const { rows } = await reportOverdue(service, overseer, PERIOD);
    const first = await reportOverdue(service, overseer, PERIOD, 3);
    expect(first).toEqual({ rows: rows.slice(0, 3), more: true });
    const found: string[] = [];
    const looked = lookedAt(overseer, await readNames(db), PERIOD);
    for await (const page of overduePages(service, overseer, looked, 7)) {
      expect(page.read).toBeLessThanOrEqual(7);
      found.push(...page.orders.map(({ id }) => id));
    }
    expect(found).toEqual(rows.map(({ orderId }) => orderId));
    const asked = { ...PERIOD, what: 'overdue' } as const;
    const { lines, read } = await wholeSheet(service, { actor: overseer, deskId: DESK }, asked);
    expect(lines.map(([number]) => number)).toEqual(rows.map(({ number }) => number));
    expect(read).toBe(rows.length);
  });

  it('J5, H19: what a unit says of an overdue order tells nobody in a file who called', async () => {
    const [late] = (await reportOverdue(service, overseer, PERIOD)).rows;
    const [order] = await findOrders(db, late ? [late.orderId] : []);
    if (!order) throw new Error('an order is overdue');
    const caller = { ...order.request.caller, name: '欧阳守信', phone: '19912344321' };
    const by = { accountId: overseer.accountId, jobNumber: '1301', name: '李承办', unitId: null };
    const progress = [{ at: instant(NOW), by, text: '已联系欧阳守信 19912344321' }];
    const told = orderSchema.parse({
      ...order,
      request: { ...order.request, caller },
      life: { ...order.life, progress },
    });
    await db.write('UPDATE orders SET data = $2::jsonb WHERE id = $1', [order.id, JSON.stringify(told)]);
    const asked = { ...PERIOD, what: 'overdue' } as const;
    const { lines } = await wholeSheet(service, { actor: overseer, deskId: DESK }, asked);
    expect(lines.find(([number]) => number === late?.number)?.at(-1)).toBe('已联系＊＊＊＊ ＊＊＊＊＊＊＊＊＊＊＊');
  });

  it('J5, Z7: a secret order counts and is not shown to whoever may not see it', async () => {
    const asked = { ...PERIOD, figure: 'received', by: 'unit', key: null, after: null } as const;
    const pages = async (actor: Actor) => {
      const all = { rows: 0, hidden: 0 };
      let after: Parameters<typeof reportRows>[2]['after'] = null;
      do {
        const page: Awaited<ReturnType<typeof reportRows>> = await reportRows(service, actor, { ...asked, after });
        all.rows += page.rows.length;
        all.hidden += page.hidden;
        after = page.next;
      } while (after);
      return all;
    };
    expect((await pages(overseer)).hidden).toBe(0);
    const { rows, hidden } = await pages(reader('overseer', 'all', false));
    expect(hidden).toBeGreaterThan(0);
    expect(rows + hidden).toBe(ORDERS);
  });

  it('J5, H19: a file masks who called, in the text too, bears the mark that spreadsheets want, and is logged', async () => {
    const asked = { ...PERIOD, what: 'rows', figure: 'received', by: 'unit', key: null } as const;
    const session = {
      actor: overseer,
      deskId: DESK,
    };
    const { head, lines } = await wholeSheet(service, session, asked);
    expect(head.title).toBe('工单明细_2026-08-01_2026-11-30');
    expect(head.mark).toMatch(/^导出 9901 读者 2026-11-21 14:00 编号 [0-9a-f]{8} /u);
    expect(lines).toHaveLength(ORDERS);
    const said = JSON.stringify(lines);
    const callers = await db.read<{ phone: string; name: string }>(
      `SELECT data #>> '{request,caller,phone}' AS phone, data #>> '{request,caller,name}' AS name FROM orders`,
    );
    const phones = callers.map(({ phone }) => phone).filter((phone) => phone.length > 6);
    expect(phones.length).toBeGreaterThan(ORDERS / 2);
    expect(phones.filter((phone) => said.includes(phone))).toEqual([]);
    const [entry] = await db.read<{ detail: unknown }>(
      `SELECT detail FROM audit WHERE action = 'report.export' AND detail->>'what' = 'rows' ORDER BY id`,
    );
    expect(entry?.detail).toMatchObject({ what: 'rows', from: '2026-08-01', format: 'xlsx', rows: ORDERS });
    expect(entry?.detail).toHaveProperty('reference', /编号 ([0-9a-f]{8}) /u.exec(head.mark)?.[1]);
  });

  it('T19, J16: the figures of a file are those of the screen, each with its definition', async () => {
    const columns = ['received', 'finished', 'onTimeRate'] as const;
    const asked = { ...PERIOD, what: 'table' as const, by: 'department' as const, columns: [...columns] };
    const { head, lines } = await wholeSheet(service, { actor: overseer, deskId: DESK }, asked);
    const { rows, total } = await reportTable(service, overseer, { ...PERIOD, by: 'department' });
    expect(lines).toEqual([
      ['合计', ...columns.map((id) => valueOf(id, total))],
      ...rows.map(({ name, counts }) => [name, ...columns.map((id) => valueOf(id, counts))]),
    ]);
    expect(head.columns.map(({ kind }) => kind)).toEqual(['text', 'count', 'count', 'rate']);
    expect(head.columns.at(-1)?.says).toBe('按期办结 ÷ 办结件数。');
  });

  it('J5: what a reader may not see is neither in the file nor told by how far it is', async () => {
    const asked = { ...PERIOD, what: 'rows', figure: 'received', by: 'unit', key: null } as const;
    const plain = { actor: reader('overseer', 'all', false), deskId: DESK };
    const { lines, read } = await wholeSheet(service, plain, asked);
    expect(lines.length).toBeLessThan(ORDERS);
    expect(read).toBe(ORDERS);
  });

  it('says so where it is asked for a line or a day that there is not', async () => {
    const asked = { ...PERIOD, figure: 'received', after: null } as const;
    for (const [by, key] of [
      ['day', '合计'],
      ['day', '2026-02-30'],
      ['month', '2026-13'],
    ] as const)
      expect(await refusalOf(reportRows(service, overseer, { ...asked, by, key }))).toBe('INVALID_INPUT');
    const ancient = { from: '0000-12-31', to: '0001-01-01' };
    expect(await refusalOf(reportTable(service, overseer, { ...ancient, by: 'day' }))).toBe('INVALID_INPUT');
    expect(await refusalOf(reportClusters(service, overseer, { ...ancient, least: 2 }))).toBe('INVALID_INPUT');
  });

  it('finds rows, sums and overdue orders by an index', async () => {
    await db.write('ANALYZE');
    const plan = async (sql: string, values: unknown[]): Promise<string> => {
      const rows = await db.transaction(async (tx) => {
        await tx.write('SET LOCAL enable_seqscan = off');
        return tx.read<Record<string, string>>(`EXPLAIN ${sql}`, values as never);
      });
      return rows.map((row) => Object.values(row)[0]).join('\n');
    };
    const rows = [
      'received',
      '2026-11-01',
      '2026-11-30',
      null,
      null,
      '0001-01-01',
      '',
      '00000000-0000-0000-0000-000000000000',
      10,
    ];
    expect(await plan(ROWS_BEHIND, rows)).toContain('figure_rows_pkey');
    expect(await plan(SUMS.unit, [['received'], '2026-11-01', '2026-11-30', null, null])).toContain('figure_days_pkey');
    expect(await plan(OVERDUE, OVERDUE_VALUES)).toMatch(/Index Scan using orders_(?:due|open)/u);
  });
});
