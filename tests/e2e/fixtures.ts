import { expect, test as base } from '@playwright/test';
import { DEMO_PASSWORD } from '../../server/demo/accounts.ts';
import { unitIdSchema, type UnitId } from '../../shared/domain/ids.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { openSeat as openSocket } from '../support/central.ts';
import { startTestCentre, type Demo, type TestCentre } from '../support/centre.ts';
import { openDeskPool, type DeskPool } from './desk-pool.ts';
import { electronSeat, webSeat, type Seat } from './seat.ts';

interface TestFixtures {
  /** True where nobody may have worked at the desks before, for tests of what a desk itself remembers and is called. */
  readonly unusedDesks: boolean;
  /**
   * Opens as many desks as a test needs, each with its own data, window and wire. Nobody is signed in there; others may
   * have worked there before.
   */
  readonly openSeat: (name?: string) => Promise<Seat>;
  /** A caller rings and waits. Whoever is still on the line is hung up on with the test. @returns the call's id */
  readonly placeCall: (number: string, patienceMs?: number) => Promise<string>;
}

interface WorkerFixtures {
  /** The city whose rules the centre works by, and how much has happened there; another one means another centre. */
  readonly demo: Demo;
  /** One centre for all tests of a run: filling it takes seconds. */
  readonly centre: TestCentre;
  readonly deskPool: DeskPool;
  /** An account nobody else uses, with the demo's password. @returns its 工号 */
  readonly newAccount: (...roles: RoleId[]) => Promise<string>;
  /** The same at a unit, whose orders it sees. */
  readonly newUnitAccount: (unitId: string, ...roles: RoleId[]) => Promise<string>;
}

const inElectron = process.env['HOTLINE_E2E_HOST'] === 'electron';

let made = 0;

async function createAccount(centre: TestCentre, unitId: UnitId | null, roles: readonly RoleId[]): Promise<string> {
  made += 1;
  const jobNumber = String(3000 + made);
  const office = openSocket(centre.url, '管理台');
  await office.signIn('1901', DEMO_PASSWORD, true);
  await office.client.people.create({
    jobNumber,
    name: `测试员${made}`,
    password: DEMO_PASSWORD,
    unitId,
    roles: [...roles],
    secret: false,
  });
  office.close();
  return jobNumber;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  demo: [
    { city: 'hebi', orders: 300 },
    { option: true, scope: 'worker' },
  ],
  centre: [
    async ({ demo }, provide) => {
      const centre = await startTestCentre(undefined, demo);
      await provide(centre);
      await centre.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  unusedDesks: [false, { option: true }],
  deskPool: [
    async ({ centre }, provide) => {
      const pool = openDeskPool(centre.url);
      await provide(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],
  newAccount: [
    async ({ centre }, provide) => {
      await provide((...roles) => createAccount(centre, null, roles.length > 0 ? roles : ['operator']));
    },
    { scope: 'worker' },
  ],
  newUnitAccount: [
    async ({ centre }, provide) => {
      await provide((unitId, ...roles) => createAccount(centre, unitIdSchema.parse(unitId), roles));
    },
    { scope: 'worker' },
  ],
  placeCall: async ({ centre }, provide) => {
    await provide(centre.placeCall);
    await centre.endAllCalls();
  },
  openSeat: async (
    { browser, centre, deskPool, unusedDesks, contextOptions, viewport, locale, timezoneId },
    provide,
    testInfo,
  ) => {
    const seats: Seat[] = [];
    const options = {
      ...contextOptions,
      viewport,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    };
    await provide(async (name = `测试座席 ${seats.length + 1}`) => {
      const seat = inElectron
        ? await electronSeat(centre.url, name)
        : await webSeat(browser, options, deskPool, name, unusedDesks);
      seats.push(seat);
      return seat;
    });
    const broken = testInfo.status !== testInfo.expectedStatus;
    for (const [index, seat] of seats.entries()) {
      if (broken) {
        await testInfo.attach(`desk-${index}.png`, { body: await seat.page().screenshot(), contentType: 'image/png' });
        await testInfo.attach(`desk-${index}.log`, { body: seat.output(), contentType: 'text/plain' });
      }
      await seat.close(broken);
    }
    expect(seats.flatMap((seat) => seat.faults())).toEqual([]);
    if (broken) {
      await testInfo.attach('centre.log', { body: centre.output().slice(-100_000), contentType: 'text/plain' });
    }
  },
});

export { expect };
