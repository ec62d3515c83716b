import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../domain/call.ts';
import { accountIdSchema, callIdSchema } from '../domain/ids.ts';
import { instant, msOf } from '../instant.ts';
import { createTally, dayStartMs, type CallSums, type TalliedCall } from './tally.ts';

const START_MS = Date.UTC(2026, 10, 20, 22);
const HOUR_MS = 3_600_000;
const AGENTS = [1, 2, 3].map((n) => accountIdSchema.parse(`00000000-0000-7000-8000-00000000000${n}`));

const caller = fc.record({
  atMs: fc.integer({ min: 0, max: 30 * HOUR_MS }),
  waitMs: fc.integer({ min: 0, max: 40_000 }),
  talkMs: fc.integer({ min: 0, max: 1_200_000 }),
  outcome: fc.constantFrom('answered', 'answered', 'answered', 'abandoned', 'refused', 'unreached', 'unknown', 'lost'),
  agent: fc.constantFrom(...AGENTS),
  second: fc.option(fc.constantFrom(...AGENTS)),
});
type Caller = typeof caller extends fc.Arbitrary<infer T> ? T : never;

/** What is told of one call, in order: it rings, it is answered, it ends. Some steps are told twice. */
function lifeOf(said: Caller, index: number): { atMs: number; call: TalliedCall; live: boolean }[] {
  const queuedMs = START_MS + said.atMs;
  const answeredMs = queuedMs + said.waitMs;
  const endedMs = answeredMs + said.talkMs;
  const served = said.outcome === 'answered' || said.outcome === 'lost' || said.outcome === 'unreached';
  const outcomes: Partial<Record<Caller['outcome'], CallRecord['outcome']>> = {
    lost: 'answered',
    unknown: 'abandoned',
  };
  const outcome: CallRecord['outcome'] =
    said.outcome === 'lost' || said.outcome === 'unknown' ? (outcomes[said.outcome] ?? 'abandoned') : said.outcome;
  const rung: TalliedCall = {
    callId: callIdSchema.parse(`c-${index}`),
    direction: said.outcome === 'unreached' ? 'outbound' : 'inbound',
    agentId: null,
    agents: [],
    queuedAt: instant(queuedMs),
    answeredAt: null,
    endedAt: null,
    outcome: said.outcome === 'refused' ? 'refused' : 'abandoned',
    unknown: [],
  };
  const answered = { ...rung, answeredAt: instant(answeredMs), agentId: said.agent, agents: [said.agent], outcome };
  const agents = said.second && said.second !== said.agent ? [said.agent, said.second] : [said.agent];
  const passed = { ...answered, agents, agentId: agents.at(-1) ?? said.agent };
  const unknown: CallRecord['unknown'] = said.outcome === 'unknown' ? ['endedAt', 'answeredAt', 'outcome'] : [];
  const endedAt = said.outcome === 'lost' || said.outcome === 'unknown' ? null : instant(endedMs);
  const end = served ? { ...passed, endedAt } : { ...rung, outcome, endedAt: endedAt && instant(answeredMs), unknown };
  return [
    { atMs: queuedMs, call: rung, live: true },
    ...(served ? [answered, answered, passed].map((call) => ({ atMs: answeredMs, call, live: true })) : []),
    { atMs: served ? endedMs : answeredMs, call: end, live: false },
  ];
}

