import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callFigures } from '../../db/central/calls.ts';
import type { Database } from '../../db/central/database.ts';
import { FIRST_HALL_SETTINGS } from '../../shared/hall/settings.ts';
import { dayStartMs } from '../../shared/hall/tally.ts';
import { instant, msOf } from '../../shared/instant.ts';
import { memoryDatabase, testService } from '../../tests/support/central.ts';
import { keepBook } from '../calls/book.ts';
import type { Service } from '../service.ts';
import { seededRandom } from '../telephony/scheduler.ts';
import { agentId, startShift } from '../telephony/test-support/shift.ts';
import { openLiveFigures, type LiveFigures } from './live-figures.ts';

const START_MS = Date.UTC(2026, 10, 21, 2);
const AGENTS = [agentId(1), agentId(2)];

describe('the hall’s live figures', () => {
  let db: Database;
  let nowMs = START_MS;
  let service: Service;
  const open: LiveFigures[] = [];
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, () => nowMs);
  }, 60_000);
  afterAll(() => db.close());
  afterEach(async () => {
    for (const figures of open.splice(0)) await figures.stop();
    await db.write('DELETE FROM calls');
    nowMs = START_MS;
  });

  async function opened(): Promise<LiveFigures> {
    const figures = await openLiveFigures(service);
    open.push(figures);
    return figures;
  }

  /** An hour of callers by a seed: some give up, the others are served in turn. */
  async function hour(seed: number) {
    const random = seededRandom(seed);
    const figures = await opened();
    const kept = keepBook(service, () => true);
    const shift = await startShift({ startMs: nowMs, hall: { book: figures.counting(kept) } });
    const { clock, exchange, hall, says, signInReady } = shift;
    figures.follow(hall);
    await signInReady(...AGENTS);
    let next = 0;
    for (let passed = 0; passed < 3_600_000; passed += 5000) {
      if (passed >= next) {
        exchange.placeCall(`1380392${String(passed / 5000).padStart(4, '0')}`, {
          patienceMs: 10_000 + random() * 50_000,
        });
        next = passed + random() * 60_000;
      }
      await clock.pass(5000);
      for (const agent of AGENTS) {
        const { agent: own, call } = hall.view(agent);
        if (own.state === 'ringing') await says(agent, 'answer');
        const talked = call?.answeredAt ? clock.nowMs() - msOf(call.answeredAt) : 0;
        if (own.state === 'talking' && talked > 20_000 + random() * 80_000) await says(agent, 'hangUp');
      }
    }
    return { ...shift, figures, kept };
  }

  it('GB/T 33358: equal the records to the millisecond, and stand again after a restart of the service', async () => {
    const { clock, hall, figures, kept } = await hour(7);
    await clock.pass(300_000);
    for (const agent of AGENTS)
      if (hall.view(agent).agent.state === 'talking') await hall.command(agent, { type: 'hangUp' });
    await clock.pass(300_000);
    nowMs = clock.nowMs();
    await kept.settled();
    const view = figures.view(hall, FIRST_HALL_SETTINGS, nowMs);
    const rows = await callFigures(db, instant(dayStartMs(nowMs)), instant(nowMs));
    expect(rows.answered).toBeGreaterThan(20);
    expect(rows.abandoned).toBeGreaterThan(3);
    for (const sums of [view.today, view.rollingDay]) {
      expect(sums).toMatchObject({ answered: rows.answered, abandoned: rows.abandoned, within15: rows.within15 });
      expect(Math.floor(sums.answerWaitMs / sums.answered)).toBe(rows.answerWaitMs);
      expect(Math.floor(sums.talkMs / sums.talks)).toBe(rows.talkMs);
      expect(sums.longestWaitMs).toBe(rows.longestWaitMs);
      expect(sums.wrapUps).toBeGreaterThan(20);
      // 30 s unless somebody ends it.
      expect(sums.wrapUpMs / sums.wrapUps).toBe(30_000);
    }
    await figures.stop();
    const again = (await opened()).view(hall, FIRST_HALL_SETTINGS, nowMs);
    expect(again).toEqual(view);
    const counts = AGENTS.map((agent) => figures.agentDay(agent).calls);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(rows.answered);
    await hall.stop();
  }, 60_000);

  it('names who waits longest first, masked, and counts the others', async () => {
    const figures = await opened();
    const { clock, exchange, hall } = await startShift({ startMs: nowMs });
    for (let n = 0; n < 15; n += 1) {
      exchange.placeCall(`138039208${String(n).padStart(2, '0')}`, { patienceMs: 600_000 });
      await clock.pass(1000);
    }
    const { waiting, agents } = figures.view(hall, FIRST_HALL_SETTINGS, clock.nowMs());
    expect(waiting.count).toBe(15);
    expect(waiting.longestSince).toBe(instant(START_MS));
    expect(waiting.callers).toHaveLength(12);
    expect(waiting.callers[0]).toMatchObject({ number: '138****0800', since: instant(START_MS) });
    expect(agents).toEqual({ signedIn: 0, ready: 0, speaking: 0, wrapUp: 0, away: 0 });
    await hall.stop();
  });

  it('the median of an hour is that of the same weekday in the past eight weeks, days without calls left out', async () => {
    const insert = (ms: number, id: string) =>
      db.write(
        `INSERT INTO calls (id, caller_number, queued_at, ended_at, outcome, direction, agents, live, data)
         VALUES ($1, '13800005521', $2, $2, 'abandoned', 'inbound', '{}', false, '{"unknown": []}')`,
        [id, instant(ms)],
      );
    const day = dayStartMs(START_MS);
    const week = 7 * 86_400_000;
    for (const [back, calls] of [2, 4, 9].entries())
      for (let n = 0; n < calls; n += 1) await insert(day - (back + 1) * week + 10 * 3_600_000 + n, `c-${back}-${n}`);
    await insert(day - week + 86_400_000 + 3_600_000, 'sunday');
    const figures = await opened();
    const { hall } = await startShift({ startMs: nowMs });
    const { hours } = figures.view(hall, FIRST_HALL_SETTINGS, nowMs);
    expect(hours[10]).toEqual({ calls: 0, median: 4 });
    expect(hours[11]).toEqual({ calls: 0, median: 0 });
    await hall.stop();
  });
});
