import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callFigures, type CallFigures } from '../../db/central/calls.ts';
import type { Database } from '../../db/central/database.ts';
import { firstCallSettings } from '../../shared/domain/calls/settings.ts';
import { valueOf } from '../../shared/figures/definitions.ts';
import { callFigureIdSchema } from '../../shared/figures/ids.ts';
import { beijingDate, instant, msOf } from '../../shared/instant.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { memoryDatabase, testService } from '../../tests/support/central.ts';
import { reader } from '../../tests/support/reader.ts';
import { checkFigures } from '../figures/check.ts';
import { countAnew } from '../figures/count.ts';
import { reportCalls } from '../reports/calls.ts';
import { reportTable } from '../reports/table.ts';
import type { Service } from '../service.ts';
import { planOf } from '../telephony/plan.ts';
import type { ExchangeEvent } from '../telephony/port.ts';
import { agentId, startShift } from '../telephony/test-support/shift.ts';
import { keepBook } from './book.ts';

const AGENTS = [agentId(1), agentId(2)];
const FIRST_MS = Date.UTC(2026, 10, 21, 2);
const DAY_MS = 86_400_000;

/** One caller: after how long they come, how patient they are, how long they speak, ms. */
const caller = fc.record({
  afterMs: fc.integer({ min: 0, max: 20_000 }),
  patienceMs: fc.integer({ min: 1, max: 60_000 }),
  talkMs: fc.integer({ min: 1, max: 90_000 }),
  blocked: fc.boolean(),
});
type Caller = typeof caller extends fc.Arbitrary<infer T> ? T : never;

/** Counted by hand from the exchange's own words, call by call. */
function recount(events: readonly ExchangeEvent[]): CallFigures {
  const last = new Map(events.flatMap((event) => (event.type === 'call' ? [[event.call.callId, event] as const] : [])));
  const turnedAway = new Set(
    [...last.values()].flatMap(({ call }) => (call.callerNumber.startsWith('139') ? [call.callId] : [])),
  );
  const counts = { offered: 0, answered: 0, abandoned: 0, refused: 0, unknown: 0, within15: 0 };
  const waits: { answered: number[]; abandoned: number[] } = { answered: [], abandoned: [] };
  const talks: number[] = [];
  for (const { call } of last.values()) {
    const ended = msOf(call.endedAt ?? instant(0));
    const queued = msOf(call.queuedAt);
    if (turnedAway.has(call.callId)) counts.refused += 1;
    else if (call.answeredAt === null) {
      counts.abandoned += 1;
      waits.abandoned.push(ended - queued);
    } else {
      counts.answered += 1;
      const wait = msOf(call.answeredAt) - queued;
      waits.answered.push(wait);
      talks.push(ended - msOf(call.answeredAt));
      if (wait <= 15_000) counts.within15 += 1;
    }
  }
  const mean = (all: readonly number[]): number | null =>
    all.length === 0 ? null : Math.round(all.reduce((sum, one) => sum + one, 0) / all.length);
  const every = [...waits.answered, ...waits.abandoned];
  return {
    ...counts,
    offered: counts.answered + counts.abandoned,
    answerWaitMs: mean(waits.answered),
    abandonWaitMs: mean(waits.abandoned),
    longestWaitMs: every.length === 0 ? null : Math.max(...every),
    talkMs: mean(talks),
  };
}

const READER = reader();

describe('the figures of calls', () => {
  let db: Database;
  let service: Service;
  let day = 0;
  beforeAll(async () => {
    db = await memoryDatabase();
    service = await testService(db, () => FIRST_MS);
  }, 60_000);
  afterAll(() => db.close());

  it('are those of the exchange’s own log, to the millisecond, whatever the callers do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(caller, { minLength: 1, maxLength: 16 }), async (callers) => {
        day += 1;
        const { events, from, to } = await shiftOf(callers, FIRST_MS + day * 2 * DAY_MS);
        const found = recount(events);
        expect(await callFigures(db, instant(from), instant(to))).toEqual(found);
        await expectReported(beijingDate(from), found);
      }),
      { numRuns: 20 },
    );
    expect(await checkFigures(db)).toMatchObject({ differing: 0 });
    await db.transaction((tx) => countAnew(tx));
    expect(await checkFigures(db)).toMatchObject({ differing: 0 });
  }, 120_000);

  /** The report of the day says the same, kept as the calls ended, and opens exactly these calls. GB/T 33358. */
  async function expectReported(on: string, found: CallFigures): Promise<void> {
    const days = { from: on, to: on };
    const { total, rows } = await reportTable(service, READER, { ...days, by: 'day' });
    const { offered, answered, within15, abandoned, refused } = found;
    const figures = {
      calls: offered,
      callsAnswered: answered,
      callsSoon: within15,
      callsAbandoned: abandoned,
      callsRefused: refused,
    };
    for (const figure of callFigureIdSchema.options) {
      expect([figure, total[figure] ?? 0]).toEqual([figure, figures[figure]]);
      expect([figure, rows.find(({ key }) => key === on)?.counts[figure] ?? 0]).toEqual([figure, figures[figure]]);
      const behind = await reportCalls(service, READER, { ...days, figure, after: null });
      expect([figure, behind.rows.length]).toEqual([figure, figures[figure]]);
    }
    expect(valueOf('connectedRate', total)).toBe(offered === 0 ? null : answered / offered);
    expect(valueOf('soonRate', total)).toBe(answered === 0 ? null : within15 / answered);
  }

  /** A shift on a day of its own, in which blocked callers (139…) are turned away and the others served in turn. */
  async function shiftOf(callers: readonly Caller[], from: number) {
    const events: ExchangeEvent[] = [];
    const book = keepBook(service, () => true);
    const plan = planOf({
      settings: firstCallSettings(false),
      skills: new Map(),
      blocks: callers.map((_, index) => ({
        number: `1390000${1000 + index}`,
        from: instant(0),
        until: instant(from + 10 * DAY_MS),
      })),
      calendar: SHIPPED_CALENDAR,
    });
    const { exchange, clock, hall, says, signInReady } = await startShift({
      startMs: from,
      hall: { plan, book },
      port: (own) => {
        own.onEvent((event) => void events.push(event));
        return own;
      },
    });
    await signInReady(...AGENTS);
    const speaking = new Map<string, number>();
    for (const [index, { afterMs, patienceMs, talkMs, blocked }] of callers.entries()) {
      await passAnswering(afterMs);
      const callId = exchange.placeCall(`${blocked ? '139' : '138'}0000${1000 + index}`, { patienceMs });
      speaking.set(callId, talkMs);
      if (blocked) void exchange.refuse(callId, 'blocked');
    }
    await passAnswering(600_000);
    await book.settled();
    await hall.stop();
    return { events, from, to: from + DAY_MS };

    /** Second by second: phones that ring are answered, and whoever has said everything hangs up. */
    async function passAnswering(ms: number): Promise<void> {
      for (let passed = 0; passed < ms; passed += 997) {
        await clock.pass(Math.min(997, ms - passed));
        for (const agent of AGENTS) {
          const { agent: own, call } = hall.view(agent);
          if (own.state === 'ringing') await says(agent, 'answer');
          if (own.state === 'wrapUp') await says(agent, 'endWrapUp');
          const talked = call?.answeredAt ? clock.nowMs() - msOf(call.answeredAt) : 0;
          if (own.state === 'talking' && call && talked >= (speaking.get(call.callId) ?? 0))
            await says(agent, 'hangUp');
        }
      }
    }
  }
});
