import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { actorSchema } from '../../shared/domain/people.ts';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import { FIRST_HALL_SETTINGS } from '../../shared/hall/settings.ts';
import { addPerson, memoryDatabase, testService } from '../../tests/support/central.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { startAlarms, type Alarms, type HallFacts } from './alarms.ts';

const START_MS = Date.UTC(2026, 10, 21, 2);
const QUIET: HallFacts = { longestWaitingMs: null, lastHour: { answered: 0, abandoned: 0 }, calls: [], desks: [] };

describe('the alarms of the hall', () => {
  let db: Database;
  let service: Service;
  let session: LiveSession;
  let nowMs = START_MS;
  let facts = QUIET;
  const running: Alarms[] = [];
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, () => nowMs);
    session = await supervisor();
  }, 60_000);
  afterAll(() => db.close());
  afterEach(async () => {
    for (const alarms of running.splice(0)) await alarms.stop();
    await db.write('DELETE FROM alarms');
    facts = QUIET;
    nowMs = START_MS;
  });

  async function supervisor(): Promise<LiveSession> {
    const { id: accountId } = await addPerson(service, { roles: ['shiftSupervisor'] });
    const actor = actorSchema.parse({
      accountId,
      jobNumber: '1001',
      name: '测试员1001',
      unitId: null,
      roles: ['shiftSupervisor'],
      grants: { permissions: ['hall.view', 'hall.control'], sensitivities: ['normal'], units: 'all' },
    });
    return { id: 'session', actor, deskId: deskIdSchema.parse('00000000-0000-7000-8000-0000000000d1') };
  }

  async function started(): Promise<Alarms> {
    const alarms = await startAlarms({
      service,
      settings: () => FIRST_HALL_SETTINGS,
      facts: () => Promise.resolve(facts),
    });
    running.push(alarms);
    return alarms;
  }

  it('one cause is one alarm, from its beginning to whoever takes note of it, also over a restart of the service', async () => {
    const alarms = await started();
    let told = 0;
    alarms.onChange(() => (told += 1));
    facts = { ...QUIET, longestWaitingMs: 75_000 };
    await alarms.look();
    nowMs += 60_000;
    await alarms.look();
    expect(told).toBe(1);
    expect(alarms.list()).toMatchObject([{ kind: 'wait', value: 75, endedAt: null, acknowledgedAt: null }]);

    const [alarm] = alarms.list();
    await alarms.acknowledge(session, alarm?.id ?? '');
    expect(alarms.list()[0]?.acknowledgedBy).toMatch(/^话务员/);
    const again = await started();
    facts = QUIET;
    await again.look();
    expect(again.list()).toHaveLength(1);
    expect(again.list()[0]?.endedAt).not.toBeNull();
    const audit = await db.read(`SELECT action, subject FROM audit WHERE action = 'hall.acknowledge'`);
    expect(audit).toEqual([{ action: 'hall.acknowledge', subject: alarm?.id }]);
  });

  it('an order about to break its limit is named by its number alone, and no more when the limit has passed', async () => {
    await db.write(
      `INSERT INTO orders (id, number, version, state, sensitivity, created_by, created_at, due, data)
       VALUES (gen_random_uuid(), 'HB2611-000009', 1, 'handling', 'normal', $1, now(), $2, '{}')`,
      [session.actor.accountId, new Date(START_MS + 50 * 60_000).toISOString()],
    );
    const alarms = await started();
    await alarms.look();
    expect(alarms.list()).toMatchObject([{ kind: 'nearLimit', about: 'HB2611-000009', endedAt: null }]);
    nowMs += 61 * 60_000;
    await alarms.look();
    expect(alarms.list()[0]?.endedAt).not.toBeNull();
  });
});
