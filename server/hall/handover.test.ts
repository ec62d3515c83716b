import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { countStanding } from '../../db/central/standing.ts';
import { listHandovers } from '../../db/central/handovers.ts';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import { actorSchema } from '../../shared/domain/people.ts';
import { instant } from '../../shared/instant.ts';
import { addPerson, memoryDatabase, refusalOf, testService } from '../../tests/support/central.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { startShift } from '../telephony/test-support/shift.ts';
import { createDeskStates } from './desk-states.ts';
import { createNames } from './names.ts';
import { giveShift, shiftState, takeShift, type ShiftParts } from './handover.ts';

const START_MS = Date.UTC(2026, 10, 21, 2);
const NOTE = { open: '路灯诉求集中', promised: '张女士今晚回电' };

describe('交接班', () => {
  let db: Database;
  let service: Service;
  let parts: ShiftParts;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, () => START_MS);
    const { hall } = await startShift({ startMs: START_MS });
    parts = {
      hall,
      desks: createDeskStates(
        () => START_MS,
        () => undefined,
      ),
      names: createNames(service),
      alarms: { list: () => [] },
    };
  }, 60_000);
  afterAll(() => db.close());

  async function supervisor(): Promise<LiveSession> {
    const { id: accountId, jobNumber } = await addPerson(service, { roles: ['shiftSupervisor'] });
    const grants = { permissions: ['hall.view', 'hall.control'], sensitivities: ['normal'], units: 'all' };
    const actor = actorSchema.parse({ accountId, jobNumber, name: jobNumber, unitId: null, roles: [], grants });
    return { id: randomUUID(), actor, deskId: deskIdSchema.parse(randomUUID()) };
  }

  it('counts what is open: orders by their limits, desks with drafts or unsent work, whether their people are there', async () => {
    const { id: operator } = await addPerson(service);
    const desks = createDeskStates(
      () => START_MS,
      () => undefined,
    );
    desks.report(operator, { drafts: 2, unsent: 1, unsentSince: instant(START_MS) });
    desks.presence(operator, false);
    const insert = (number: string, state: string, due: number) =>
      db.write(
        `INSERT INTO orders (id, number, version, state, sensitivity, created_by, created_at, due, data)
         VALUES (gen_random_uuid(), $1, 1, $2, 'normal', $3, now(), $4, '{}')`,
        [number, state, operator, instant(START_MS + due * 3_600_000)],
      );
    await insert('HB-1', 'accepted', 3);
    await insert('HB-2', 'handling', -3);
    await insert('HB-3', 'replied', 3);
    await countStanding(db);
    const state = await shiftState(service, { ...parts, desks });
    expect(state).toMatchObject({ waiting: 0, missed: 0, undispatched: 1, overdue: 1, alarms: 0 });
    expect(state.near).toEqual([{ number: 'HB-1', due: instant(START_MS + 3 * 3_600_000) }]);
    expect(state.desks).toMatchObject([{ drafts: 2, unsent: 1, here: false, signedIn: false }]);
  });

  it('is signed by both: one waits at a time, nobody takes their own, and it is taken once', async () => {
    const [leaving, coming, third] = [await supervisor(), await supervisor(), await supervisor()];
    const { id } = await giveShift(service, leaving, parts, NOTE);
    expect(await refusalOf(giveShift(service, third, parts, NOTE))).toBe('HANDOVER_OPEN');
    expect(await refusalOf(takeShift(service, leaving, { id, remark: '' }))).toBe('HANDOVER_OWN');
    await takeShift(service, coming, { id, remark: '已知悉' });
    expect(await refusalOf(takeShift(service, third, { id, remark: '' }))).toBe('HANDOVER_TAKEN');
    const [kept] = await listHandovers(db, 10);
    expect(kept).toMatchObject({
      ...NOTE,
      givenBy: { name: leaving.actor.name },
      takenBy: { name: coming.actor.name },
    });
    const audit = await db.read(`SELECT action FROM audit WHERE subject = $1 ORDER BY id`, [id]);
    expect(audit).toEqual([{ action: 'hall.giveShift' }, { action: 'hall.takeShift' }]);
    await giveShift(service, coming, parts, NOTE);
  });
});
