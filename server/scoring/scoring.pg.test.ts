import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockScoring, updateScoring } from '../../db/central/scorings.ts';
import { submitted } from '../../shared/domain/scoring/course.ts';
import { fullSheet, SMALL_FORM } from '../../shared/domain/scoring/testing/sheets.ts';
import { instant } from '../../shared/instant.ts';
import { refusalOf, testClock } from '../../tests/support/central.ts';
import { openNodes, type TestNodes } from '../../tests/support/nodes.ts';
import { answeredCall, formInUse, signedIn } from '../../tests/support/scoring.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { lapseScorings } from './appeal.ts';
import { calibrationDetail, discussCalibration, openCalibration } from './calibration.ts';
import { drawOwed } from './draw.ts';
import { savePlan } from './plans.ts';
import { requireResult, submitScoring, takeCall, takeScoring } from './score.ts';

const DAY_MS = 86_400_000;
const CALLS = 30;
/** Somebody waits for a row of this database. */
const WAITS = `datname = current_database() AND wait_event_type = 'Lock'`;

describe('scoring by several nodes on one PostgreSQL', () => {
  let nodes: TestNodes;
  const clock = testClock();
  beforeAll(async () => {
    nodes = await openNodes(3, clock.nowMs);
  });
  afterAll(() => nodes.close());

  it('draws a period once, gives a call to one of those who take it, and ends each score once', async () => {
    const { services, here } = nodes;
    const wang = await signedIn(here, 'operator');
    const keeper = await signedIn(here, 'qualityInspector');
    const inspectors: LiveSession[] = [];
    for (const _ of services) inspectors.push(await signedIn(here, 'qualityInspector'));
    const form = await formInUse(here, keeper);
    for (let index = 0; index < CALLS; index += 1) await answeredCall(here, wang, clock.nowMs() + index * 1000);
    await savePlan(here, keeper, {
      base: null,
      content: {
        name: '每日抽检',
        formId: form.formId,
        every: 'day',
        criteria: [{ kind: 'share', percent: 50 }],
        teamId: null,
        // Nobody who may score: what is drawn is there to be taken.
        inspectors: [wang.actor.accountId],
        dueDays: 3,
        enabled: true,
      },
    });
    clock.advance(DAY_MS);
    const drawn = await Promise.all([...services, ...services].map(drawOwed));
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(1);
    const open = await here.db.read<{ id: string }>(`SELECT id FROM scorings WHERE state = 'open' ORDER BY id`);
    expect(open).toHaveLength(CALLS / 2);

    for (const { id } of open) {
      const asked = await Promise.all(
        services.map((service, node) => refusalOf(takeScoring(service, inspectors[node] ?? keeper, id))),
      );
      expect(asked.filter((code) => code === null)).toHaveLength(1);
      expect(asked.filter((code) => code === 'SCORING_TAKEN')).toHaveLength(services.length - 1);
    }

    const callId = await answeredCall(here, wang, clock.nowMs());
    const byHand = await Promise.all(
      services.map((service, node) =>
        refusalOf(takeCall(service, inspectors[node] ?? keeper, { callId, formId: form.formId })),
      ),
    );
    expect(byHand.filter((code) => code === null)).toHaveLength(1);
    expect(byHand.filter((code) => code === 'CALL_SCORED')).toHaveLength(services.length - 1);

    const mine = await here.db.read<{ id: string; by: string }>(
      `SELECT id, inspector_id AS by FROM scorings WHERE plan_id IS NOT NULL ORDER BY id`,
    );
    for (const { id, by } of mine) {
      const inspector = inspectors.find(({ actor }) => actor.accountId === by) ?? keeper;
      // Handed in twice at once, as two windows would.
      const handedIn = await Promise.all(
        services
          .slice(0, 2)
          .map((service) => refusalOf(submitScoring(service, inspector, { id, revision: 2, sheet: fullSheet() }))),
      );
      expect(handedIn.filter((code) => code === null)).toHaveLength(1);
    }
    clock.advance(10 * DAY_MS);
    const lapsed = await Promise.all([...services, ...services].map(lapseScorings));
    expect(lapsed.reduce((sum, count) => sum + count, 0)).toBe(mine.length);
  });

  it('lays a 校准 open with the sheet of whoever is handing in at that moment', async () => {
    const { here } = nodes;
    const other = nodes.services.find((service) => service !== here) ?? here;
    const wang = await signedIn(here, 'operator');
    const lead = await signedIn(here, 'shiftSupervisor');
    const inspectors = [
      await signedIn(here, 'qualityInspector'),
      await signedIn(here, 'qualityInspector'),
      await signedIn(here, 'qualityInspector'),
    ] as const;
    const { id, revision } = await openCalibration(here, lead, {
      name: '同时提交',
      callId: await answeredCall(here, wang, clock.nowMs()),
      formId: (await formInUse(here, inspectors[0])).formId,
      inspectors: inspectors.map(({ actor }) => actor.accountId),
    });
    const sheetOf = async (session: LiveSession): Promise<string> =>
      (await calibrationDetail(here, session, id)).ownId ?? '';
    for (const session of inspectors.slice(0, 2))
      await submitScoring(here, session, { id: await sheetOf(session), revision: 1, sheet: fullSheet() });

    const late = await sheetOf(inspectors[2]);
    const laidOpen = await here.db.transaction(async (tx) => {
      const scoring = await lockScoring(tx, late);
      if (!scoring) throw new Error('the third has a sheet');
      const discussing = discussCalibration(other, lead, { id, revision });
      while ((await here.db.read(`SELECT 1 FROM pg_stat_activity WHERE ${WAITS}`)).length === 0);
      const sheet = fullSheet();
      const handed = { sheet, result: requireResult(SMALL_FORM, sheet), appealUntil: null, teamId: null };
      const by = { at: instant(clock.nowMs()), by: scoring.agent };
      await updateScoring(tx, { ...submitted(scoring, by, handed), revision: 2 });
      return () => discussing;
    });
    await laidOpen();
    const { sheets } = await calibrationDetail(here, lead, id);
    expect(sheets).toHaveLength(3);
  });
});
