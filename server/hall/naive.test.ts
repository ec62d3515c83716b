import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/central/database.ts';
import type { CallRecord } from '../../shared/domain/call.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { hallFiguresSchema, type HallFigures } from '../../shared/hall/figures.ts';
import { FIRST_HALL_SETTINGS } from '../../shared/hall/settings.ts';
import { msOf } from '../../shared/instant.ts';
import { memoryDatabase, testService } from '../../tests/support/central.ts';
import { keepBook } from '../calls/book.ts';
import { callRecord } from '../telephony/call-record.ts';
import { OPEN_PLAN } from '../telephony/plan.ts';
import { seededRandom } from '../telephony/scheduler.ts';
import { agentId, startShift, type Shift } from '../telephony/test-support/shift.ts';
import { openLiveFigures, type LiveFigures } from './live-figures.ts';

// Every figure of the hall written a second time, as a clerk would with a list of the calls before them.

/** 16:00 in Beijing on a Friday: the days that follow have a midnight in them and more than a rolling day. */
const START_MS = Date.UTC(2026, 10, 20, 8);
const HOURS = 28;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const TICK_MS = 5000;
/** Each hour begins with so much of calls; then it is quiet until the next. */
const BUSY_MS = 5 * MINUTE_MS;
const AGENTS = [agentId(1), agentId(2), agentId(3)];
const BEIJING_MS = 8 * HOUR_MS;

