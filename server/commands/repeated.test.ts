import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { MATTER_MONTHS, MATTER_ORDERS, PERSISTENT } from '../../db/central/grievances.ts';
import { findOrders, readOrders } from '../../db/central/orders.ts';
import { putSubjects } from '../../db/central/reference.ts';
import { orderIdSchema, subjectIdSchema } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import {
  addDesk,
  addPerson,
  forwarded,
  memoryDatabase,
  outcomes,
  testService,
  urged,
  type TestDesk,
} from '../../tests/support/central.ts';
import type { Service } from '../service.ts';

const SUBJECTS = ['s-noise', 's-water'].map((id) => subjectIdSchema.parse(id));
const PHONES = ['199 0000-5521', '13800001234'];

/** One request: so many months after the one before, whose, about what, and whether it is a complaint. */
const request = fc.record({
  later: fc.constantFrom(0, 1, 1, 1, 2),
  phone: fc.constantFrom(...PHONES),
  subject: fc.constantFrom(...SUBJECTS),
  category: fc.constantFrom('complaint' as const, 'complaint' as const, 'report' as const, 'help' as const),
});
type Asked = typeof request extends fc.Arbitrary<infer T> ? T : never;

function complaintAbout(subject: Asked['subject'] | undefined): Asked {
  return { later: 1, phone: PHONES[0] ?? '', subject: subject ?? subjectIdSchema.parse('s'), category: 'complaint' };
}