/** Counted anew from all that is known at a moment. */
function recount(known: readonly { call: TalliedCall; live: boolean }[], fromMs: number, toMs: number) {
  const calls = new Map(known.map(({ call, live }) => [call.callId, { call, live }]));
  const within = [...calls.values()].filter(({ call }) => {
    const minute = Math.floor(msOf(call.queuedAt) / 60_000) * 60_000;
    return call.direction === 'inbound' && minute >= fromMs && minute < toMs;
  });
  const waits: number[] = [];
  const sums = { answered: 0, abandoned: 0, within15: 0, answerWaitMs: 0, abandonWaitMs: 0, talks: 0, talkMs: 0 };
  for (const { call, live } of within) {
    const queuedMs = msOf(call.queuedAt);
    if (call.answeredAt) {
      const wait = msOf(call.answeredAt) - queuedMs;
      waits.push(wait);
      sums.answered += 1;
      sums.answerWaitMs += wait;
      if (wait <= 15_000) sums.within15 += 1;
      if (!live && call.endedAt) {
        sums.talks += 1;
        sums.talkMs += msOf(call.endedAt) - msOf(call.answeredAt);
      }
    } else if (!live && call.outcome === 'abandoned' && call.endedAt) {
      waits.push(msOf(call.endedAt) - queuedMs);
      sums.abandoned += 1;
      sums.abandonWaitMs += msOf(call.endedAt) - queuedMs;
    }
  }
  return { ...sums, longestWaitMs: Math.max(0, ...waits), wrapUps: 0, wrapUpMs: 0 } satisfies CallSums;
}

describe('the live figures of a centre', () => {
  it('at any moment equal those counted anew from its calls, in the rolling day, today and by hour', () => {
    fc.assert(
      fc.property(
        fc.array(caller, { maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 32 * HOUR_MS }), { minLength: 1, maxLength: 4 }),
        (callers, looks) => {
          const told = callers.flatMap(lifeOf).toSorted((one, other) => one.atMs - other.atMs);
          for (const lookMs of looks.map((ms) => START_MS + ms)) {
            const known = told.filter(({ atMs }) => atMs <= lookMs);
            const tally = createTally();
            for (const { call, live } of known) tally.take(call, live);
            const from = Math.ceil((lookMs - 24 * HOUR_MS) / 60_000) * 60_000;
            expect(tally.sum(from, lookMs + 60_000)).toEqual(recount(known, from, lookMs + 60_000));
            const day = dayStartMs(lookMs);
            expect(tally.sum(day, lookMs + 60_000)).toEqual(recount(known, day, lookMs + 60_000));
            const hours = Array.from({ length: 24 }, (_, hour) => {
              const sums = recount(known, day + hour * HOUR_MS, day + (hour + 1) * HOUR_MS);
              return sums.answered + sums.abandoned;
            });
            expect(tally.hours(day)).toEqual(hours);
            expectAgentDays(tally, known);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('forgets what is older than a day and an hour, and a late word about it changes nothing', () => {
    const tally = createTally();
    const abandoned = (atMs: number, index: number): void => {
      const said: Caller = { atMs, waitMs: 5000, talkMs: 0, outcome: 'abandoned', agent: agentOf(0), second: null };
      for (const { call, live } of lifeOf(said, index)) tally.take(call, live);
    };
    abandoned(0, 1);
    expect(tally.sum(START_MS, START_MS + HOUR_MS).abandoned).toBe(1);
    abandoned(25 * HOUR_MS, 2);
    abandoned(0, 3);
    expect(tally.sum(START_MS, START_MS + HOUR_MS).abandoned).toBe(0);
    expect(tally.sum(START_MS, START_MS + 26 * HOUR_MS).abandoned).toBe(1);
  });
});

function agentOf(index: number) {
  return AGENTS[index] ?? accountIdSchema.parse('');
}

function expectAgentDays(
  tally: ReturnType<typeof createTally>,
  known: readonly { call: TalliedCall; live: boolean }[],
): void {
  const dayOf = (call: TalliedCall): number => dayStartMs(msOf(call.queuedAt));
  const counting = known.filter(({ call }) => call.direction === 'inbound' && call.answeredAt !== null);
  const newest = Math.max(...counting.map(({ call }) => dayOf(call)));
  const last = new Map(counting.map((told) => [told.call.callId, told]));
  for (const agent of AGENTS) {
    const own = [...last.values()].filter(({ call }) => dayOf(call) === newest);
    const calls = own.filter(({ call }) => call.agents.includes(agent)).length;
    const talks = own.map(({ call, live }) =>
      !live && call.agentId === agent && call.endedAt && call.answeredAt
        ? msOf(call.endedAt) - msOf(call.answeredAt)
        : 0,
    );
    expect(tally.agentDay(agent)).toEqual({ calls, talkMs: talks.reduce((sum, one) => sum + one, 0) });
  }
}
