import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIdSchema, callIdSchema, type CallId } from '../ids.ts';
import { callOutcomeSchema } from '../order.ts';
import { chooseCalls, lastPeriod, owedPeriods } from './draw.ts';
import type { Candidate, Criterion } from './plan.ts';

const agent = (number: number): Candidate['agentId'] =>
  accountIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      agentId: fc.integer({ min: 1, max: 6 }).map(agent),
      inPeriod: fc.boolean(),
      seconds: fc.integer({ min: 0, max: 2400 }),
      agentDays: fc.integer({ min: 0, max: 60 }),
      dissatisfied: fc.boolean(),
      outcomes: fc.uniqueArray(fc.constantFrom(...callOutcomeSchema.options), { maxLength: 2 }),
    }),
    { maxLength: 60 },
  )
  // Whoever is there from before the period is there for one reason only.
  .map((calls) =>
    calls.map((call, index) => ({
      ...call,
      callId: callIdSchema.parse(`call-${index}`),
      dissatisfied: call.dissatisfied || !call.inPeriod,
    })),
  );

const small = fc.integer({ min: 1, max: 8 });
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('number' as const), count: small }),
  fc.record({ kind: fc.constant('perAgent' as const), count: small }),
  fc.record({ kind: fc.constant('newStaff' as const), days: fc.integer({ min: 1, max: 40 }), count: small }),
  fc.record({ kind: fc.constant('dissatisfied' as const), count: small }),
  fc.record({ kind: fc.constant('long' as const), minutes: fc.integer({ min: 1, max: 30 }), count: small }),
  fc.record({
    kind: fc.constant('outcome' as const),
    outcome: fc.constantFrom(...callOutcomeSchema.options),
    count: small,
  }),
);
const criteria = fc.array(criterion, { minLength: 1, maxLength: 4 });

/** A cheap hash of seed and call, in the place of SHA-256. */
const rankBy =
  (seed: number) =>
  (callId: CallId): string =>
    Array.from(callId)
      .reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, seed ^ 2166136261)
      .toString(16)
      .padStart(8, '0');

function fits(call: Candidate, rule: Criterion): boolean {
  if (rule.kind === 'dissatisfied') return call.dissatisfied;
  if (!call.inPeriod) return false;
  if (rule.kind === 'long') return call.seconds > rule.minutes * 60;
  if (rule.kind === 'outcome') return call.outcomes.includes(rule.outcome);
  return rule.kind !== 'newStaff' || call.agentDays < rule.days;
}

describe('a draw', () => {
  it('made again from the same calls gives the same, in whatever order they stand', () => {
    fc.assert(
      fc.property(candidates, criteria, fc.nat(), (calls, rules, seed) => {
        const drawn = chooseCalls(calls, rules, rankBy(seed));
        expect(chooseCalls(calls.toReversed(), rules, rankBy(seed))).toEqual(drawn);
      }),
    );
  });

  it('takes no call twice, and each only for what its criterion asks', () => {
    fc.assert(
      fc.property(candidates, criteria, fc.nat(), (calls, rules, seed) => {
        const drawn = chooseCalls(calls, rules, rankBy(seed));
        expect(new Set(drawn.map(({ callId }) => callId)).size).toBe(drawn.length);
        for (const { callId, criterion: index } of drawn) {
          const call = calls.find((one) => one.callId === callId);
          const rule = rules[index];
          if (!call || !rule) throw new Error('drawn out of nothing');
          expect(fits(call, rule)).toBe(true);
        }
      }),
    );
  });

  it('every operator has at least so many, as far as they took calls', () => {
    fc.assert(
      fc.property(candidates, criteria, small, fc.nat(), (calls, before, count, seed) => {
        const drawn = new Set(
          chooseCalls(calls, [...before, { kind: 'perAgent', count }], rankBy(seed)).map(({ callId }) => callId),
        );
        for (const agentId of new Set(calls.map((call) => call.agentId))) {
          const own = calls.filter((call) => call.agentId === agentId && call.inPeriod);
          const chosen = calls.filter((call) => call.agentId === agentId && drawn.has(call.callId));
          expect(chosen.length).toBeGreaterThanOrEqual(Math.min(count, own.length));
        }
      }),
    );
  });

  it('takes as many as are asked for, where there are as many', () => {
    fc.assert(
      fc.property(candidates, small, fc.integer({ min: 1, max: 100 }), fc.nat(), (calls, count, percent, seed) => {
        const there = calls.filter(({ inPeriod }) => inPeriod).length;
        expect(chooseCalls(calls, [{ kind: 'number', count }], rankBy(seed))).toHaveLength(Math.min(count, there));
        const share = chooseCalls(calls, [{ kind: 'share', percent }], rankBy(seed));
        expect(share).toHaveLength(Math.ceil((there * percent) / 100));
      }),
    );
  });

  it('gives every call the same chance', () => {
    const calls = Array.from({ length: 20 }, (_, index): Candidate => ({
      callId: callIdSchema.parse(`call-${index}`),
      agentId: agent(1),
      inPeriod: true,
      seconds: 60,
      agentDays: 400,
      dissatisfied: false,
      outcomes: [],
    }));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { callId } of chooseCalls(calls, [{ kind: 'number', count: 5 }], rankBy(seed * 7919)))
        times.set(callId, (times.get(callId) ?? 0) + 1);
    // 500 of 2000 each; five standard deviations are 97.
    for (const call of calls) expect(Math.abs((times.get(call.callId) ?? 0) - 500)).toBeLessThan(97);
  });
});

describe('periods', () => {
  it.each([
    ['day', '2026-11-22', '2026-11-21', '2026-11-21'],
    // A Sunday, a Monday.
    ['week', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['week', '2026-11-23', '2026-11-16', '2026-11-22'],
    ['month', '2026-11-22', '2026-10-01', '2026-10-31'],
    ['month', '2027-03-01', '2027-02-01', '2027-02-28'],
  ] as const)('the last %s that was over on %s is from %s to %s', (every, today, from, to) => {
    expect(lastPeriod(every, today)).toEqual({ from, to });
  });

  it('are owed since the plan draws and since it drew last, the oldest first', () => {
    const owed = (drawnTo: string | null, since = '2026-11-19', most = 7): string[] =>
      owedPeriods('day', { since, drawnTo, today: '2026-11-22' }, most).map(({ from }) => from);
    expect(owed(null)).toEqual(['2026-11-19', '2026-11-20', '2026-11-21']);
    expect(owed('2026-11-20')).toEqual(['2026-11-21']);
    expect(owed('2026-11-21')).toEqual([]);
    expect(owed(null, '2026-01-01', 2)).toEqual(['2026-11-20', '2026-11-21']);
    // What ended before the plan was there is not drawn.
    expect(owedPeriods('week', { since: '2026-11-18', drawnTo: null, today: '2026-11-22' }, 7)).toEqual([]);
  });
});
