import { isContractProcedure } from '@orpc/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { central } from '../shared/contract/central.ts';
import { orderIdSchema, unitIdSchema, type OrderId } from '../shared/domain/ids.ts';
import type { RoleId } from '../shared/domain/people.ts';
import { instant } from '../shared/instant.ts';
import { entitySchema } from '../shared/sync/feed.ts';
import { PROTOCOL } from '../shared/sync/protocol.ts';
import { forwarded, openSeat, outcomes, refusalOf, type CentralClient, type Seat } from '../tests/support/central.ts';
import { EVERY_SCORING } from '../tests/support/scoring.ts';
import { startCentre, type Centre } from './centre.ts';
import { DEMO_PASSWORD } from './demo/accounts.ts';

const UNIT = 'u-cgj';
const OTHER_UNIT = 'u-gjj';
/** Names and numbers that no other order of the demo has. */
const CALLER = { name: '上官云岫', phone: '19912344321', address: '天山路九号院三单元' };
const TELLING = [CALLER.name, CALLER.phone, '上官女士', CALLER.address];
const DAY = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const FIGURES = ['received', 'dispatched', 'grievances'] as const;
const PERIOD = { from: DAY(-40), to: DAY(1) };
const EVER = { from: instant(0), to: instant(Date.now()) };
const START_MS = 300_000;

/** Everything that a door says, however it says it. A stream says what it has within a moment. */
type Door = (client: CentralClient, id: OrderId) => Promise<unknown>;

async function streamed<T>(asked: Promise<AsyncIterable<T>>, most = 20): Promise<T[]> {
  const parts: T[] = [];
  for await (const part of await asked) {
    parts.push(part);
    if (parts.length >= most) break;
  }
  return parts;
}

const rowsOf = (by: 'unit' | 'department' | 'subject' | 'day' | 'concerned' | 'place', key: string | null) => ({
  ...PERIOD,
  by,
  key,
});

