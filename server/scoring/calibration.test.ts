import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import type { ScoringForm } from '../../shared/domain/scoring/form.ts';
import { fullSheet, sheetWith } from '../../shared/domain/scoring/testing/sheets.ts';
import { memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import {
  calibrationDetail,
  calibrationsFor,
  discussCalibration,
  fixReference,
  openCalibration,
} from './calibration.ts';
import { scoringDetail } from './read.ts';
import { ownResults, scoringResults } from './results.ts';
import { submitScoring } from './score.ts';
import { answeredCall, formInUse, signedIn } from '../../tests/support/scoring.ts';

describe('校准', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let wang: LiveSession;
  let lead: LiveSession;
  let inspectors: readonly LiveSession[];
  let outsider: LiveSession;
  let form: ScoringForm;

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    wang = await signedIn(service, 'operator');
    lead = await signedIn(service, 'shiftSupervisor');
    inspectors = [
      await signedIn(service, 'qualityInspector'),
      await signedIn(service, 'qualityInspector'),
      await signedIn(service, 'qualityInspector'),
    ];
    outsider = await signedIn(service, 'qualityInspector');
    form = await formInUse(service, outsider);
  }, 60_000);
  afterAll(() => db.close());

  const opened = async (sessions = inspectors) =>
    openCalibration(service, lead, {
      name: '十一月校准',
      callId: await answeredCall(service, wang, clock.nowMs()),
      formId: form.formId,
      inspectors: sessions.map(({ actor }) => actor.accountId),
    });
  const handIn = async (session: LiveSession, id: string, sheet = fullSheet()) => {
    const { ownId } = await calibrationDetail(service, session, id);
    if (ownId === null) throw new Error('does not score');
    return submitScoring(service, session, { id: ownId, revision: 1, sheet });
  };

  it('is blind until the lead lays the sheets open, and then tells who is how far off', async () => {
    const [one, two, three] = inspectors;
    if (!one || !two || !three) throw new Error('three inspectors');
    const { id } = await opened();
    const scored = await handIn(one, id, sheetWith({ tone: 20 }));
    expect(scored).toMatchObject({ appealUntil: null, state: 'submitted' });
    await handIn(two, id, sheetWith({ tone: 10 }));
    // Neither another inspector, nor the lead, nor the operator sees what was handed in.
    for (const session of [two, lead]) {
      expect(await calibrationDetail(service, session, id)).toMatchObject({
        handedIn: 2,
        sheets: [],
        deviations: null,
      });
      expect(await refusalOf(scoringDetail(service, session, scored.id))).toBe('SCORING_NOT_FOUND');
    }
    expect(await refusalOf(calibrationDetail(service, outsider, id))).toBe('SCORING_NOT_FOUND');
    expect(await refusalOf(scoringDetail(service, wang, scored.id))).toBe('SCORING_NOT_FOUND');
    expect(await calibrationsFor(service, outsider)).toEqual([]);
    expect(await refusalOf(discussCalibration(service, two, { id, revision: 1 }))).toBe('NOT_PERMITTED');

    const discussing = await discussCalibration(service, lead, { id, revision: 1 });
    const { sheets, deviations } = await calibrationDetail(service, outsider, id);
    expect(sheets.map(({ inspector }) => inspector.accountId).toSorted()).toEqual(
      [one, two].map(({ actor }) => actor.accountId).toSorted(),
    );
    expect(deviations?.items.find(({ itemId }) => itemId === 'tone')).toMatchObject({ mean: 15, mad: 5 });
    // Whoever had not handed in is too late.
    const { ownId } = await calibrationDetail(service, three, id);
    expect(await refusalOf(submitScoring(service, three, { id: ownId ?? '', revision: 2, sheet: fullSheet() }))).toBe(
      'SCORING_STATE',
    );

    const fixed = { id, revision: discussing.revision, sheet: sheetWith({ tone: 10 }), note: '语速偏快' };
    expect(await refusalOf(fixReference(service, lead, { ...fixed, revision: 1 }))).toBe('SCORING_CHANGED');
    await fixReference(service, lead, fixed);
    const after = await calibrationDetail(service, lead, id);
    expect(after).toMatchObject({ leads: true, calibration: { state: 'fixed', reference: { note: '语速偏快' } } });
    expect(after.deviations).toMatchObject({ from: 'reference' });
    expect(await refusalOf(fixReference(service, lead, { ...fixed, revision: 3 }))).toBe('SCORING_STATE');
  });

  it('counts in nobody’s results', async () => {
    const query = {
      from: '2026-11',
      to: '2026-11',
      by: 'agent',
      formId: null,
      agentId: null,
      teamId: null,
      inspectorId: null,
    } as const;
    expect((await scoringResults(service, query)).total.scored).toBe(0);
    expect((await ownResults(service, wang, { from: '2026-11-01', to: '2026-11-30' })).rows).toEqual([]);
  });

  it('needs two who may score it besides the lead, and as many sheets to be discussed', async () => {
    const [one] = inspectors;
    if (!one) throw new Error('an inspector');
    expect(await refusalOf(opened([one, lead]))).toBe('INVALID_INPUT');
    expect(await refusalOf(opened([one, wang]))).toBe('SCORING_OWN_CALL');
    expect(await refusalOf(opened([one, await signedIn(service, 'operator')]))).toBe('NOT_PERMITTED');
    const { id, revision } = await opened();
    await handIn(one, id);
    expect(await refusalOf(discussCalibration(service, lead, { id, revision }))).toBe('SCORING_STATE');
  });
});
