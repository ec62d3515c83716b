import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import {
  addDesk,
  addPerson,
  forwarded,
  memoryDatabase,
  outcomes,
  testClock,
  testService,
  type TestDesk,
} from '../../tests/support/central.ts';
import type { Service } from '../service.ts';
import { serveProgress } from './route.ts';
import { NOT_FOUND } from './text.ts';

const HOUR_MS = 3600_000;

describe('the caller asks how their order stands', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  let app: FastifyInstance;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    desk = await addDesk(service, await addPerson(service));
  }, 60_000);
  afterAll(() => db.close());
  beforeEach(() => {
    app = fastify();
    serveProgress(app, service);
    clock.advance(HOUR_MS);
  });

  const ask = async (number: string, phone4: string, remoteAddress = '10.0.0.1') => {
    const { statusCode, body } = await app.inject({
      url: '/public/progress',
      query: { number, phone4 },
      remoteAddress,
    });
    return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
  };
  const taken = async (request: Parameters<typeof forwarded>[1] = {}): Promise<string> => {
    const [number] = outcomes(await desk.push(desk.say(forwarded('u-one', request))));
    return number ?? '';
  };
  const nothing = { status: 404, body: { found: false, message: NOT_FOUND } };

  it('T5: tells whoever knows the number and the digits the state, the unit and the limit, and none of the content', async () => {
    const number = await taken();
    const { status, body } = await ask(number, '1234');
    expect(status).toBe(200);
    expect(body).toMatchObject({ found: true, number, state: '待签收', stage: '办理', unit: 'u-one局' });
    expect(Object.keys(body).toSorted()).toEqual(['due', 'found', 'number', 'stage', 'state', 'unit', 'updatedAt']);
    expect(JSON.stringify(body)).not.toMatch(/路灯|王某|1990000/u);
  });

  it('T17: says the same of a 保密 order, an anonymous caller, wrong digits and a number that is not there', async () => {
    const [secret, anonymous, named] = [
      await taken({ sensitivity: 'secret' }),
      await taken({ identity: 'anonymous' }),
      await taken(),
    ];
    expect(await ask(secret, '1234')).toEqual(nothing);
    expect(await ask(anonymous, '1234')).toEqual(nothing);
    expect(await ask(named, '4321')).toEqual(nothing);
    expect(await ask('HB2611-999999', '1234')).toEqual(nothing);
    expect(await ask(named, '34')).toEqual(nothing);
    expect(await ask(named, '')).toEqual(nothing);
  });

  it('finds an order by the number that a desk without a network has told, unless two were told the same', async () => {
    const told = '待编-ABCD-0007';
    const number = await taken({ provisionalNumber: told });
    expect((await ask(told, '1234')).body).toMatchObject({ number });
    await taken({ provisionalNumber: told });
    expect(await ask(told, '1234')).toEqual(nothing);
  });

  it('T2: each answer is on record, with the order and without the caller', async () => {
    const number = await taken();
    await ask(number, '1234');
    const [entry] = await db.read<{ action: string; detail: object }>(
      `SELECT a.action, a.detail FROM audit a JOIN orders o ON o.id::text = a.subject
       WHERE o.number = $1 AND a.action = 'public.progress'`,
      [number],
    );
    expect(entry).toEqual({ action: 'public.progress', detail: {} });
  });

  it('lets nobody try digits: neither from one address nor at one number from many', async () => {
    const number = await taken();
    const statuses = async (from: (n: number) => string, about: (n: number) => string): Promise<number[]> => {
      const answers: number[] = [];
      for (let n = 0; n < 12; n += 1) answers.push((await ask(about(n), '0000', from(n))).status);
      return answers;
    };
    const expected = [...Array.from({ length: 10 }, () => 404), 429, 429];
    expect(
      await statuses(
        () => '10.0.0.2',
        (n) => `HB2611-1${n}`,
      ),
    ).toEqual(expected);
    expect(
      await statuses(
        (n) => `10.0.1.${n}`,
        () => number,
      ),
    ).toEqual(expected);
    // It is the same for a number that is not there: the refusal tells nothing either.
    expect(
      await statuses(
        (n) => `10.0.2.${n}`,
        () => 'HB2611-777777',
      ),
    ).toEqual(expected);
  });
});
