import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { findOrders, updateOrders } from '../../db/central/orders.ts';
import { setTimers } from '../../db/central/timers.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import { orderIdSchema } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { instant } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';
import { addDesk, addPerson, forwarded, memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import { dyingAt } from '../../tests/support/dying.ts';
import type { Service } from '../service.ts';
import { fireTimers } from './fire.ts';
import { planOf } from './plan.ts';

/** Friday 20 November 2026, 10:00 in Beijing. */
const FRIDAY = Date.parse('2026-11-20T02:00:00.000Z');
const MONDAY_MORNING = Date.parse('2026-11-23T00:30:00.000Z');

/** What is owed besides the limit, how an order comes to owe it, when it is spoken of and to whom. */
const OWED = [
  {
    rule: 'H4',
    city: 'hebi',
    kind: 'firstResponseDue',
    request: { channel: 'provincial' },
    at: MONDAY_MORNING,
    to: ['u-one order.handle'],
  },
  {
    rule: 'Z5',
    city: 'zaozhuang',
    kind: 'firstResponseDue',
    request: { category: 'complaint' },
    at: MONDAY_MORNING,
    to: ['u-one order.handle'],
  },
  {
    rule: 'T10',
    city: 'tonghua',
    kind: 'procedureDue',
    become: (order: Order): Order => ({
      ...order,
      deadline: order.deadline && {
        ...order.deadline,
        due: instant(Date.parse('2027-02-18T16:00:00.000Z')),
        limit: 'statutory',
        statutory: '行政处罚法第六十条',
      },
    }),
    at: Date.parse('2026-11-27T00:30:00.000Z'),
    to: ['u-one order.handle'],
  },
  {
    rule: 'T14',
    city: 'tonghua',
    kind: 'archiveDue',
    become: (order: Order): Order => ({
      ...order,
      state: 'closed',
      closedAt: instant(FRIDAY),
      request: { ...order.request, followUp: false },
    }),
    at: Date.parse('2026-11-20T09:00:00.000Z'),
    to: ['centre order.followUp'],
  },
] as const;

describe('what is owed by a time of its own', () => {
  const clock = testClock(FRIDAY);
  let db: Database;
  beforeAll(async () => {
    db = await memoryDatabase();
    await testService(db, clock.nowMs);
  }, 60_000);
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.write('TRUNCATE orders, history, timers, notices, sessions, account_roles');
    clock.advance(FRIDAY - clock.nowMs());
  });

  const told = async (kind: string): Promise<string[]> =>
    (await db.read<{ data: Notice }>(`SELECT data FROM notices WHERE data->>'kind' = $1 ORDER BY at, id`, [kind])).map(
      ({ data }) => `${data.unitId ?? 'centre'} ${data.permission}`,
    );

  async function owing({ city, ...owed }: (typeof OWED)[number]): Promise<Service> {
    const service = { ...(await testService(db, clock.nowMs)), pack: packOf(city) };
    const desk = await addDesk(service, await addPerson(service));
    const said = desk.say(forwarded('u-one', 'request' in owed ? owed.request : {}));
    await desk.push(said);
    if (!('become' in owed)) return service;
    const [order] = await findOrders(db, [orderIdSchema.parse(said.aggregateId)]);
    if (!order?.number) throw new Error('the order was not taken');
    const changed = { ...owed.become(order), number: order.number };
    await db.transaction(async (tx) => {
      await updateOrders(tx, [changed]);
      await setTimers(tx, [planOf(changed, service.pack, SHIPPED_CALENDAR)]);
    });
    return service;
  }

  for (const owed of OWED)
    it(`${owed.rule}: is spoken of once, killed at any moment of the telling or not`, async () => {
      for (let statement = 0; ; statement += 1) {
        await db.write('TRUNCATE orders, history, timers, notices, sessions, account_roles');
        clock.advance(FRIDAY - clock.nowMs());
        const service = await owing(owed);
        clock.advance(owed.at - 1 - clock.nowMs());
        await fireTimers(service);
        expect(await told(owed.kind)).toEqual([]);
        clock.advance(1);
        const dying = dyingAt(db, statement);
        const lived = await fireTimers({ ...service, db: dying.db }).then(
          () => true,
          () => !dying.reached(),
        );
        // Killed, nothing of the telling stays; otherwise it has been told.
        expect(await told(owed.kind)).toEqual(lived ? owed.to : []);
        await fireTimers(service);
        await fireTimers(service);
        expect(await told(owed.kind)).toEqual(owed.to);
        if (lived) break;
      }
    }, 60_000);
});
