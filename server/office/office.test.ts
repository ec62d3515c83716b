import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountGrants } from '../../db/central/accounts.ts';
import { verifyAudit } from '../../db/central/audit.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import { readOrders } from '../../db/central/orders.ts';
import { putSubjects, readCentre } from '../../db/central/reference.ts';
import { subjectIdSchema, unitIdSchema, type OrderId } from '../../shared/domain/ids.ts';
import { CALENDAR_KNOWN_UNTIL } from '../../shared/policy/calendar.ts';
import {
  addDesk,
  addPerson,
  answered,
  forwarded,
  memoryDatabase,
  outcomes,
  refusalOf,
  testClock,
  testService,
  type TestDesk,
} from '../../tests/support/central.ts';
import { actorOf } from '../access/grants.ts';
import { pull } from '../feed/pull.ts';
import { snapshot } from '../feed/snapshot.ts';
import type { Service } from '../service.ts';
import { previewCalendar, setCalendar } from './calendar.ts';
import { setCatalogue } from './catalogue.ts';
import { applyPackChange } from './pack-change.ts';
import { keepPack, packOfVersion, packVersions } from './pack-versions.ts';

/** Monday 21 December 2026, 10:00 in Beijing: ten working days lead out of the announced calendar. */
const DECEMBER = Date.parse('2026-12-21T02:00:00.000Z');

