import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import {
  changeStanding,
  checkStanding,
  countStanding,
  foldStanding,
  standingByUnit,
  standingCounts,
  type Standing,
} from '../../db/central/standing.ts';
import { RUNNING_STATES } from '../../shared/domain/order.ts';
import { instant } from '../../shared/instant.ts';
import { addDesk, addPerson, forwarded, memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import type { Service } from '../service.ts';

const NOW = Date.UTC(2026, 10, 20, 2);
const HOUR_MS = 3_600_000;

describe('how many orders stand where', () => {
  let db: Database;
  let service: Service;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, testClock(NOW).nowMs);
  }, 60_000);
  afterAll(() => db.close());

  const place: fc.Arbitrary<Standing> = fc.record({
    unit: fc.constantFrom('', 'u-one', 'u-two'),
    state: fc.constantFrom('accepted' as const, 'handling' as const, 'replied' as const),
    due: fc.constantFrom(null, ...[-30, -1, 5, 60].map((hours) => instant(NOW + hours * HOUR_MS))),
  });

  it('H17: is what is counted one by one, however it was added up, and also when the slots are put together', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 40 }), fc.nat(), async (all, seed) => {
        await db.write('TRUNCATE standing');
        const gone = all.slice(0, seed % (all.length + 1));
        const left = all.slice(gone.length);
        for (let at = 0; at < all.length; at += 7) await changeStanding(db, [], all.slice(at, at + 7));
        for (let at = 0; at < gone.length; at += 3) await changeStanding(db, gone.slice(at, at + 3), []);
        const running = left.filter(({ unit, state }) => unit !== '' && RUNNING_STATES.includes(state));
        const byUnit = ['u-one', 'u-two'].flatMap((unitId) => {
          const own = running.filter(({ unit }) => unit === unitId);
          const due = (from: number, to: number): number =>
            own.filter((one) => one.due !== null && Date.parse(one.due) > from && Date.parse(one.due) <= to).length;
          return own.length === 0
            ? []
            : [{ unitId, open: own.length, near: due(NOW, NOW + 24 * HOUR_MS), overdue: due(-Infinity, NOW) }];
        });
        for (const fold of [false, true]) {
          if (fold) await foldStanding(db);
          const found = await standingByUnit(db, instant(NOW), instant(NOW + 24 * HOUR_MS));
          expect(found.toSorted((one, other) => (one.unitId < other.unitId ? -1 : 1))).toEqual(byUnit);
          expect((await standingCounts(db, instant(NOW))).undispatched).toBe(
            left.filter(({ state }) => state === 'accepted').length,
          );
        }
        const [kept] = await db.read<{ rows: number }>('SELECT count(*)::int AS rows FROM standing');
        expect(kept?.rows).toBe(new Set(left.map((one) => JSON.stringify([one.unit, one.state, one.due]))).size);
      }),
      { numRuns: 12 },
    );
    await countStanding(db);
  });

  it('moves with the orders of each command, and a difference is found', async () => {
    const desk = await addDesk(service, await addPerson(service));
    await desk.push(...Array.from({ length: 5 }, (_, n) => desk.say(forwarded(n < 3 ? 'u-one' : 'u-two'))));
    const found = await standingByUnit(db, instant(NOW), instant(NOW));
    expect(Object.fromEntries(found.map(({ unitId, open }) => [unitId, open]))).toEqual({ 'u-one': 3, 'u-two': 2 });
    expect(await checkStanding(db)).toBe(0);
    await db.write(`UPDATE standing SET n = n + 1 WHERE unit_id = 'u-one'`);
    expect(await checkStanding(db)).toBe(1);
    await countStanding(db);
    expect(await checkStanding(db)).toBe(0);
  });
});
