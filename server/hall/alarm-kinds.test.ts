import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { actorSchema } from '../../shared/domain/people.ts';
import { deskIdSchema } from '../../shared/domain/ids.ts';
import type { Alarm, AlarmKind } from '../../shared/hall/alarms.ts';
import { FIRST_HALL_SETTINGS } from '../../shared/hall/settings.ts';
import { instant } from '../../shared/instant.ts';
import {
  addDesk,
  addPerson,
  forwarded,
  memoryDatabase,
  outcomes,
  testService,
  type TestPerson,
} from '../../tests/support/central.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { keepBook } from '../calls/book.ts';
import type { Service } from '../service.ts';
import { startShift, type Shift } from '../telephony/test-support/shift.ts';
import { hallFacts } from './alarm-facts.ts';
import { startAlarms, type Alarms } from './alarms.ts';
import { createDeskStates, type DeskStates } from './desk-states.ts';
import { openLiveFigures, type LiveFigures } from './live-figures.ts';
import { createNames } from './names.ts';

const START_MS = Date.UTC(2026, 10, 20, 2);
const MINUTE_MS = 60_000;

describe('each alarm of the hall, from its cause to whoever takes note of it', () => {
  let nowMs = START_MS;
  let db: Database;
  let service: Service;
  let shift: Shift;
  let figures: LiveFigures;
  let desks: DeskStates;
  let alarms: Alarms;
  let agent: TestPerson;
  let session: LiveSession;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, () => nowMs);
    agent = await addPerson(service);
    session = await supervisor();
    figures = await openLiveFigures(service);
    const book = figures.counting(keepBook(service, () => true));
    shift = await startShift({ startMs: START_MS, hall: { book } });
    const { hall, clock, signInReady } = shift;
    figures.follow(hall);
    desks = createDeskStates(
      () => nowMs,
      () => hall.touch(),
    );
    const names = createNames(service);
    const facts = () => hallFacts({ hall, figures, desks, names }, clock.nowMs());
    alarms = await startAlarms({ service, settings: () => FIRST_HALL_SETTINGS, facts });
    await signInReady(agent.id);
  }, 60_000);
  afterAll(async () => {
    await alarms.stop();
    await shift.hall.stop();
    await figures.stop();
    await db.close();
  });

  async function supervisor(): Promise<LiveSession> {
    const { id: accountId, jobNumber } = await addPerson(service, { roles: ['shiftSupervisor'] });
    const grants = { permissions: ['hall.view', 'hall.control'], sensitivities: ['normal'], units: 'all' };
    const actor = actorSchema.parse({
      accountId,
      jobNumber,
      name: '班长',
      unitId: null,
      roles: ['shiftSupervisor'],
      grants,
    });
    return { id: 'session', actor, deskId: deskIdSchema.parse('00000000-0000-7000-8000-0000000000d1') };
  }

  /** Lets the hall and the centre's clock go on together, and looks. */
  async function pass(ms: number): Promise<void> {
    await shift.clock.pass(ms);
    nowMs = shift.clock.nowMs();
    await alarms.look();
  }

  const of = (kind: AlarmKind): Alarm[] => alarms.list().filter((alarm) => alarm.kind === kind);

  /** It stands once however often one looks, a person takes note, and it ends with its cause. */
  async function runsItsCourse(kind: AlarmKind, about: string, end: () => Promise<void>): Promise<void> {
    await pass(2000);
    await pass(2000);
    const [alarm, ...others] = of(kind);
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ about, endedAt: null, acknowledgedAt: null });
    await alarms.acknowledge(session, alarm?.id ?? '');
    await pass(2000);
    expect(of(kind)).toMatchObject([{ id: alarm?.id, endedAt: null }]);
    expect(of(kind)[0]?.acknowledgedBy).toMatch(/^话务员/u);
    await end();
    await pass(31_000);
    expect(of(kind).map(({ id }) => id)).toEqual([alarm?.id]);
    expect(of(kind)[0]?.endedAt).not.toBe(null);
  }

  const who = (): string => `${agent.jobNumber} 话务员${agent.jobNumber.slice(1)}`;

  it('one call that lasts too long', async () => {
    shift.exchange.placeCall('13803920811', { patienceMs: 60_000 });
    await pass(1000);
    await shift.says(agent.id, 'answer');
    await pass(19 * MINUTE_MS);
    expect(of('longCall')).toEqual([]);
    await pass(2 * MINUTE_MS);
    await runsItsCourse('longCall', who(), async () => void (await shift.says(agent.id, 'hangUp')));
    await shift.says(agent.id, 'busy');
  });

  it('GB/T 33358: a caller who waits too long, and callers who give up', async () => {
    const waits = shift.exchange.placeCall('13803920812', { patienceMs: 10 * MINUTE_MS });
    await pass(59_000);
    expect(of('wait')).toEqual([]);
    await pass(2000);
    await runsItsCourse('wait', '', async () => {
      shift.exchange.callerHangsUp(waits);
      await pass(0);
    });
    for (let n = 0; n < 10; n += 1) shift.exchange.placeCall(`1380392090${n}`, { patienceMs: 5000 });
    await pass(6000);
    // An hour later they are no share of the last hour any more.
    await runsItsCourse('abandon', '', () => pass(61 * MINUTE_MS));
  });

  it('a desk that has had unsent orders for long', async () => {
    desks.report(agent.id, { drafts: 0, unsent: 2, unsentSince: instant(nowMs) });
    await pass(9 * MINUTE_MS);
    expect(of('unsent')).toEqual([]);
    await pass(2 * MINUTE_MS);
    await runsItsCourse('unsent', who(), () => {
      desks.report(agent.id, { drafts: 0, unsent: 0, unsentSince: null });
      return Promise.resolve();
    });
  });

  it('T16: complaints of a day that come together at one place, and an order about to break its limit', async () => {
    const desk = await addDesk(service, await addPerson(service));
    const complaint = () => desk.say(forwarded('u-one', { category: 'complaint', place: '淇滨区华夏南路' }));
    const first = await desk.push(...Array.from({ length: 9 }, complaint));
    expect(outcomes(first)).toHaveLength(9);
    await pass(31_000);
    expect(of('hotTopic')).toEqual([]);
    await desk.push(complaint());
    await pass(31_000);
    expect(of('hotTopic').map(({ value }) => value)).toContain(10);
    expect(of('hotTopic').map(({ about }) => about)).toContain('淇滨区华夏南路');

    const [order] = await db.read<{ number: string; due: string }>(
      'SELECT number, due FROM orders WHERE due IS NOT NULL ORDER BY number LIMIT 1',
    );
    if (!order) throw new Error('there are orders with a limit');
    await db.write('UPDATE orders SET closed_at = created_at WHERE number <> $1', [order.number]);
    await pass(Date.parse(order.due) - nowMs - 61 * MINUTE_MS);
    expect(of('nearLimit')).toEqual([]);
    await pass(2 * MINUTE_MS);
    await runsItsCourse('nearLimit', order.number, async () => {
      await db.write('UPDATE orders SET closed_at = created_at');
    });
    // The day of the topics is over.
    expect(of('hotTopic').every(({ endedAt }) => endedAt !== null)).toBe(true);
  });
});