describe('what the office keeps for all', () => {
  const clock = testClock(DECEMBER);
  let db: Database;
  let service: Service;
  let desk: TestDesk;
  let session: Parameters<typeof setCatalogue>[1];
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    const person = await addPerson(service, { roles: ['administrator', 'dispatcher', 'operator'] });
    desk = await addDesk(service, person);
    const [row] = await accountGrants(db, [person.id]);
    if (!row) throw new Error('no such account');
    session = { actor: actorOf(row), deskId: desk.id };
  }, 60_000);
  afterAll(() => db.close());

  const position = async () => {
    const { head, epoch } = await snapshot(db, session.actor, 'centre', null, clock.nowMs());
    return { cursor: head, epoch };
  };
  const changesSince = async (from: { cursor: number; epoch: string }) => {
    const answer = await pull(db, session.actor, from);
    return answer.kind === 'changes' ? answer.changes : [];
  };
  const take = async (body = forwarded('u-one')): Promise<OrderId> => {
    const command = desk.say(body);
    expect(outcomes(await desk.push(command))[0]).toMatch(/^HB/u);
    return command.aggregateId;
  };
  const orderOf = async (id: OrderId) => {
    const [record] = await readOrders(db, [id]);
    if (!record) throw new Error('no such order');
    return record;
  };

  it('a line of the dispatch catalogue reaches every desk, changes there, and goes', async () => {
    const subjectId = subjectIdSchema.parse('s-lamps');
    await putSubjects(db, [{ id: subjectId, path: ['a', 'b', 'c'], unitId: null, words: [], version: 1 }]);
    const from = await position();
    const [one, two] = [unitIdSchema.parse('u-one'), unitIdSchema.parse('u-two')];
    expect(await setCatalogue(service, session, { subjectId, unitId: one, note: '' })).toMatchObject({ version: 1 });
    const entry = await setCatalogue(service, session, { subjectId, unitId: two, note: '路灯归乙局' });
    expect(entry).toMatchObject({ id: subjectId, version: 2, unitId: two, updatedBy: { name: session.actor.name } });
    expect(await changesSince(from)).toMatchObject([{ op: 'put', row: { entity: 'catalogue', data: entry } }]);
    expect((await snapshot(db, session.actor, 'catalogue', null, clock.nowMs())).rows).toHaveLength(1);
    expect(await setCatalogue(service, session, { subjectId, unitId: null, note: '' })).toBeNull();
    expect(await changesSince(from)).toMatchObject([{ op: 'drop', entity: 'catalogue', id: subjectId }]);
    const nowhere = { subjectId, unitId: unitIdSchema.parse('u-closed'), note: '' };
    expect(await refusalOf(setCatalogue(service, session, nowhere))).toBe('UNIT_CLOSED');
  });

  it('a longer calendar works provisional limits out again, with a record, and leaves settled ones alone', async () => {
    const open = await take();
    const done = await take(answered());
    const before = (await orderOf(open)).order;
    expect(before.deadline).toMatchObject({ provisional: true, due: '2027-01-05T16:00:00.000Z' });
    const from = await position();
    const calendar = {
      knownUntil: '2027-12-31',
      holidays: ['2027-01-01', '2027-01-04', '2027-01-05'],
      workdays: ['2027-01-02'],
      closures: [],
    };
    const preview = await previewCalendar(service, calendar);
    expect(preview.map((moved) => moved.order.id)).toEqual([open]);
    expect(preview[0]?.after).toMatchObject({ provisional: false, due: '2027-01-06T16:00:00.000Z' });
    expect((await orderOf(open)).order).toEqual(before);
    expect(await setCalendar(service, session, calendar)).toBe(1);
    const { order, history } = await orderOf(open);
    expect(order.deadline).toMatchObject({ provisional: false, due: '2027-01-06T16:00:00.000Z', rule: 'H8' });
    expect(order.version).toBe(before.version + 1);
    expect(history.at(-1)).toMatchObject({ kind: 'redue', by: { name: session.actor.name }, citation: { rule: 'H8' } });
    expect((await orderOf(done)).order.version).toBe(1);
    const changes = await changesSince(from);
    expect(changes.map((change) => (change.op === 'put' ? change.row.entity : ''))).toEqual(['centre', 'order']);
    const [timer] = await db.read<{ at: string }>(`SELECT at FROM timers WHERE about = $1 AND kind = 'overdue'`, [
      open,
    ]);
    expect(timer?.at).toBe('2027-01-06T16:00:00.000Z');
    expect(await setCalendar(service, session, calendar)).toBe(0);
  });

  it('a calendar that somebody else has changed meanwhile is not overwritten', async () => {
    const now = (await readCentre(db))?.calendar;
    if (!now) throw new Error('no calendar');
    const edited = { ...now, closures: ['2026-12-23'] };
    const stale = { ...now, holidays: [] };
    expect(await refusalOf(setCalendar(service, session, edited, stale))).toBe('CALENDAR_CHANGED');
    expect((await readCentre(db))?.calendar).toEqual(now);
    const sameDays = { ...now, holidays: now.holidays.toReversed() };
    await setCalendar(service, session, edited, sameDays);
    expect((await readCentre(db))?.calendar.closures).toEqual(['2026-12-23']);
    await setCalendar(service, session, now);
  });

  it('new orders are decided by the calendar the centre has', async () => {
    expect((await readCentre(db))?.calendar.knownUntil).toBe('2027-12-31');
    expect((await orderOf(await take())).order.deadline).toMatchObject({ provisional: false });
    await setCalendar(service, session, {
      knownUntil: CALENDAR_KNOWN_UNTIL,
      holidays: [],
      workdays: [],
      closures: ['2026-12-22'],
    });
    expect((await orderOf(await take())).order.deadline).toMatchObject({ due: '2027-01-06T16:00:00.000Z' });
  });

  it('a new version of the rules changes no open order until somebody applies it, and then with a record', async () => {
    const id = await take();
    const { deadline } = (await orderOf(id)).order;
    const shorter = {
      ...service.pack,
      version: service.pack.version + 1,
      limits: service.pack.limits.map((limit) => (limit.rule === 'H8' ? { ...limit, limit: '7wd' } : limit)),
    };
    const newer: Service = { ...service, pack: shorter };
    const preview = await applyPackChange(newer, session, false);
    expect(preview.find(({ orderId }) => orderId === id)).toMatchObject({
      before: { limit: '10wd' },
      after: { limit: '7wd', packVersion: shorter.version, startedAt: deadline?.startedAt },
    });
    expect((await orderOf(id)).order.deadline).toEqual(deadline);
    expect(await applyPackChange(newer, session, true)).toHaveLength(preview.length);
    const { order, history } = await orderOf(id);
    expect(order.deadline).toMatchObject({ limit: '7wd', packVersion: shorter.version });
    expect(history.at(-1)).toMatchObject({ kind: 'redue' });
    expect(order.life.firstDeadline).toEqual(deadline);
    expect(await applyPackChange(newer, session, false)).toEqual([]);
    const audit = await db.read(`SELECT 1 FROM audit WHERE action = 'office.packChange'`);
    expect(audit).toHaveLength(preview.length);
    await keepPack(service);
    await keepPack(newer);
    expect((await packVersions(newer)).map(({ version }) => version)).toEqual([
      newer.pack.version,
      service.pack.version,
    ]);
    const kept: unknown = JSON.parse((await packOfVersion(newer, service.pack.version)) ?? 'null');
    expect(kept).toEqual(JSON.parse(JSON.stringify(service.pack)));
    expect(await packOfVersion(newer, 99)).toBeNull();
    expect(await verifyAudit(db, await readHead(db))).toMatchObject({ ok: true });
  });

  it('a version of the rules that says something else than it did stops a centre in earnest', async () => {
    const { pack } = service;
    const kept = async (): Promise<unknown> => JSON.parse((await packOfVersion(service, pack.version)) ?? 'null');
    const asJson = (text: object): unknown => JSON.parse(JSON.stringify(text));
    await keepPack(service);
    const fewer = { ...pack, limits: pack.limits.slice(1) };
    const refused = { failure: { code: 'PACK_CHANGED' } };
    await expect(keepPack({ ...service, pack: fewer })).rejects.toMatchObject(refused);
    await expect(keepPack({ ...service, pack: { ...pack, cityName: '另一座城' } })).rejects.toMatchObject(refused);
    expect(await kept()).toEqual(asJson(pack));
    // What a newer program adds is no change of what was said; in a demo packs are tried.
    const grown = { ...pack, added: null };
    await keepPack({ ...service, pack: grown });
    expect(await kept()).toEqual(asJson(grown));
    await keepPack({ ...service, demo: true, pack: fewer });
    expect(await kept()).toEqual(asJson(fewer));
  });
});