/** What can be asked of the centre and may tell of orders. */
const DOORS: Readonly<Record<string, Door>> = {
  'sync.pull': async ({ sync }) => {
    const { epoch } = await sync.snapshot({ entity: 'centre', after: null, protocol: PROTOCOL });
    return sync.pull({ cursor: 0, epoch, protocol: PROTOCOL });
  },
  'sync.snapshot': ({ sync }) =>
    Promise.all(entitySchema.options.map((entity) => sync.snapshot({ entity, after: null, protocol: PROTOCOL }))),
  'calls.list': ({ calls }) =>
    calls.list({ mine: false, ...EVER, agentId: null, outcomes: [], direction: null, digits: '4321', after: null }),
  'calls.figures': ({ calls }) => calls.figures(EVER),
  'calls.ofOrder': ({ calls }, orderId) => calls.ofOrder({ orderId }),
  'calls.missed': ({ calls }) => calls.missed(),
  'calls.blocks': ({ calls }) => calls.blocks(),
  'calls.purges': ({ calls }) => calls.purges(),
  'reports.table': async ({ reports }) =>
    Promise.all((['unit', 'department', 'subject', 'day'] as const).map((by) => reports.table({ ...PERIOD, by }))),
  'reports.rows': ({ reports }) =>
    Promise.all(
      FIGURES.flatMap((figure) =>
        [rowsOf('unit', null), rowsOf('unit', UNIT), rowsOf('concerned', UNIT)].map((asked) =>
          reports.rows({ ...asked, figure, after: null }),
        ),
      ),
    ),
  'reports.overdue': ({ reports }) => reports.overdue(PERIOD),
  'reports.clusters': ({ reports }) => reports.clusters({ ...PERIOD, least: 2 }),
  'reports.publish': ({ reports }, id) => reports.publish({ orderIds: [id] }),
  'exports.sheet': ({ exports }) =>
    Promise.all(
      (
        [
          { ...rowsOf('unit', null), what: 'rows', figure: 'received' },
          { ...PERIOD, what: 'overdue' },
          { ...PERIOD, what: 'clusters', least: 2 },
        ] as const
      ).map((asked) => streamed(exports.sheet({ asked, format: 'csv' }), 1000)),
    ),
  'reports.counted': ({ reports }) => streamed(reports.counted({ ...PERIOD, by: 'unit' })),
  'reports.calls': ({ reports }) => reports.calls({ ...PERIOD, figure: 'calls', after: null }),
  'scoring.people': ({ scoring }) => scoring.people(),
  'scoring.forms': ({ scoring }) => scoring.forms(),
  'scoring.plans': ({ scoring }) => scoring.plans(),
  'scoring.draws': ({ scoring }) => scoring.draws({ planId: null }),
  'scoring.list': ({ scoring }) => scoring.list({ ...EVERY_SCORING, view: 'all' }),
  'scoring.own': ({ scoring }) => scoring.own(PERIOD),
  'scoring.calibrations': ({ scoring }) => scoring.calibrations(),
  'topics.list': ({ topics }) => topics.list({ window: 'week' }),
  'topics.persistent': ({ topics }) => topics.persistent(),
  'mine.read': ({ mine }) => mine.read(PERIOD),
  'office.packChange': ({ office }) => office.packChange({ apply: false }),
  'hall.overview': ({ hall }) => hall.overview(),
  'hall.shift': ({ hall }) => hall.shift(),
  'hall.handovers': ({ hall }) => hall.handovers(),
  'floor.watch': ({ floor }) => streamed(floor.watch(), 1),
  'floor.helps': ({ floor }) => streamed(floor.helps(), 1),
  'hall.watch': ({ hall }) => streamed(hall.watch(), 1),
  'hall.alarms': ({ hall }) => streamed(hall.alarms(), 1),
  'knowledge.usage': ({ knowledge }) => knowledge.usage(PERIOD),
  'people.list': ({ people }) => people.list(),
  'office.colleagues': ({ office }) => office.colleagues(),
  'auth.self': ({ auth }) => auth.self(),
  'telephony.view': ({ telephony }) => telephony.view(),
  'live.events': ({ live }) => streamed(live.events(), 1),
};

/** What changes something, or speaks of no order: who signs in, settings, the exchange, models, versions of rules. */
const NOT_ASKED = new Set(
  `system.info auth.signIn auth.signOut auth.changePassword desk.enrol sync.push sync.attach telephony.command
   draftHandover.list draftHandover.order draftHandover.redirect draftHandover.cancel draftHandover.asked
   draftHandover.give draftHandover.claim draftHandover.taken floor.command floor.share hall.report hall.acknowledge hall.give hall.take hall.settings hall.setSettings
   calls.get calls.reveal calls.claim calls.release calls.callBack calls.drop calls.proposeBlock calls.decideBlock
   calls.liftBlock calls.openRecording calls.readRecording calls.looks calls.settings calls.announcements
   calls.setSettings calls.setSkills phone.access people.create people.setRoles people.setDisabled people.resetPassword
   knowledge.versions knowledge.file knowledge.setSettings models.list models.use wording.setTie wording.setSynonyms reports.print
   topics.rows office.setCatalogue office.drawSample office.setCalendar office.previewCalendar office.packVersions
   office.packOfVersion scoring.saveForm scoring.releaseForm scoring.retireForm scoring.savePlan scoring.previewPlan
   scoring.draw scoring.redraw scoring.get scoring.take scoring.takeCall scoring.assign scoring.drop scoring.saveDraft
   scoring.submit scoring.confirm scoring.appeal scoring.decide scoring.calibration scoring.openCalibration
   scoring.discuss scoring.fixReference scoring.results`.split(/\s+/u),
);