const midnightBefore = (ms: number): number => Math.floor((ms + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
const wholeMinute = (ms: number): number => Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Calls that came from `fromMs` on: ended ones as they were recorded, the others as they stand. */
function callsSince({ records, hall }: Shift, fromMs: number): (CallRecord & { readonly over: boolean })[] {
  const live = [...hall.calls.values()].map((call) => ({ ...callRecord(call, OPEN_PLAN), over: false }));
  return [...records.map((record) => ({ ...record, over: true })), ...live].filter(
    ({ direction, queuedAt }) => direction === 'inbound' && msOf(queuedAt) >= fromMs,
  );
}

/** 话后整理 that ended from `fromMs` on, ms each: read off what the operators' bars showed. */
function wrapUpsSince({ views }: Shift, fromMs: number): number[] {
  const began = new Map<AccountId, number>();
  return views.flatMap(({ agent, view: { agent: own, at } }) => {
    const from = began.get(agent);
    if (own.state === 'wrapUp') {
      if (from === undefined) began.set(agent, msOf(own.since));
      return [];
    }
    began.delete(agent);
    return from !== undefined && Math.floor(msOf(at) / MINUTE_MS) * MINUTE_MS >= fromMs ? [msOf(at) - from] : [];
  });
}

function sumsByHand(shift: Shift, fromMs: number): HallFigures['today'] {
  const calls = callsSince(shift, fromMs);
  const answers = calls.flatMap(({ queuedAt, answeredAt }) => (answeredAt ? [msOf(answeredAt) - msOf(queuedAt)] : []));
  const leavers = calls.flatMap(({ outcome, over, queuedAt, endedAt }) =>
    over && endedAt && outcome === 'abandoned' ? [msOf(endedAt) - msOf(queuedAt)] : [],
  );
  const talks = calls.flatMap(({ answeredAt, endedAt, over }) =>
    over && answeredAt && endedAt ? [msOf(endedAt) - msOf(answeredAt)] : [],
  );
  const wrapUps = wrapUpsSince(shift, fromMs);
  return {
    answered: answers.length,
    abandoned: leavers.length,
    within15: answers.filter((wait) => wait <= 15_000).length,
    answerWaitMs: sum(answers),
    abandonWaitMs: sum(leavers),
    longestWaitMs: Math.max(0, ...answers, ...leavers),
    talks: talks.length,
    talkMs: sum(talks),
    wrapUps: wrapUps.length,
    wrapUpMs: sum(wrapUps),
  };
}

function figuresByHand(shift: Shift, nowMs: number): Partial<HallFigures> {
  const today = midnightBefore(nowMs);
  const waiting = [...shift.hall.calls.values()]
    .filter(({ state }) => state === 'queued')
    .map(({ callId, callerNumber, queuedAt }) => ({
      callId,
      number: `${callerNumber.slice(0, 3)}****${callerNumber.slice(-4)}`,
      since: queuedAt,
    }))
    .toSorted((one, other) => msOf(one.since) - msOf(other.since));
  const states = AGENTS.map((agent) => shift.hall.view(agent).agent.state);
  const count = (...wanted: string[]): number => states.filter((state) => wanted.includes(state)).length;
  const hours = Array.from({ length: 24 }, (_, hour) =>
    callsSince(shift, today).filter(({ queuedAt, answeredAt, outcome, over }) => {
      const counts = answeredAt !== null || (over && outcome === 'abandoned');
      return counts && Math.floor((msOf(queuedAt) - today) / HOUR_MS) === hour;
    }),
  );
  return {
    waiting: { count: waiting.length, longestSince: waiting[0]?.since ?? null, callers: waiting.slice(0, 12) },
    agents: {
      signedIn: AGENTS.length,
      ready: count('ready'),
      speaking: count('talking', 'ringing'),
      wrapUp: count('wrapUp'),
      away: count('busy', 'rest'),
    },
    today: sumsByHand(shift, today),
    rollingDay: sumsByHand(shift, wholeMinute(nowMs - DAY_MS)),
    lastHour: sumsByHand(shift, wholeMinute(nowMs - HOUR_MS)),
    hours: hours.map((calls) => ({ calls: calls.length, median: null })),
  };
}

/** What one operator has done on the day of the newest call that was answered. */
function dayByHand(shift: Shift, agent: AccountId): { calls: number; talkMs: number } {
  const answered = callsSince(shift, 0).filter(({ answeredAt }) => answeredAt !== null);
  const day = Math.max(...answered.map(({ queuedAt }) => midnightBefore(msOf(queuedAt))));
  const own = answered.filter(({ queuedAt }) => midnightBefore(msOf(queuedAt)) === day);
  return {
    calls: own.filter(({ agents }) => agents.includes(agent)).length,
    talkMs: sum(
      own.flatMap(({ agentId: last, answeredAt, endedAt, over }) =>
        over && last === agent && answeredAt && endedAt ? [msOf(endedAt) - msOf(answeredAt)] : [],
      ),
    ),
  };
}

describe('the hall by hand', () => {
  let db: Database;
  beforeAll(async () => {
    db = await memoryDatabase();
  }, 60_000);
  afterAll(() => db.close());

  it.each([1, 2])(
    'GB/T 33358: every figure equals the calls counted by hand, over days of calls (seed %d)',
    async (seed) => {
      await db.write('DELETE FROM calls');
      await db.write('DELETE FROM wrap_ups');
      let nowMs = START_MS;
      const service = await testService(db, () => nowMs);
      const figures = await openLiveFigures(service);
      const kept = keepBook(service, () => true);
      const shift = await startShift({ startMs: START_MS, hall: { book: figures.counting(kept) } });
      figures.follow(shift.hall);
      await shift.signInReady(...AGENTS);
      const random = seededRandom(seed);
      let looks = 0;
      const look = (): void => {
        nowMs = shift.clock.nowMs();
        looks += 1;
        const shown = hallFiguresSchema.parse(figures.view(shift.hall, FIRST_HALL_SETTINGS, nowMs));
        expect(shown).toMatchObject(figuresByHand(shift, nowMs));
        for (const agent of AGENTS) expect(figures.agentDay(agent)).toEqual(dayByHand(shift, agent));
      };

      for (let hour = 0; hour < HOURS; hour += 1) {
        const ends = shift.clock.nowMs() + BUSY_MS;
        while (shift.clock.nowMs() < ends) {
          await tick(shift, random);
          if (random() < 0.04) look();
        }
        await shift.clock.pass(HOUR_MS - BUSY_MS);
        look();
      }
      expect(looks).toBeGreaterThan(60);
      expect(shift.records.length).toBeGreaterThan(200);
      await restartsTheSame(figures);

      async function restartsTheSame(before: LiveFigures): Promise<void> {
        await kept.settled();
        await before.stop();
        const again = await openLiveFigures(service);
        const view = again.view(shift.hall, FIRST_HALL_SETTINGS, nowMs);
        expect(view).toMatchObject(figuresByHand(shift, nowMs));
        await again.stop();
        await shift.hall.stop();
      }
    },
  );
});

/** Somebody may call; whoever rings is answered or not, and whoever speaks may end it, go to rest or come back. */
async function tick({ clock, exchange, hall, says }: Shift, random: () => number): Promise<void> {
  if (random() < 0.2) {
    const number = `1380392${String(Math.floor(random() * 10_000)).padStart(4, '0')}`;
    exchange.placeCall(number, { patienceMs: 5000 + random() * 60_000 });
  }
  await clock.pass(TICK_MS);
  for (const agent of AGENTS) {
    const { agent: own } = hall.view(agent);
    if (own.state === 'ringing' && random() < 0.8) await says(agent, 'answer');
    else if (own.state === 'talking' && random() < 0.15) await says(agent, 'hangUp');
    else if (own.state === 'ready' && random() < 0.01) await says(agent, 'busy');
    else if (own.state === 'busy' && random() < 0.2) await says(agent, 'ready');
  }
}
