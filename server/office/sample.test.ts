import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { findOrders, ordersPage } from '../../db/central/orders.ts';
import { accountIdSchema, deskIdSchema } from '../../shared/domain/ids.ts';
import { queuesOf } from '../../shared/domain/queues.ts';
import { DEFAULT_ROLES } from '../../shared/domain/people.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { seedDemo } from '../demo/seed.ts';
import { checkFigures } from '../figures/check.ts';
import type { Service } from '../service.ts';
import { drawSample } from './sample.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');
const PERIOD = { from: '2026-08-01', to: '2026-11-30' };
const session = {
  actor: {
    accountId: accountIdSchema.parse('00000000-0000-7000-8000-000000000098'),
    jobNumber: '9902',
    name: '回访员',
    unitId: null,
    roles: ['followUpAgent' as const],
    grants: {
      permissions: [...DEFAULT_ROLES.followUpAgent.permissions],
      sensitivities: ['normal' as const],
      units: 'all' as const,
    },
  },
  deskId: deskIdSchema.parse('00000000-0000-7000-8000-00000000d002'),
};

describe('a sample for 回访', () => {
  let db: Database;
  let service: Service;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = { ...(await testService(db, testClock(NOW).nowMs)), demo: true };
    await seedDemo(service, 900);
  }, 120_000);
  afterAll(() => db.close());

  const drawn = async (): Promise<string[]> => {
    const page = await ordersPage(db, null, 2000);
    return page.filter(({ life }) => life.sampled?.by.jobNumber === '9902').map(({ id }) => id);
  };

  it('H6, H15: puts what was drawn into the queue, each with a line in its course, and the draw with its seed on record', async () => {
    const before = (await ordersPage(db, null, 2000)).filter(({ life }) => life.sampled !== null).length;
    const sample = await drawSample(service, session, { ...PERIOD, size: 3, seed: '20261121' });
    expect(sample).toMatchObject({ seed: '20261121', drawn: 3 });
    expect(sample.population).toBeGreaterThan(3);
    const ids = await drawn();
    expect(ids).toHaveLength(3);
    const orders = await findOrders(
      db,
      (await ordersPage(db, null, 2000)).filter(({ id }) => ids.includes(id)).map(({ id }) => id),
    );
    for (const order of orders) expect(queuesOf(order, 'centre', service.pack)).toContain('toFollowUp');
    const lines = await db.read<{ entries: { kind: string; citation: { rule: string } }[] }>(
      'SELECT entries FROM history WHERE order_id = ANY ($1::uuid[]) ORDER BY version DESC',
      [ids],
    );
    expect(lines.filter(({ entries }) => entries.some(({ kind }) => kind === 'sampled'))).toHaveLength(3);
    const [entry] = await db.read<{ detail: { seed: string; drawn: string[] } }>(
      `SELECT detail FROM audit WHERE action = 'followUp.sample'`,
    );
    expect(entry?.detail).toMatchObject({ seed: '20261121', population: sample.population });
    expect(entry?.detail.drawn).toHaveLength(3);
    expect((await ordersPage(db, null, 2000)).filter(({ life }) => life.sampled !== null)).toHaveLength(before + 3);
    expect((await checkFigures(db)).deviations).toEqual([]);
  });

  it('H6: nothing is drawn twice, and nothing that is a secret from whoever draws', async () => {
    const all = await drawSample(service, session, { ...PERIOD, size: 200, seed: null });
    expect(all.drawn).toBe(Math.min(200, all.population));
    const again = await drawSample(service, session, { ...PERIOD, size: 200, seed: null });
    expect(again.population).toBe(all.population - all.drawn);
    const page = await ordersPage(db, null, 2000);
    const mine = page.filter(({ life }) => life.sampled?.by.jobNumber === '9902');
    expect(mine.filter(({ request }) => request.sensitivity === 'secret')).toEqual([]);
  });

  it('T15: a city that has everybody asked draws nobody', async () => {
    const elsewhere = { ...service, pack: packOf('tonghua') };
    await expect(drawSample(elsewhere, session, { ...PERIOD, size: 3, seed: null })).rejects.toMatchObject({
      failure: { code: 'ACT_NOT_OFFERED' },
    });
  });
});
