import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import { insertScorings, putMarks } from '../../db/central/scorings.ts';
import { authorOf } from '../access/author.ts';
import type { LiveSession } from '../access/sign-in.ts';
import { itemsOf, type ScoringForm } from '../../shared/domain/scoring/form.ts';
import { COUNTED_STATES, scoringStateSchema, type Scoring } from '../../shared/domain/scoring/scoring.ts';
import { resultOf } from '../../shared/domain/scoring/sheet.ts';
import { anySheet, SMALL_FORM } from '../../shared/domain/scoring/testing/sheets.ts';
import { beijingDate, instant, msOf, startOfBeijingDate } from '../../shared/instant.ts';
import { memoryDatabase, testClock, testService } from '../../tests/support/central.ts';
import type { Service } from '../service.ts';
import { newScoring } from './make.ts';
import { ownResults, scoringResults } from './results.ts';
import { answeredCall, formInUse, signedIn } from '../../tests/support/scoring.ts';

const FIRST_MS = startOfBeijingDate('2026-09-01');
const LAST_MS = startOfBeijingDate('2026-12-01') - 1;
const MONTHS = ['2026-09', '2026-10', '2026-11'];
const TEAMS = ['a', 'b', null];

/** Every figure again from the scores themselves, one after the other. */
function naive(scorings: readonly Scoring[]) {
  const totals = scorings.map(({ result }) => result?.total ?? 0);
  const mean = totals.reduce((sum, total) => sum + BigInt(Math.round(total * 10)), 0n);
  const count = BigInt(totals.length);
  return {
    scored: scorings.length,
    // Tenths of the mean, halves upwards.
    mean: scorings.length === 0 ? null : Number((2n * mean + count) / (2n * count)) / 10,
    passed: scorings.filter(({ result }) => result?.passed).length,
    vetoed: scorings.filter(({ sheet }) => sheet.vetoes.length > 0).length,
    appealed: scorings.filter(({ appeal }) => appeal !== null).length,
    corrected: scorings.filter(({ state }) => state === 'corrected').length,
  };
}

function naiveItem(scorings: readonly Scoring[], itemId: string) {
  const full = itemsOf(SMALL_FORM).find(({ id }) => id === itemId)?.points ?? 0;
  const points = scorings.flatMap(({ sheet }) => sheet.marks.find((mark) => mark.itemId === itemId)?.points ?? []);
  return {
    scored: points.length,
    rate: points.length === 0 ? null : points.reduce((sum, each) => sum + each, 0) / (points.length * full),
    lost: points.filter((each) => each < full).length,
  };
}

const countsIn = (scoring: Scoring): boolean =>
  scoring.source.kind !== 'calibration' && COUNTED_STATES.some((state) => state === scoring.state);
const monthOf = ({ submittedAt }: Scoring): string => beijingDate(msOf(submittedAt ?? instant(0))).slice(0, 7);

/** Of each month the scores themselves, whoever they are of. */
function monthly(scorings: readonly Scoring[]) {
  return MONTHS.map((month) => {
    const { scored, mean } = naive(scorings.filter((one) => monthOf(one) === month));
    return { scored, mean };
  });
}

