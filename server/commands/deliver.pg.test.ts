import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/central/audit.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import { migrate } from '../../db/central/migrate.ts';
import { readOrders } from '../../db/central/orders.ts';
import { openPostgres } from '../../db/central/postgres.ts';
import {
  addDesk,
  addPerson,
  answered,
  forwarded,
  outcomes,
  testClock,
  testService,
  urged,
  type TestDesk,
} from '../../tests/support/central.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/postgres.ts';
import { checkFigures } from '../figures/check.ts';
import { countAnew } from '../figures/count.ts';
import type { Service } from '../service.ts';
import type { Answer } from './deliver.ts';

const WAITING = `SELECT relation::regclass::text AS table FROM pg_locks
  WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
const HELD_BY_WAITING = `SELECT relation::regclass::text AS table FROM pg_locks
  WHERE granted AND pid IN (SELECT pid FROM pg_locks WHERE NOT granted)
    AND relation IN ('figure_days'::regclass, 'figure_rows'::regclass, 'topic_days'::regclass, 'order_topics'::regclass)`;

describe('taking commands on several nodes at once', () => {
  const clock = testClock();
  let database: TestDatabase;
  let db: Database;
  let service: Service;
  beforeAll(async () => {
    database = await freshDatabase();
    db = openPostgres({ url: database.url, onTrouble: () => undefined });
    await migrate(db);
    service = await testService(db, clock.nowMs);
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  const newDesks = (count: number): Promise<TestDesk[]> =>
    Promise.all(Array.from({ length: count }, async () => addDesk(service, await addPerson(service))));

  it('does a command once that is delivered many times at the same moment', async () => {
    const [desk] = await newDesks(1);
    if (!desk) throw new Error('no desk');
    const command = desk.say(answered());
    const answers = await Promise.all(Array.from({ length: 12 }, () => desk.push(command)));
    expect(new Set(answers.flatMap(outcomes)).size).toBe(1);
    expect((await readOrders(db, [command.aggregateId])).at(0)?.order.version).toBe(1);
  });

  it('numbers without a hole, whatever is refused between', async () => {
    const before = await db.read<{ value: number }>(`SELECT value FROM counters WHERE name = 'order HB2611'`);
    const first = (before.at(0)?.value ?? 0) + 1;
    const desks = await newDesks(8);
    const numbers = (
      await Promise.all(
        desks.map(async (desk) => {
          const given: (string | null)[] = [];
          for (let n = 0; n < 10; n += 1) {
            given.push(
              ...outcomes(await desk.push(desk.say(answered()), desk.say(forwarded('u-closed')), desk.say(answered()))),
            );
          }
          return given;
        }),
      )
    ).flat();
    const accepted = numbers.filter((outcome) => outcome !== 'UNIT_CLOSED');
    expect(accepted).toHaveLength(160);
    const expected = Array.from({ length: 160 }, (_, n) => `HB2611-${String(first + n).padStart(6, '0')}`);
    expect(new Set(accepted)).toEqual(new Set(expected));
  });

  it('lets several desks add to one order, each on what the other left', async () => {
    const desks = await newDesks(6);
    const [opener] = desks;
    if (!opener) throw new Error('no desk');
    const order = opener.say(forwarded('u-one'));
    await opener.push(order);
    await Promise.all(
      desks.map(async (desk) => {
        for (let n = 0; n < 5; n += 1) await desk.push(desk.say(urged(order.aggregateId)));
      }),
    );
    const [record] = await readOrders(db, [order.aggregateId]);
    expect(record?.order).toMatchObject({ version: 31, urges: 30 });
    expect(record?.history).toHaveLength(32);
  });

  it('lets one of two desks open an order they both claim', async () => {
    const desks = await newDesks(4);
    const orderId = randomUUID();
    const answers = await Promise.all(desks.map((desk) => desk.push(desk.say({ ...answered(), orderId }))));
    const codes = answers.flatMap(outcomes);
    expect(codes.filter((code) => code === 'ORDER_EXISTS')).toHaveLength(3);
    expect(codes.filter((code) => code?.startsWith('HB'))).toHaveLength(1);
  });

  it('H17: waits for a recount of the figures before it touches any of them, and counts after it', async () => {
    const [desk] = await newDesks(1);
    if (!desk) throw new Error('no desk');
    const pushed = Promise.withResolvers<Answer>();
    await db.transaction(async (tx) => {
      await tx.write('LOCK TABLE orders IN SHARE MODE');
      desk.push(desk.say(answered()), desk.say(forwarded('u-one'))).then(pushed.resolve, pushed.reject);
      await expect.poll(() => db.read(WAITING), { timeout: 20_000 }).toEqual([{ table: 'orders' }]);
      expect(await db.read(HELD_BY_WAITING)).toEqual([]);
      await countAnew(tx);
    });
    expect(outcomes(await pushed.promise)).toEqual([expect.stringMatching(/^HB/), expect.stringMatching(/^HB/)]);
  });

  it('H17: keeps every sum, whoever wrote at the same time', async () => {
    expect(await checkFigures(db)).toMatchObject({ differing: 0, misfiled: 0, misplaced: 0 });
  });

  it('keeps the chain of the audit log whole under all of it', async () => {
    expect(await verifyAudit(db, await readHead(db))).toMatchObject({ ok: true });
  });
});
