import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import type { ResultsQuery } from '../../shared/domain/scoring/results.ts';
import { fullSheet, sheetWith } from '../../shared/domain/scoring/testing/sheets.ts';
import { memoryDatabase, refusalOf, testClock, testService } from '../../tests/support/central.ts';
import { openedSheet } from '../../tests/support/opened-sheet.ts';
import { answeredCall, formInUse, signedIn } from '../../tests/support/scoring.ts';
import type { LiveSession } from '../access/sign-in.ts';
import type { Service } from '../service.ts';
import { resultsSheet } from './export.ts';
import { scoringResults } from './results.ts';
import { submitScoring, takeCall } from './score.ts';

describe('results of scoring as a file', () => {
  const clock = testClock(Date.parse('2026-11-20T02:00:00.000Z'));
  const ALL = { from: '2026-10', to: '2026-11', formId: null, agentId: null, teamId: null, inspectorId: null };
  let db: Database;
  let service: Service;
  let wang: LiveSession;
  let zhao: LiveSession;
  let inspector: LiveSession;

  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, clock.nowMs);
    wang = await signedIn(service, 'operator');
    zhao = await signedIn(service, 'operator');
    inspector = await signedIn(service, 'qualityInspector');
    const { formId } = await formInUse(service, await signedIn(service, 'administrator'));
    for (const [agent, sheet] of [
      [wang, fullSheet()],
      [wang, sheetWith({ greeting: 1 })],
      [zhao, fullSheet()],
    ] as const) {
      const callId = await answeredCall(service, agent, clock.nowMs() - 3_600_000);
      const { id, revision } = await takeCall(service, inspector, { callId, formId });
      await submitScoring(service, inspector, { id, revision, sheet });
    }
  }, 60_000);
  afterAll(() => db.close());

  const asFile = async (query: ResultsQuery, by = inspector) =>
    openedSheet(await resultsSheet(service, by, { query, format: 'xlsx' }));

  it('says in all three kinds what the screen says, means and rates as numbers', async () => {
    const query = { ...ALL, by: 'agent' } as const;
    const { total, rows } = await scoringResults(service, query);
    const { sheet, xlsx, csv, pdf } = await asFile(query);
    expect(sheet.title).toBe('通话评分结果_话务员_2026-10_2026-11');
    expect(xlsx[0]?.[0]).toContain(sheet.mark);
    expect(xlsx[1]).toEqual([
      '话务员',
      '评分数',
      '平均分',
      '合格数',
      '合格率',
      '一票否决数',
      '申诉数',
      '改分数',
      '2026-10 平均分',
      '2026-11 平均分',
    ]);
    const shares = [total, ...rows].map(({ passed, scored }) => passed / scored);
    expect(xlsx.slice(2)).toEqual([
      ['合计', 3, total.mean, total.passed, shares[0], 0, 0, 0, null, total.mean],
      ...rows.map(({ name, scored, mean, passed }, at) => {
        const share = shares[at + 1];
        return [name, scored, mean, passed, share, 0, 0, 0, null, mean];
      }),
    ]);
    for (const [at, { name, scored, mean, passed }] of rows.entries()) {
      const said = [String(scored), mean?.toFixed(1), String(passed), `${(100 * (shares[at + 1] ?? 0)).toFixed(2)}%`];
      expect(csv[at + 2]?.slice(0, 5)).toEqual([name, ...said]);
      expect(pdf).toContain(`${name}${said.join('')}`);
    }
    expect(pdf).toContain('合格率：合格数÷评分数。');
  });

  it('has a line for each item of a form, and no total, for their points are not alike', async () => {
    const query = { ...ALL, by: 'item' } as const;
    const { items } = await scoringResults(service, query);
    const { xlsx } = await asFile(query);
    expect(xlsx[1]?.slice(0, 4)).toEqual(['评分项', '评分数', '得分率', '扣分次数']);
    expect(xlsx.slice(2).map((row) => row.slice(0, 4))).toEqual(
      items.map(({ name, scored, rate, lost }) => [name, scored, rate, lost]),
    );
  });

  it('J5, H19: is in the audit log before it goes, with what it was narrowed to, under the reference it bears', async () => {
    const { sheet } = await asFile({ ...ALL, by: 'item', agentId: zhao.actor.accountId });
    const said = `话务员 ${zhao.actor.name}（${zhao.actor.jobNumber}）`;
    expect(sheet.mark).toContain(`筛选：${said}`);
    const entries = await db.read<{ detail: unknown }>(
      `SELECT detail FROM audit WHERE action = 'report.export' ORDER BY id`,
    );
    expect(entries.at(-1)?.detail).toEqual({
      what: 'scores',
      by: 'item',
      from: '2026-10',
      to: '2026-11',
      format: 'xlsx',
      filter: said,
      rows: sheet.lines.length,
      reference: /编号 ([0-9a-f]{8}) /u.exec(sheet.mark)?.[1],
    });
  });

  it('is for whoever scores or decides', async () => {
    expect(await refusalOf(resultsSheet(service, wang, { query: { ...ALL, by: 'agent' }, format: 'csv' }))).toBe(
      'NOT_PERMITTED',
    );
  });
});