describe('results', () => {
  const clock = testClock();
  let db: Database;
  let service: Service;
  let agents: readonly LiveSession[];
  let inspectors: readonly LiveSession[];
  let form: ScoringForm;

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    agents = [await signedIn(service, 'operator'), await signedIn(service, 'operator')];
    inspectors = [await signedIn(service, 'qualityInspector'), await signedIn(service, 'qualityInspector')];
    form = await formInUse(service, await signedIn(service, 'administrator'));
  }, 60_000);
  afterAll(() => db.close());

  const drawn = fc.array(
    fc.record({
      agent: fc.nat({ max: 1 }),
      inspector: fc.nat({ max: 1 }),
      team: fc.constantFrom(...TEAMS),
      state: fc.constantFrom(...scoringStateSchema.options),
      // Days' and months' edges are in Beijing.
      atMs: fc.oneof(
        fc.integer({ min: FIRST_MS, max: LAST_MS }),
        fc.constantFrom(startOfBeijingDate('2026-10-01') - 1, startOfBeijingDate('2026-10-01')),
      ),
      sheet: anySheet(SMALL_FORM),
    }),
    { minLength: 1, maxLength: 25 },
  );

  async function put(each: typeof drawn extends fc.Arbitrary<(infer One)[]> ? One : never): Promise<Scoring[]> {
    const agent = agents[each.agent];
    const inspector = inspectors[each.inspector];
    const result = resultOf(SMALL_FORM, each.sheet);
    if (!agent || !inspector || !result) return [];
    const handedIn = !['open', 'draft', 'dropped'].includes(each.state);
    const appealed = ['appealed', 'upheld', 'corrected'].includes(each.state);
    const scoring: Scoring = {
      ...newScoring(each.atMs, {
        source: { kind: 'hand' },
        call: {
          callId: await answeredCall(service, agent, each.atMs),
          direction: 'inbound',
          startedAt: instant(each.atMs),
          seconds: 60,
        },
        agent: authorOf(agent.actor),
        form,
        inspector: authorOf(inspector.actor),
        due: null,
        by: null,
      }),
      state: each.state,
      teamId: each.team,
      sheet: each.sheet,
      result: handedIn ? result : null,
      submittedAt: handedIn ? instant(each.atMs) : null,
      appeal: appealed ? { at: instant(each.atMs), reasons: '不服', about: [], decision: null } : null,
    };
    await insertScorings(db, [scoring]);
    if (handedIn) await putMarks(db, [scoring], form.content);
    return [scoring];
  }

  it('come to what one counts score by score, whatever was handed in when by whom', async () => {
    await fc.assert(
      fc
        .asyncProperty(drawn, async (given) => {
          const all: Scoring[] = [];
          for (const each of given) all.push(...(await put(each)));
          const counted = all.filter(countsIn);
          const query = {
            from: '2026-09',
            to: '2026-11',
            formId: null,
            agentId: null,
            teamId: null,
            inspectorId: null,
          };
          const keys = {
            agent: (one: Scoring) => one.agent.accountId,
            team: (one: Scoring) => one.teamId ?? '',
            inspector: (one: Scoring) => String(one.inspector?.accountId),
          } as const;
          for (const by of ['agent', 'team', 'inspector'] as const) {
            const results = await scoringResults(service, { ...query, by });
            expect(results.months).toEqual(MONTHS);
            const { months: inAll, ...summed } = results.total;
            expect(summed).toEqual(naive(counted));
            expect(inAll).toEqual(monthly(counted));
            expect(results.rows.map(({ key }) => key).toSorted()).toEqual(
              [...new Set(counted.map(keys[by]))].toSorted(),
            );
            for (const { key, name: _name, months, ...figures } of results.rows) {
              const own = counted.filter((one) => keys[by](one) === key);
              expect(figures).toEqual(naive(own));
              expect(months).toEqual(monthly(own));
            }
          }
          const { items } = await scoringResults(service, { ...query, by: 'item' });
          for (const { id } of itemsOf(SMALL_FORM)) {
            const item = items.find(({ key }) => key === `${form.formId}/${id}`);
            const naively = naiveItem(counted, id);
            expect(item ?? { scored: 0 }).toMatchObject(naively.scored === 0 ? { scored: 0 } : naively);
            const series = MONTHS.map((month) =>
              naiveItem(
                counted.filter((one) => monthOf(one) === month),
                id,
              ),
            );
            expect(item?.months ?? series).toEqual(series);
          }
          const [agent] = agents;
          if (!agent) throw new Error('an operator');
          const own = counted.filter((one) => one.agent.accountId === agent.actor.accountId);
          const october = { from: '2026-10-01', to: '2026-10-31' };
          expect((await ownResults(service, agent, october)).figures).toEqual(
            naive(own.filter((one) => monthOf(one) === '2026-10')),
          );
        })
        .afterEach(() => db.write('DELETE FROM scoring_marks').then(() => db.write('DELETE FROM scorings'))),
      { numRuns: 15 },
    );
  }, 120_000);
});