function doorsOf(contract: object, path = ''): string[] {
  return Object.entries(contract).flatMap(([name, part]: [string, unknown]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (isContractProcedure(part)) return [here];
    return typeof part === 'object' && part !== null ? doorsOf(part, here) : [];
  });
}

describe('the unit complained of, at every door of the centre', () => {
  let folder: string;
  let centre: Centre;
  let id: OrderId;
  const seats: Seat[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hotline-accused-'));
    centre = await startCentre({
      databaseUrl: null,
      dataDir: folder,
      host: '127.0.0.1',
      port: 0,
      city: 'hebi',
      demo: true,
      demoOrders: 20,
      log: pino({ level: 'silent' }),
      telephony: null,
    });
    id = await complaint();
  }, START_MS);
  afterAll(async () => {
    for (const seat of seats) seat.close();
    await centre.stop();
    rmSync(folder, { recursive: true });
  }, START_MS);

  async function seated(jobNumber: string): Promise<Seat> {
    const seat = openSeat(centre.url, jobNumber);
    seats.push(seat);
    await seat.signIn(jobNumber, DEMO_PASSWORD, true);
    await seat.enrol();
    return seat;
  }

  /** Against the unit that gets it, with the caller's name all through it. */
  async function complaint(): Promise<OrderId> {
    const operator = await seated('1001');
    const content = `${CALLER.name}反映摊位占道`;
    const asked = { category: 'complaint', accusedUnit: UNIT, content, caller: CALLER };
    const command = operator.say(forwarded(UNIT, asked));
    const aggregateId = orderIdSchema.parse(command.aggregateId);
    const more = `${CALLER.name}（${CALLER.phone}，住${CALLER.address}）再次来电，上官女士要求尽快处理`;
    const answer = await operator.push(
      command,
      operator.say({ type: 'order.supplement', orderId: aggregateId, payload: { text: more, call: null } }),
      operator.say({ type: 'order.urge', orderId: aggregateId, payload: { reason: more, call: null } }),
    );
    expect(outcomes(answer)[0]).toMatch(/^HB/u);
    return aggregateId;
  }

  async function person(jobNumber: string, unitId: string, roles: RoleId[]): Promise<Seat> {
    const office = await seated('1901');
    const account = { jobNumber, name: '单位人员', password: DEMO_PASSWORD, unitId: unitIdSchema.parse(unitId), roles };
    await office.client.people.create({ ...account, secret: false });
    return seated(jobNumber);
  }

  /** What each door says to them; a refusal is its code. */
  async function heard({ client }: Seat): Promise<Map<string, string>> {
    const all = new Map<string, string>();
    for (const [name, ask] of Object.entries(DOORS)) {
      const answer = ask(client, id);
      const code = await refusalOf(answer);
      all.set(name, code ?? JSON.stringify(await answer));
    }
    return all;
  }

  it('each door is asked, or is known to tell of no order', () => {
    const doors = doorsOf(central);
    expect(doors.filter((door) => !(door in DOORS) && !NOT_ASKED.has(door))).toEqual([]);
    expect([...Object.keys(DOORS), ...NOT_ASKED].filter((door) => !doors.includes(door))).toEqual([]);
  });

  it('J5, T17, T18: has the order, and learns nowhere who complained', async () => {
    const leader = await heard(await person('7001', UNIT, ['unitLeader', 'handler']));
    for (const [door, said] of leader)
      for (const word of TELLING) expect([door, said.includes(word)]).toEqual([door, false]);
    for (const door of ['sync.snapshot', 'reports.rows', 'exports.sheet'])
      expect(leader.get(door)).toContain('摊位占道');
  });

  it('T17: another unit hears nothing of it at any door', async () => {
    const other = await heard(await person('7002', OTHER_UNIT, ['unitLeader', 'handler']));
    for (const [door, said] of other)
      for (const word of [...TELLING, '摊位占道', id])
        expect([door, word, said.includes(word)]).toEqual([door, word, false]);
  });
});
