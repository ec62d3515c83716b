import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { OWN_ORDERS } from '../../db/central/own-work.ts';
import { DEFAULT_ROLES, type Actor } from '../../shared/domain/people.ts';
import { accountIdSchema } from '../../shared/domain/ids.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { seedDemo } from '../demo/seed.ts';
import { ownWork } from './mine.ts';

const PERIOD = { from: '2026-08-01', to: '2026-11-30' };

describe('one’s own page', () => {
  let db: Database;
  let actor: Actor;
  let service: Awaited<ReturnType<typeof testService>>;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(Date.parse('2026-11-21T06:00:00.000Z')).nowMs)), demo: true };
    await seedDemo(service, 300);
    const [most] = await db.read<{ id: string }>(
      'SELECT created_by AS id FROM orders GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    );
    actor = {
      accountId: accountIdSchema.parse(most?.id),
      jobNumber: '1001',
      name: '话务员',
      unitId: null,
      roles: ['operator'],
      grants: {
        permissions: [...DEFAULT_ROLES.operator.permissions],
        sensitivities: ['normal', 'secret'],
        units: 'all',
      },
    };
  }, 120_000);
  afterAll(() => db.close());

  it('T15: holds exactly what one has written down oneself, with the caller’s latest word', async () => {
    const mine = await ownWork(service, actor, PERIOD);
    const own = await db.read<{ rated: boolean; returned: boolean }>(
      `SELECT data #> '{life,followUps}' @? '$[*].rating ? (@ != null)' AS rated,
              jsonb_array_length(data #> '{life,returns}') > 0 AS returned
       FROM orders WHERE created_by = $1`,
      [actor.accountId],
    );
    expect(mine.orders).toBe(own.length);
    expect(mine.rated).toHaveLength(own.filter(({ rated }) => rated).length);
    expect(mine.returned).toHaveLength(own.filter(({ returned }) => returned).length);
    expect(Object.values(mine.ratings).reduce((sum, n) => sum + n, 0)).toBe(mine.rated.length);
    expect(mine.rated.length).toBeGreaterThan(0);
  });

  it('is empty for whoever has written nothing down', async () => {
    const stranger = { ...actor, accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000099') };
    expect(await ownWork(service, stranger, PERIOD)).toMatchObject({ orders: 0, rated: [], returned: [] });
  });

  it('finds one’s orders by an index', async () => {
    const rows = await db.transaction(async (tx) => {
      await tx.write('SET LOCAL enable_seqscan = off');
      return tx.read<Record<string, string>>(`EXPLAIN ${OWN_ORDERS}`, [
        actor.accountId,
        '2026-11-01T00:00:00.000Z',
        '2026-12-01T00:00:00.000Z',
        10,
      ]);
    });
    expect(rows.map((row) => Object.values(row)[0]).join('\n')).toContain('orders_created_by');
  });
});
