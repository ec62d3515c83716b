import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { DRAW_PART, findDraw, insertDraw, listDraws } from '../../db/central/scoring-plans.ts';
import { findScoring } from '../../db/central/scorings.ts';
import { callIdSchema } from '../../shared/domain/ids.ts';
import { chooseCalls } from '../../shared/domain/scoring/draw.ts';
import type { PlanContent } from '../../shared/domain/scoring/plan.ts';
import type { ScoringForm } from '../../shared/domain/scoring/form.ts';
import { fullSheet, SMALL_FORM } from '../../shared/domain/scoring/testing/sheets.ts';
import { authorOf } from '../access/author.ts';
import { instant, startOfBeijingDate } from '../../shared/instant.ts';
import { memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { drawNow, drawOwed, previewPlan, rankBy, redraw } from './draw.ts';
import { retireForm } from './forms.ts';
import { savePlan } from './plans.ts';
import { listScorings, scoringDetail } from './read.ts';
import { submitScoring, takeScoring } from './score.ts';
import { answeredCall, EVERY_SCORING, formInUse, orderOf, signedIn } from '../../tests/support/scoring.ts';

const DAY_MS = 86_400_000;
const YESTERDAY_MS = startOfBeijingDate('2026-11-20') + 9 * 3600_000;

describe('抽检', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let wang: LiveSession;
  let li: LiveSession;
  let one: LiveSession;
  let two: LiveSession;
  let form: ScoringForm;

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    [wang, li] = [await signedIn(service, 'operator'), await signedIn(service, 'operator')];
    [one, two] = [await signedIn(service, 'qualityInspector'), await signedIn(service, 'qualityInspector')];
    form = await formInUse(service, one);
    for (let index = 0; index < 10; index += 1) {
      await answeredCall(service, wang, YESTERDAY_MS + index * 60_000, 60 + index);
      await answeredCall(service, li, YESTERDAY_MS + index * 60_000, 600 + index);
    }
  }, 60_000);
  afterAll(() => db.close());

  const planOf = (change: Partial<PlanContent> = {}): PlanContent => ({
    name: '每日抽检',
    formId: form.formId,
    every: 'day',
    criteria: [{ kind: 'perAgent', count: 2 }],
    teamId: null,
    inspectors: [],
    dueDays: 3,
    enabled: true,
    ...change,
  });
  const saved = (change?: Partial<PlanContent>) => savePlan(service, one, { base: null, content: planOf(change) });
  const drawnBy = async (planId: string) =>
    (await listScorings(service, one, { ...EVERY_SCORING, planId, view: 'all' })).rows;

  it('draws once for a period, of each operator at least so many, to inspectors by turns', async () => {
    const plan = await saved();
    const preview = await previewPlan(service, plan);
    expect(preview).toEqual({
      from: '2026-11-20',
      to: '2026-11-20',
      population: 20,
      drawn: 4,
      byCriterion: [4],
      unassigned: 0,
    });
    const draw = await drawNow(service, one, plan.planId);
    expect(draw).toMatchObject({ population: 20, drawn: 4, unassigned: 0, by: { name: one.actor.name } });
    expect(await refusalOf(drawNow(service, one, plan.planId))).toBe('DRAW_DONE');
    const rows = await drawnBy(plan.planId);
    expect(rows.map(({ agent }) => agent.accountId).toSorted()).toEqual(
      [wang, wang, li, li].map(({ actor }) => actor.accountId).toSorted(),
    );
    expect(rows.map(({ inspector }) => String(inspector?.accountId)).toSorted()).toEqual(
      [one, one, two, two].map(({ actor }) => actor.accountId).toSorted(),
    );
    expect(new Set(rows.map(({ call }) => call.callId)).size).toBe(4);
    // Saturday; three working days.
    expect(rows[0]?.due).toBe('2026-11-25T16:00:00.000Z');
  });

  it('can be made again from its seed, and says where the calls have changed since', async () => {
    const plan = await saved({ criteria: [{ kind: 'number', count: 3 }] });
    const draw = await drawNow(service, one, plan.planId);
    const rows = await drawnBy(plan.planId);
    const again = await redraw(service, draw.id);
    expect(again).toMatchObject({ same: true, appeared: 0, vanished: 0 });
    expect(again.chosen.toSorted()).toEqual(rows.map(({ call }) => call.callId).toSorted());
    const late = await answeredCall(service, wang, YESTERDAY_MS + 3600_000);
    expect(await redraw(service, draw.id)).toMatchObject({ same: true, appeared: 1, vanished: 0 });
    await db.write(`DELETE FROM calls WHERE id = $1`, [late]);
  });

  it('a draw from more calls than one row may hold is kept whole, and can be made again', async () => {
    const plan = await saved({ enabled: false });
    const criteria = [{ kind: 'number' as const, count: 3 }];
    const candidates = Array.from({ length: DRAW_PART + 1 }, (_, index) => ({
      callId: callIdSchema.parse(`past-${index}`),
      agentId: wang.actor.accountId,
      inPeriod: true,
      seconds: 60,
      agentDays: 400,
      dissatisfied: false,
      outcomes: [],
    }));
    const chosen = chooseCalls(candidates, criteria, rankBy('seed'));
    const draw = {
      id: randomUUID(),
      planId: plan.planId,
      planName: plan.content.name,
      from: '2026-10-01',
      to: '2026-10-31',
      at: instant(clock.nowMs()),
      by: null,
      seed: 'seed',
      population: candidates.length,
      drawn: chosen.length,
      unassigned: 0,
    };
    await db.transaction((tx) => insertDraw(tx, { draw, candidates, criteria, chosen }));
    const parts = `SELECT jsonb_array_length(candidates) AS n FROM scoring_draw_candidates WHERE draw_id = $1 ORDER BY part`;
    expect(await db.read(parts, [draw.id])).toEqual([{ n: DRAW_PART }, { n: 1 }]);
    expect((await findDraw(db, draw.id))?.candidates).toEqual(candidates);
    expect(await redraw(service, draw.id)).toMatchObject({ same: true, vanished: candidates.length });
  });

  it('the clock draws each period once, from the day on which the plan was put into use', async () => {
    const plan = await saved({ criteria: [{ kind: 'long', minutes: 9, count: 2 }] });
    expect(await drawOwed(service)).toBe(0);
    await answeredCall(service, li, clock.nowMs(), 900);
    clock.advance(DAY_MS);
    // Two nodes at once.
    const drawn = await Promise.all([drawOwed(service), drawOwed(service)]);
    // This plan's day, and that of the two above.
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await drawnBy(plan.planId)).toHaveLength(1);
    clock.advance(3 * DAY_MS);
    expect(await drawOwed(service)).toBe(9);
    expect(await drawOwed(service)).toBe(0);
    for (const { planId, revision, content } of [plan])
      await savePlan(service, one, { base: { planId, revision }, content: { ...content, enabled: false } });
    clock.advance(DAY_MS);
    expect(await drawOwed(service)).toBe(2);
  });

  it('a call whose caller is said to be dissatisfied later is drawn from then on, once for good', async () => {
    const long = await answeredCall(service, wang, startOfBeijingDate('2026-10-12') + 9 * 3600_000);
    const rated = {
      at: instant(clock.nowMs() - DAY_MS),
      by: authorOf(one.actor),
      reached: true,
      rating: 'dissatisfied' as const,
      reasonable: true,
      note: '',
      call: null,
    };
    await orderOf(service, wang, long, { followUps: [rated] });
    const content = planOf({ criteria: [{ kind: 'dissatisfied', count: 5 }] });
    expect(await previewPlan(service, { planId: null, content })).toMatchObject({ byCriterion: [1], population: 1 });
  });

  it('without an inspector who may have it a call stays open, and of two who take it one gets it', async () => {
    await answeredCall(service, wang, clock.nowMs() - DAY_MS);
    const plan = await saved({ inspectors: [wang.actor.accountId] });
    const draw = await drawNow(service, one, plan.planId);
    expect(draw).toMatchObject({ drawn: 1, unassigned: 1 });
    const [row] = await drawnBy(plan.planId);
    if (!row) throw new Error('nothing drawn');
    const outcomes = await Promise.allSettled([takeScoring(service, one, row.id), takeScoring(service, two, row.id)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const kept = await findScoring(db, row.id);
    const [winner, loser] = kept?.inspector?.accountId === one.actor.accountId ? [one, two] : [two, one];
    expect(await refusalOf(takeScoring(service, loser, row.id))).toBe('SCORING_TAKEN');
    const done = await submitScoring(service, winner, { id: row.id, revision: 2, sheet: fullSheet(SMALL_FORM) });
    expect(done).toMatchObject({ state: 'submitted', source: { kind: 'plan', planName: '每日抽检' } });
  });

  it('J5, T17: a call about a 保密 order goes only to whoever may have the order', async () => {
    const secret = await answeredCall(service, li, clock.nowMs() - DAY_MS, 5000);
    await orderOf(service, li, secret, { request: { sensitivity: 'secret' } });
    const plan = await saved({ criteria: [{ kind: 'long', minutes: 60, count: 1 }] });
    expect(await drawNow(service, one, plan.planId)).toMatchObject({ drawn: 1, unassigned: 1 });
    const [row] = await drawnBy(plan.planId);
    if (!row) throw new Error('nothing drawn');
    expect(await refusalOf(takeScoring(service, one, row.id))).toBe('NOT_PERMITTED');
    expect(await refusalOf(scoringDetail(service, one, row.id))).toBe('NOT_PERMITTED');
    const leader = await signedIn(service, 'shiftSupervisor');
    expect((await scoringDetail(service, leader, row.id)).orders).toHaveLength(1);
  });

  it('a plan that cannot be drawn keeps no other from being drawn', async () => {
    const [broken, sound] = [await saved({ name: '抽不成的' }), await saved({ name: '抽得成的' })];
    await db.write(
      `CREATE FUNCTION refuse_draw() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken''; END'`,
    );
    await db.write(
      `CREATE TRIGGER refuse_draw BEFORE INSERT ON scoring_draws FOR EACH ROW
       WHEN (NEW.plan_id = '${broken.planId}') EXECUTE FUNCTION refuse_draw()`,
    );
    clock.advance(DAY_MS);
    await drawOwed(service);
    await db.write('DROP TRIGGER refuse_draw ON scoring_draws');
    const draws = await listDraws(db, null, 200);
    expect(draws.some(({ planId }) => planId === broken.planId)).toBe(false);
    expect(draws.some(({ planId }) => planId === sound.planId)).toBe(true);
    // And is made up for once it can be.
    expect(await drawOwed(service)).toBe(1);
  });

  it('without a form in use nothing is drawn', async () => {
    const spare = await formInUse(service, one);
    const plan = await saved({ formId: spare.formId });
    await retireForm(service, one, spare);
    expect(await refusalOf(drawNow(service, one, plan.planId))).toBe('FORM_NOT_IN_FORCE');
    expect(await drawOwed(service)).toBe(0);
    expect(await refusalOf(saved({ formId: '00000000-0000-4000-8000-00000000dead' }))).toBe('FORM_NOT_IN_FORCE');
  });
});
