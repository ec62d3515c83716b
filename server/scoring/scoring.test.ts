import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/central/audit.ts';
import type { Database } from '../../db/central/database.ts';
import { readHead } from '../../db/central/feed.ts';
import { findScoringForm } from '../../db/central/scoring-forms.ts';
import { findScoring } from '../../db/central/scorings.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import type { ScoringForm } from '../../shared/domain/scoring/form.ts';
import { EMPTY_SHEET } from '../../shared/domain/scoring/sheet.ts';
import { fullSheet, sheetWith, SMALL_FORM } from '../../shared/domain/scoring/testing/sheets.ts';
import { beijingDate } from '../../shared/instant.ts';
import { memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { appealScoring, confirmScoring, decideAppeal, lapseScorings } from './appeal.ts';
import { releaseForm, retireForm, saveForm } from './forms.ts';
import { listScorings, scoringDetail } from './read.ts';
import { ownResults } from './results.ts';
import { assignScoring, dropScoring, saveScoringDraft, submitScoring, takeCall } from './score.ts';
import { answeredCall, EVERY_SCORING, formInUse, signedIn } from '../../tests/support/scoring.ts';

const DAY_MS = 86_400_000;

describe('通话评分', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let wang: LiveSession;
  let inspector: LiveSession;
  let other: LiveSession;
  let leader: LiveSession;
  let keeper: LiveSession;
  let form: ScoringForm;

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    wang = await signedIn(service, 'operator');
    inspector = await signedIn(service, 'qualityInspector');
    other = await signedIn(service, 'qualityInspector');
    leader = await signedIn(service, 'shiftSupervisor');
    keeper = await signedIn(service, 'administrator');
    form = await formInUse(service, keeper);
  }, 60_000);
  afterAll(() => db.close());

  const told = async (session: LiveSession): Promise<Pick<Notice, 'kind' | 'text' | 'scoringId'>[]> =>
    (
      await db.read<{ data: Notice }>(`SELECT data FROM notices WHERE data->>'accountId' = $1 ORDER BY id`, [
        session.actor.accountId,
      ])
    ).map(({ data: { kind, text, scoringId } }) => ({ kind, text, scoringId }));
  const takeNew = async (by = inspector, seconds = 120) =>
    takeCall(service, by, {
      callId: await answeredCall(service, wang, clock.nowMs() - 3600_000, seconds),
      formId: form.formId,
    });
  const submitted = async (sheet = fullSheet()) => {
    const { id, revision } = await takeNew();
    return submitScoring(service, inspector, { id, revision, sheet });
  };

  describe('forms', () => {
    it('a released version is never changed: writing on it makes the next one', async () => {
      const draft = await saveForm(service, keeper, { base: null, content: SMALL_FORM });
      const again = await saveForm(service, keeper, { base: draft, content: { ...SMALL_FORM, passMark: 70 } });
      expect(again).toMatchObject({ formId: draft.formId, version: 1, revision: 2 });
      expect(await refusalOf(saveForm(service, keeper, { base: draft, content: SMALL_FORM }))).toBe('SCORING_CHANGED');
      const yesterday = beijingDate(clock.nowMs() - DAY_MS);
      expect(await refusalOf(releaseForm(service, keeper, { ...again, from: yesterday }))).toBe('INVALID_INPUT');
      const released = await releaseForm(service, keeper, { ...again, from: beijingDate(clock.nowMs()) });
      const next = await saveForm(service, keeper, { base: released, content: { ...SMALL_FORM, passMark: 90 } });
      expect(next).toMatchObject({ version: 2, state: 'draft' });
      expect((await findScoringForm(db, draft.formId, 1))?.content.passMark).toBe(70);
      const tomorrow = beijingDate(clock.nowMs() + DAY_MS);
      const second = await releaseForm(service, keeper, { ...next, from: tomorrow });
      expect(await findScoringForm(db, draft.formId, 1)).toMatchObject({ until: beijingDate(clock.nowMs()) });
      await retireForm(service, keeper, second);
      expect((await findScoringForm(db, draft.formId, 1))?.state).toBe('retired');
      expect(
        await refusalOf(
          takeCall(service, inspector, {
            callId: await answeredCall(service, wang, clock.nowMs()),
            formId: draft.formId,
          }),
        ),
      ).toBe('FORM_NOT_IN_FORCE');
    });

    it('a draft can be thrown away, and what was scored keeps its version', async () => {
      const { id, formVersion } = await submitted();
      const released = await findScoringForm(db, form.formId, 1);
      if (!released) throw new Error('no form');
      const draft = await saveForm(service, keeper, { base: released, content: { ...SMALL_FORM, name: '新表' } });
      expect((await scoringDetail(service, inspector, id)).form.version).toBe(formVersion);
      await retireForm(service, keeper, draft);
      expect(await findScoringForm(db, form.formId, 2)).toBeNull();
    });
  });

  describe('scoring', () => {
    it('keeps a draft, loses nothing, and refuses whoever wrote on what is older', async () => {
      const { id, revision } = await takeNew();
      const sheet = { ...EMPTY_SHEET, comment: '开头语完整' };
      const { revision: next, savedAt } = await saveScoringDraft(service, inspector, { id, revision, sheet });
      expect(await refusalOf(saveScoringDraft(service, inspector, { id, revision, sheet }))).toBe('SCORING_CHANGED');
      expect((await scoringDetail(service, inspector, id)).scoring).toMatchObject({ state: 'draft', sheet, savedAt });
      expect(await refusalOf(submitScoring(service, inspector, { id, revision: next, sheet }))).toBe(
        'SCORING_INCOMPLETE',
      );
      // Others see that it is begun and not what is written.
      expect((await scoringDetail(service, leader, id)).scoring.sheet).toEqual(EMPTY_SHEET);
      expect(await refusalOf(scoringDetail(service, wang, id))).toBe('SCORING_NOT_FOUND');
    });

    it('the operator is told and reads form, remarks and positions; nobody’s number is in it', async () => {
      const { id, result, appealUntil } = await submitted(sheetWith({ greeting: 0 }));
      expect(result).toEqual({ total: 86.7, vetoed: false, passed: true });
      // Saturday; the third working day is Wednesday.
      expect(appealUntil).toBe('2026-11-25T16:00:00.000Z');
      expect(await told(wang)).toContainEqual(expect.objectContaining({ kind: 'scored', scoringId: id }));
      const { scoring, acts } = await scoringDetail(service, wang, id);
      expect(scoring.sheet.marks[0]).toMatchObject({ itemId: 'greeting', points: 0, remark: '见录音', atSeconds: 12 });
      expect(acts).toEqual(['confirm', 'appeal']);
      expect(JSON.stringify(await scoringDetail(service, leader, id))).not.toContain('13800005521');
    });

    it('nobody scores a call in which they have spoken', async () => {
      const both = await signedIn(service, 'operator', 'qualityInspector');
      const own = await answeredCall(service, both, clock.nowMs());
      expect(await refusalOf(takeCall(service, both, { callId: own, formId: form.formId }))).toBe('SCORING_OWN_CALL');
      const agents = [both.actor.accountId, wang.actor.accountId];
      const handedOn = await answeredCall(service, wang, clock.nowMs(), 60, { agents });
      expect(await refusalOf(takeCall(service, both, { callId: handedOn, formId: form.formId }))).toBe(
        'SCORING_OWN_CALL',
      );
      const { id, revision } = await takeCall(service, inspector, { callId: handedOn, formId: form.formId });
      const inspectorId = both.actor.accountId;
      expect(await refusalOf(assignScoring(service, leader, { id, revision, inspectorId }))).toBe('SCORING_OWN_CALL');
    });

    it('a call is taken by hand once, whoever of two asks first, and can be put back', async () => {
      const callId = await answeredCall(service, wang, clock.nowMs());
      const input = { callId, formId: form.formId };
      const outcomes = await Promise.allSettled([takeCall(service, inspector, input), takeCall(service, other, input)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const { rows } = await listScorings(service, leader, { ...EVERY_SCORING, view: 'all' });
      const row = rows.find(({ call }) => call.callId === callId);
      if (!row) throw new Error('nothing listed');
      const mine = row.inspector?.accountId === inspector.actor.accountId ? inspector : other;
      await dropScoring(service, mine, { id: row.id, revision: row.revision, reasons: '录音听不清' });
      expect((await takeCall(service, other, input)).state).toBe('open');
      const lost = await answeredCall(service, wang, clock.nowMs(), 60, { outcome: 'abandoned', answeredAt: null });
      expect(await refusalOf(takeCall(service, inspector, { ...input, callId: lost }))).toBe('CALL_NOT_SCORABLE');
    });

    it('is given on, and then begins anew', async () => {
      const { id, revision } = await takeNew();
      const { revision: written } = await saveScoringDraft(service, inspector, { id, revision, sheet: fullSheet() });
      const inspectorId = other.actor.accountId;
      expect(await refusalOf(assignScoring(service, wang, { id, revision: written, inspectorId }))).toBe(
        'NOT_PERMITTED',
      );
      expect(
        await refusalOf(assignScoring(service, leader, { id, revision: written, inspectorId: wang.actor.accountId })),
      ).toBe('NOT_PERMITTED');
      const given = await assignScoring(service, leader, { id, revision: written, inspectorId });
      expect(given).toMatchObject({ state: 'open', sheet: EMPTY_SHEET, savedAt: null });
      expect(await told(other)).toContainEqual(expect.objectContaining({ kind: 'scoringAssigned', scoringId: id }));
      expect(
        await refusalOf(saveScoringDraft(service, inspector, { id, revision: given.revision, sheet: fullSheet() })),
      ).toBe('NOT_PERMITTED');
    });
  });

  describe('appeals', () => {
    it('the operator confirms once', async () => {
      const { id, revision } = await submitted();
      expect(await refusalOf(confirmScoring(service, other, { id, revision }))).toBe('NOT_PERMITTED');
      await confirmScoring(service, wang, { id, revision });
      expect((await findScoring(db, id))?.state).toBe('confirmed');
      expect(
        await refusalOf(appealScoring(service, wang, { id, revision: revision + 1, reasons: '不服', about: [] })),
      ).toBe('SCORING_STATE');
    });

    it('an appeal is decided by somebody else, and the corrected score keeps what was first', async () => {
      const { id, revision } = await submitted(sheetWith({ greeting: 0 }, true));
      await appealScoring(service, wang, { id, revision, reasons: '第3秒已报工号', about: ['greeting'] });
      expect(
        (await listScorings(service, leader, { ...EVERY_SCORING, view: 'appeals' })).rows.map((row) => row.id),
      ).toEqual([id]);
      const decision = { id, revision: revision + 1, reasons: '录音中已报工号', sheet: fullSheet() };
      expect(await refusalOf(decideAppeal(service, inspector, decision))).toBe('APPEAL_OWN_SCORE');
      expect(await refusalOf(decideAppeal(service, wang, decision))).toBe('NOT_PERMITTED');
      expect(await refusalOf(decideAppeal(service, leader, { ...decision, sheet: EMPTY_SHEET }))).toBe(
        'SCORING_INCOMPLETE',
      );
      const decided = await decideAppeal(service, leader, decision);
      expect(decided).toMatchObject({
        state: 'corrected',
        result: { total: 100, vetoed: false },
        first: { result: { total: 0, vetoed: true } },
        appeal: { decision: { supported: true, reasons: '录音中已报工号' } },
      });
      expect(decided.course.map(({ kind, total }) => [kind, total])).toEqual([
        ['made', null],
        ['submitted', 0],
        ['appealed', 0],
        ['corrected', 100],
      ]);
      for (const session of [wang, inspector])
        expect(await told(session)).toContainEqual({
          kind: 'scoreDecided',
          scoringId: id,
          text: '通话评分的申诉已有结果：支持，0 分改为 100 分。',
        });
    });

    it('an upheld one stays as it was', async () => {
      const { id, revision, result } = await submitted(sheetWith({ tone: 10 }));
      await appealScoring(service, wang, { id, revision, reasons: '语气正常', about: ['tone'] });
      const upheld = await decideAppeal(service, leader, {
        id,
        revision: revision + 1,
        reasons: '录音属实',
        sheet: null,
      });
      expect(upheld).toMatchObject({ state: 'upheld', result, first: null });
    });

    it('the time to appeal ends with its working days, and then the score stands', async () => {
      const { id, revision } = await submitted();
      expect(await lapseScorings(service)).toBe(0);
      clock.advance(5 * DAY_MS);
      expect(await refusalOf(appealScoring(service, wang, { id, revision, reasons: '不服', about: [] }))).toBe(
        'APPEAL_LATE',
      );
      expect(await lapseScorings(service)).toBeGreaterThan(0);
      expect((await findScoring(db, id))?.state).toBe('lapsed');
    });
  });

  it('nobody without a right reads what is not theirs, and the own page has only the own', async () => {
    const li = await signedIn(service, 'operator');
    expect(await refusalOf(listScorings(service, li, { ...EVERY_SCORING, view: 'all' }))).toBe('NOT_PERMITTED');
    expect(await refusalOf(listScorings(service, li, { ...EVERY_SCORING, view: 'appeals' }))).toBe('NOT_PERMITTED');
    expect((await listScorings(service, li, { ...EVERY_SCORING, view: 'ofMe' })).rows).toEqual([]);
    const period = { from: '2026-11-01', to: '2026-11-30' };
    expect((await ownResults(service, li, period)).figures).toMatchObject({ scored: 0, mean: null });
    const own = await ownResults(service, wang, period);
    const { rows } = await listScorings(service, wang, { ...EVERY_SCORING, view: 'ofMe' });
    expect(own.figures.scored).toBe(rows.length);
    expect(own.rows.every(({ agent }) => agent.accountId === wang.actor.accountId)).toBe(true);
  });

  it('everything that was decided is in the log, unbroken', async () => {
    const actions = await db.read<{ action: string }>(
      `SELECT DISTINCT action FROM audit WHERE action LIKE 'scoring.%' ORDER BY 1`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'scoring.appealed',
      'scoring.assigned',
      'scoring.callTaken',
      'scoring.confirmed',
      'scoring.decided',
      'scoring.dropped',
      'scoring.formDiscarded',
      'scoring.formReleased',
      'scoring.formRetired',
      'scoring.formSaved',
      'scoring.lapsed',
      'scoring.submitted',
    ]);
    expect(await verifyAudit(db, await readHead(db))).toMatchObject({ ok: true });
  });
});
