import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import type { Database } from '../../../db/central/database.ts';
import { listDraws } from '../../../db/central/scoring-plans.ts';
import { scoringSchema, type Scoring } from '../../../shared/domain/scoring/scoring.ts';
import { resultOf, sheetObjection } from '../../../shared/domain/scoring/sheet.ts';
import { packOf } from '../../../shared/policy/packs.ts';
import { memoryDatabase, MORNING_MS } from '../../../tests/support/central.ts';
import { drawOwed, redraw } from '../../scoring/draw.ts';
import { scoringResults } from '../../scoring/results.ts';
import type { Service } from '../../service.ts';
import { prepareCentre } from '../../start-up.ts';
import { seedDemo } from '../seed.ts';
import { HEBI } from '../cities/hebi.ts';
import { demoOrders } from '../orders.ts';
import { demoPeople } from '../people.ts';
import { demoRules } from '../rules.ts';
import { msOf } from '../../../shared/instant.ts';
import { DEMO_FORM } from './form.ts';
import { demoScoring } from './scores.ts';

describe('the demo’s scores', () => {
  let db: Database;
  let service: Service;
  let scorings: Scoring[];

  beforeAll(async () => {
    db = await memoryDatabase();
    service = { db, log: pino({ level: 'silent' }), pack: packOf('hebi'), demo: true, nowMs: () => MORNING_MS };
    await prepareCentre(service);
    await seedDemo(service, 600);
    scorings = (await db.read<{ data: unknown }>('SELECT data FROM scorings ORDER BY id')).map(({ data }) =>
      scoringSchema.parse(data),
    );
  }, 120_000);
  afterAll(() => db.close());

  it('are sheets that could be handed in, with the totals that the form gives them', () => {
    const handedIn = scorings.filter(({ result }) => result !== null);
    expect(handedIn.length).toBeGreaterThan(20);
    for (const { sheet, result } of handedIn) {
      expect(sheetObjection(DEMO_FORM, sheet)).toBeNull();
      expect(resultOf(DEMO_FORM, sheet)).toEqual(result);
    }
  });

  it('stand at every point of their course, one appeal waiting, and nobody decides on their own', () => {
    const states = new Set(scorings.map(({ state }) => state));
    for (const state of ['open', 'submitted', 'confirmed', 'lapsed', 'appealed'] as const)
      expect(states).toContain(state);
    expect(scorings.filter(({ state }) => state === 'appealed')).toHaveLength(1);
    for (const { appeal, inspector, agent } of scorings)
      expect([inspector?.accountId, agent.accountId]).not.toContain(appeal?.decision?.by.accountId ?? 'nobody');
    for (const { course } of scorings)
      expect(course.map(({ at }) => at)).toEqual(course.map(({ at }) => at).toSorted());
  });

  it('come from draws that can be made again, and leave the clock nothing to draw', async () => {
    const draws = await listDraws(db, null, 100);
    expect(draws).toHaveLength(8);
    for (const { id } of draws)
      expect(await redraw(service, id)).toMatchObject({ same: true, appeared: 0, vanished: 0 });
    expect(await drawOwed(service)).toBe(0);
  });

  it.each([0, 1, 2, 3, 4, 5])('%i days later there is one open appeal too, and a calibration to discuss', (days) => {
    const nowMs = MORNING_MS + days * 86_400_000;
    const orders = [...demoOrders(12345, nowMs, 300)].map(({ order }) => order);
    const { scorings: scored, calibration } = demoScoring(orders, demoPeople(), demoRules(HEBI).rules.calendar, nowMs);
    const open = scored.filter(({ state }) => state === 'appealed');
    expect(open).toHaveLength(1);
    // Nobody appeals against all points.
    expect(open[0]?.result?.total).toBeLessThan(100);
    expect(calibration?.state).toBe('discussing');
    const told = scored.flatMap(({ course }) => course.map(({ at }) => msOf(at)));
    expect(Math.max(...told)).toBeLessThan(nowMs);
  });

  it('are in the results month by month', async () => {
    const everything = { formId: null, agentId: null, teamId: null, inspectorId: null };
    const results = await scoringResults(service, { from: '2026-09', to: '2026-11', by: 'item', ...everything });
    expect(results.total.scored).toBeGreaterThan(20);
    expect(results.items).toHaveLength(10);
    expect(results.total.mean).toBeGreaterThan(80);
  });
});
