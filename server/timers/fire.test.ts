import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seenAtDesk } from '../../db/central/desks.ts';
import type { Database } from '../../db/central/database.ts';
import { migrate } from '../../db/central/migrate.ts';
import { openPglite } from '../../db/central/pglite.ts';
import { insertSession } from '../../db/central/sessions.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import { instant } from '../../shared/instant.ts';
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
import { dyingAt } from '../../tests/support/dying.ts';
import { scratchFolder } from '../../tests/support/folder.ts';
import { startProcess } from '../../tests/support/process.ts';
import type { Service } from '../service.ts';
import { fireTimers } from './fire.ts';
import { preparePlans } from './run.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Friday 20 November 2026, 10:00 in Beijing: ten working days end when Friday 4 December does. H8. */
const FRIDAY = Date.parse('2026-11-20T02:00:00.000Z');
const DUE = Date.parse('2026-12-04T16:00:00.000Z');

async function notices(db: Database, kind: string): Promise<Notice[]> {
  const rows = await db.read<{ data: Notice }>(
    `SELECT data FROM notices WHERE data->>'kind' = $1 ORDER BY at, unit_id NULLS LAST, id`,
    [kind],
  );
  return rows.map(({ data }) => data);
}

describe('the clock of the centre', () => {
  const clock = testClock(FRIDAY);
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
  }, 60_000);
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.write('TRUNCATE orders, history, timers, notices, sessions, account_roles');
    goTo(FRIDAY);
    desk = await addDesk(service, await addPerson(service));
  });

  const goTo = (ms: number): void => clock.advance(ms - clock.nowMs());
  const forward = async (): Promise<string> => outcomes(await desk.push(desk.say(forwarded('u-one'))))[0] ?? '';

  it('tells the unit and the overseers that an order is overdue, once', async () => {
    const number = await forward();
    goTo(DUE - 1);
    await fireTimers(service);
    expect(await notices(db, 'overdue')).toEqual([]);
    goTo(DUE);
    await fireTimers(service);
    await fireTimers(service);
    expect(await notices(db, 'overdue')).toMatchObject([
      { orderNumber: number, unitId: 'u-one', permission: 'order.handle', due: instant(DUE) },
      { orderNumber: number, unitId: null, permission: 'order.supervise', due: instant(DUE) },
    ]);
    goTo(DUE + 30 * DAY_MS);
    await fireTimers(service);
    expect(await notices(db, 'overdue')).toHaveLength(2);
  });

  it('killed at any moment of the firing, it fires once when it is there again', async () => {
    for (let statement = 0; ; statement += 1) {
      const number = await forward();
      goTo(clock.nowMs() + 30 * DAY_MS);
      const before = (await notices(db, 'overdue')).length;
      const dying = dyingAt(db, statement);
      const firing = fireTimers({ ...service, db: dying.db });
      if (
        !(await firing.then(
          () => false,
          () => dying.reached(),
        ))
      )
        break;
      expect(await notices(db, 'overdue')).toHaveLength(before);
      await fireTimers(service);
      const told = (await notices(db, 'overdue')).filter(({ orderNumber }) => orderNumber === number);
      expect(told.map(({ unitId }) => unitId)).toEqual(['u-one', null]);
      await seenAtDesk(db, desk.id, desk.person.id, instant(clock.nowMs()));
    }
  });

  it('says nothing of what was answered, or given more time, before the instant came', async () => {
    await forward();
    await db.write(`UPDATE orders SET state = 'replied', data = jsonb_set(data, '{state}', '"replied"')`);
    goTo(DUE);
    expect(await fireTimers(service)).toBeGreaterThan(0);
    expect(await notices(db, 'overdue')).toEqual([]);
  });

  it('what came due before there were timers is not told now; what comes due later is', async () => {
    await forward();
    await db.write('DELETE FROM timers');
    goTo(DUE - HOUR_MS);
    await preparePlans(service);
    await fireTimers(service);
    expect(await notices(db, 'nearDue')).toEqual([]);
    goTo(DUE);
    await fireTimers(service);
    expect(await notices(db, 'overdue')).toHaveLength(2);
    await preparePlans(service);
    await fireTimers(service);
    expect(await notices(db, 'overdue')).toHaveLength(2);
  });

  it('H18: tells the overseers of units that nobody signed in for on a working day', async () => {
    await preparePlans(service);
    const here = await addPerson(service, { unit: 'u-one', roles: ['handler'] });
    await addPerson(service, { unit: 'u-two', roles: ['handler'] });
    await insertSession(db, {
      id: randomUUID(),
      tokenHash: Buffer.from('a'),
      accountId: here.id,
      deskId: desk.id,
      deskName: '一号',
      signedInAt: instant(FRIDAY),
      expiresAt: instant(FRIDAY + DAY_MS),
    });
    goTo(FRIDAY + 8 * HOUR_MS);
    await fireTimers(service);
    expect(await notices(db, 'unitSilent')).toMatchObject([
      { permission: 'order.supervise', unitId: null, text: '今日没有人签入的承办单位：u-two。' },
    ]);
    // The weekend is nobody's; on Monday neither was there.
    goTo(FRIDAY + 3 * DAY_MS + 8 * HOUR_MS);
    await fireTimers(service);
    await fireTimers(service);
    expect((await notices(db, 'unitSilent')).map(({ text }) => text)).toEqual([
      '今日没有人签入的承办单位：u-two。',
      '今日没有人签入的承办单位：u-one、u-two。',
    ]);
  });

  it('H17: speaks of each periodic report once in its period', async () => {
    await preparePlans(service);
    goTo(Date.parse('2026-12-01T00:30:00.000Z'));
    await fireTimers(service);
    await fireTimers(service);
    const told = await notices(db, 'reportDue');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('第九条');
    goTo(Date.parse('2026-12-31T12:00:00.000Z'));
    await fireTimers(service);
    expect(await notices(db, 'reportDue')).toHaveLength(1);
  });
});

describe('the clock of a centre that is killed', () => {
  const folder = scratchFolder('timers');
  beforeAll(async () => {
    const db = await openPglite(folder.path);
    await migrate(db);
    const service = await testService(db, () => FRIDAY);
    const desk = await addDesk(service, await addPerson(service));
    await desk.push(desk.say(forwarded('u-one')));
    await db.close();
  }, 120_000);
  afterAll(() => folder.remove());

  const start = (nowMs: number) =>
    startProcess('timer-process.ts', { TEST_DATA: folder.path, TEST_NOW_MS: String(nowMs) });

  it('kill -9 around the due instant, before the commit and after it: exactly one notice to each', async () => {
    const first = await start(DUE + 1);
    await first.ask({ type: 'fireWithoutCommit' });
    await first.kill();

    const second = await start(DUE + 2);
    expect(await second.ask({ type: 'fire' })).toBeGreaterThan(0);
    await second.kill();

    const third = await start(DUE + 3);
    expect(await third.ask({ type: 'fire' })).toBe(0);
    await third.stop();

    const db = await openPglite(folder.path);
    expect((await notices(db, 'overdue')).map(({ unitId }) => unitId)).toEqual(['u-one', null]);
    await db.close();
  }, 120_000);
});