describe('T18: the same caller about the same matter, three months running', () => {
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  let month = 0;
  const nowMs = (): number => Date.UTC(2026, month, 10, 2);
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, nowMs);
    await putSubjects(
      db,
      SUBJECTS.map((id) => ({ id, path: ['民生', '日常', id] as const, unitId: null, words: [], version: 1 })).map(
        ({ path, ...subject }) => ({ ...subject, path: [...path] }),
      ),
    );
  }, 60_000);
  afterAll(() => db.close());

  async function ask({ phone, subject, category }: Asked): Promise<Order['id']> {
    // A desk of its own each time: one that has been away for months has no lease.
    desk = await addDesk(service, await addPerson(service));
    const command = desk.say(
      forwarded('u-one', { category, subjectId: subject, caller: { name: '郑守信', phone, address: '' } }),
    );
    expect(outcomes(await desk.push(command))).toEqual([expect.stringMatching(/^HB/)]);
    return orderIdSchema.parse(command.aggregateId);
  }

  const noticesOf = async (id: string): Promise<number> =>
    (
      await db.read<{ n: number }>(
        `SELECT count(*)::int AS n FROM notices WHERE data->>'kind' = 'repeated' AND data->>'orderId' = $1`,
        [id],
      )
    ).at(0)?.n ?? 0;

  it('is marked from the moment the third month is written, and told once, whatever order they come in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 3, maxLength: 10 }), async (asked) => {
        // Apart from what was tried before.
        month += 3;
        const seen = new Map<string, Set<number>>();
        for (const one of asked) {
          month += one.later;
          const id = await ask(one);
          const key = `${one.phone} ${one.subject}`;
          const months = seen.get(key) ?? new Set<number>();
          if (one.category !== 'help') seen.set(key, months.add(month));
          let run = 0;
          while (one.category !== 'help' && months.has(month - run)) run += 1;
          const [order] = await findOrders(db, [id]);
          expect(order?.life.repeated?.months).toBe(run >= 3 ? run : undefined);
          expect(order?.number).toMatch(/^HB/u);
          expect(await noticesOf(id)).toBe(run >= 3 ? 1 : 0);
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('stands, told no second time, while the order goes on', async () => {
    month += 3;
    const asked = complaintAbout(SUBJECTS[0]);
    let id = await ask(asked);
    for (let more = 0; more < 2; more += 1) {
      month += 1;
      id = await ask(asked);
    }
    await desk.push(desk.say(urged(id)));
    const [order] = await findOrders(db, [id]);
    expect(order).toMatchObject({ urges: 1, life: { repeated: { months: 3 } } });
    expect(await noticesOf(id)).toBe(1);
  });

  it('T18: falls with a correction of whose number it was, also from a later order of the same matter, comes back with it, and its course tells each', async () => {
    month += 3;
    const asked = complaintAbout(SUBJECTS[1]);
    const ids: Order['id'][] = [];
    for (let more = 0; more < 3; more += 1) {
      month += 1;
      ids.push(await ask(asked));
    }
    const [, second, third] = ids;
    if (!second || !third) throw new Error('there are three');
    const months = async (): Promise<(number | undefined)[]> => {
      const found = new Map((await findOrders(db, ids)).map((order) => [order.id, order]));
      return ids.map((id) => found.get(id)?.life.repeated?.months);
    };
    const correct = async (orderId: string, after: string): Promise<void> => {
      const payload = { field: 'callerPhone', after, reason: '听记有误' };
      const answer = await desk.push(desk.say({ type: 'order.correct', payload, orderId }));
      expect(outcomes(answer)).toEqual([expect.stringMatching(/^HB/)]);
    };
    expect(await months()).toEqual([undefined, undefined, 3]);
    await correct(third, '13900004477');
    expect(await months()).toEqual([undefined, undefined, undefined]);
    await correct(third, asked.phone);
    expect(await months()).toEqual([undefined, undefined, 3]);

    const [before] = await findOrders(db, [third]);
    await correct(second, '13900004477');
    expect(await months()).toEqual([undefined, undefined, undefined]);
    const [after] = await findOrders(db, [third]);
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    const fed = await db.read<{ n: number }>(
      `SELECT count(*)::int AS n FROM feed WHERE entity = 'order' AND id = $1 AND version = $2 AND op = 'put'`,
      [third, after?.version ?? 0],
    );
    expect(fed).toEqual([{ n: 1 }]);
    const told = await noticesOf(third);
    await correct(second, asked.phone);
    expect(await months()).toEqual([undefined, undefined, 3]);
    expect(await noticesOf(third)).toBe(told + 1);
    // Its course tells when the mark came and why it went, and not whose the other order is.
    const [record] = await readOrders(db, [third]);
    const lines = (record?.history ?? []).flatMap(({ kind, text, by }) =>
      kind === 'repeatMarked' ? [[text, by.accountId]] : [],
    );
    const came: unknown = expect.stringMatching(/^同一诉求人 \d{4}-\d\d 至 \d{4}-\d\d 连续 3 个月就同一事项投诉举报$/u);
    const own = '本工单更正或并单，不再属于同一诉求人连续投诉举报同一事项，标记取消';
    const other = '同一诉求人的其他工单更正或并单，连续月份中断，标记取消';
    const who = desk.person.id;
    expect(lines).toEqual([came, own, came, other, came].map((text) => [text, who]));
    expect(record?.history.at(-1)).toMatchObject({ kind: 'repeatMarked' });
  });

  it('finds by an index, and keeps no number', async () => {
    const plan = async (
      sql: string,
      values: readonly (string | readonly string[] | number | null)[],
    ): Promise<string> => {
      const rows = await db.transaction(async (tx) => {
        await tx.write('SET LOCAL enable_seqscan = off');
        return tx.read<Record<string, string>>(`EXPLAIN ${sql}`, values);
      });
      return rows.map((row) => Object.values(row)[0]).join('\n');
    };
    expect(await plan(MATTER_MONTHS, [['a'], []])).toContain('grievance_callers_matter');
    expect(await plan(MATTER_ORDERS, [['a'], ['s'], ['2026-01'], []])).toContain('grievance_callers_matter');
    expect(await plan(PERSISTENT, ['2026-01', null, 3])).toContain('grievance_callers_month');
    const kept = await db.read('SELECT * FROM grievance_callers');
    expect(JSON.stringify(kept)).not.toMatch(/1990000|13800001234/u);
  });
});
