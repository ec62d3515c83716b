import { expect, test as base } from '@playwright/test';
import { startTestCentre, type TestCentre } from '../support/centre.ts';
import { electronSeat, webSeat, type Seat } from './seat.ts';

interface TestFixtures {
  /** Opens as many desks as a test needs, each with its own data, window and wire; all end with the test. */
  readonly openSeat: (name?: string) => Promise<Seat>;
}

interface WorkerFixtures {
  /** One centre for all tests of a run: filling it takes seconds. */
  readonly centre: TestCentre;
}

const inElectron = process.env['HOTLINE_E2E_HOST'] === 'electron';

export const test = base.extend<TestFixtures, WorkerFixtures>({
  centre: [
    // Playwright reads from this pattern what a fixture depends on: here nothing.
    async ({}, provide) => {
      const centre = await startTestCentre();
      await provide(centre);
      await centre.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  openSeat: async ({ browser, centre, contextOptions, viewport, locale, timezoneId }, provide, testInfo) => {
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
        : await webSeat(browser, options, centre.url, name);
      seats.push(seat);
      return seat;
    });
    const broken = testInfo.status !== testInfo.expectedStatus;
    for (const [index, seat] of seats.entries()) {
      if (broken) {
        await testInfo.attach(`desk-${index}.png`, { body: await seat.page().screenshot(), contentType: 'image/png' });
        await testInfo.attach(`desk-${index}.log`, { body: seat.output(), contentType: 'text/plain' });
      }
      await seat.close();
    }
    expect(seats.flatMap((seat) => seat.faults())).toEqual([]);
    if (broken) {
      await testInfo.attach('centre.log', { body: centre.output().slice(-100_000), contentType: 'text/plain' });
    }
  },
});

export { expect };
