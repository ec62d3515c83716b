import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { ordersPage, updateOrders } from '../../db/central/orders.ts';
import { accountIdSchema, deskIdSchema } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { DEFAULT_ROLES } from '../../shared/domain/people.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Service } from '../service.ts';
import { publishResults } from './publish.ts';

const session = {
  actor: {
    accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000097'),
    jobNumber: '9903',
    name: '复查员',
    unitId: null,
    roles: ['reviewer' as const],
    grants: {
      permissions: [...DEFAULT_ROLES.reviewer.permissions],
      sensitivities: ['normal' as const, 'secret' as const],
      units: 'all' as const,
    },
  },
  deskId: deskIdSchema.parse('00000000-0000-7000-8000-00000000d003'),
};

describe('results for the public', () => {
  let db: Database;
  let service: Service;
  let orders: Order[];
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(Date.parse('2026-11-21T06:00:00.000Z')).nowMs)), demo: true };
    await seedDemo(service, 400);
    orders = await ordersPage(db, null, 1000);
  }, 120_000);
  afterAll(() => db.close());

  it('J17, T16: say what was asked and what came of it, and in no way who complained', async () => {
    const chosen = orders
      .filter(({ state, request }) => state === 'archived' && request.sensitivity === 'normal')
      .slice(0, 40);
    const [first] = chosen;
    if (!first?.number) throw new Error('no archived order');
    // A caller who is named in what they say, and in what was answered.
    const { caller } = first.request;
    const told: Order = {
      ...first,
      request: {
        ...first.request,
        content: `我是${caller.name}，电话 ${caller.phone}，身份证 410611198001011234，路灯不亮`,
      },
    };
    await db.transaction((tx) => updateOrders(tx, [{ ...told, number: first.number ?? '' }]));
    const { csv, name } = await publishResults(
      service,
      session,
      chosen.map(({ id }) => id),
    );
    expect(name).toBe('办理结果公开稿_2026-11-21.csv');
    expect(csv).toContain('路灯不亮');
    const telling = chosen.flatMap(({ number, provisionalNumber, request }) => [
      number ?? '',
      provisionalNumber,
      request.caller.phone,
      request.caller.address,
    ]);
    expect(telling.filter((word) => word.length >= 4 && csv.includes(word))).toEqual([]);
    expect(csv).not.toContain('410611198001011234');
    expect(csv.includes(caller.name)).toBe(caller.name === '');
    const [entry] = await db.read<{ detail: { orders: string[] } }>(
      `SELECT detail FROM audit WHERE action = 'report.publish'`,
    );
    expect(entry?.detail.orders).toHaveLength(chosen.length);
  });

  it('J17: nothing that is 保密 or not finished goes out, and it is said which', async () => {
    const open = orders.find(({ state }) => state === 'handling');
    const secret = orders.find(({ request }) => request.sensitivity === 'secret');
    for (const order of [open, secret]) {
      if (!order) throw new Error('the demo lacks one');
      await expect(publishResults(service, session, [order.id])).rejects.toMatchObject({
        failure: { code: 'INVALID_INPUT', detail: expect.stringContaining(order.number ?? '') as string },
      });
    }
  });
});
