import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { openCentralDatabase } from '../../db/central/open.ts';
import { addDesk, addPerson, forwarded, testClock, testService } from '../../tests/support/central.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/postgres.ts';
import type { Service } from '../service.ts';
import { fireTimers } from './fire.ts';

const ORDERS = 230;
const MONTH_MS = 30 * 86_400_000;

describe('the clocks of several nodes on one PostgreSQL', () => {
  let database: TestDatabase;
  const nodes: Database[] = [];
  const services: Service[] = [];
  const clock = testClock();
  beforeAll(async () => {
    database = await freshDatabase();
    for (let node = 0; node < 3; node += 1) {
      const db = await openCentralDatabase({ databaseUrl: database.url, dataDir: '', onTrouble: () => undefined });
      nodes.push(db);
      services.push(await testService(db, clock.nowMs));
    }
  });
  afterAll(async () => {
    await Promise.all(nodes.map((db) => db.close()));
    await database.drop();
  });

  it('fire each timer once between them, while commands to the same orders go on', async () => {
    const [here] = services;
    if (!here) throw new Error('no node');
    const desk = await addDesk(here, await addPerson(here));
    const commands = Array.from({ length: ORDERS }, () => desk.say(forwarded('u-one')));
    for (let start = 0; start < ORDERS; start += 100) await desk.push(...commands.slice(start, start + 100));
    const urges = commands.map(({ aggregateId }) =>
      desk.say({ type: 'order.urge', orderId: aggregateId, payload: { reason: '着急', call: null } }),
    );
    // What they say was said before the clock moves on: the lease is not what is tried here.
    clock.advance(MONTH_MS);
    const pushing = async (): Promise<void> => {
      for (let start = 0; start < ORDERS; start += 20) await desk.push(...urges.slice(start, start + 20));
    };
    const fired = await Promise.all([...services, ...services].map(fireTimers).concat(pushing().then(() => 0)));
    expect(fired.filter((count) => count > 0).length).toBeGreaterThan(1);
    const told = await here.db.read<{ id: string; times: number }>(
      `SELECT order_id AS id, count(*) AS times FROM notices WHERE data->>'kind' = 'overdue' AND unit_id = 'u-one' GROUP BY 1`,
    );
    expect(told.filter(({ times }) => times !== 1)).toEqual([]);
    expect(told).toHaveLength(ORDERS);
  });
});
