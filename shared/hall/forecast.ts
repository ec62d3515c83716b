import { agentsNeeded, erlangA, type Load } from './erlang.ts';
import type { Forecast } from './figures.ts';
import type { CallSums } from './tally.ts';

export interface ForecastInput {
  /** The hour of the day in Beijing it is now, 0 to 23. */
  readonly hour: number;
  /** Callers by hour today, the running one as far as it has come. */
  readonly today: readonly number[];
  /** Medians of the same weekday by hour, today's and then tomorrow's; null: no such day is kept. */
  readonly medians: readonly (number | null)[];
  /** Of the rolling day, for how long calls take and callers wait. */
  readonly served: CallSums;
  /** Callers of the last 60 minutes. */
  readonly lastHour: number;
  /** Operators who take calls now: ready, ringing, speaking or in 话后整理. */
  readonly agents: number;
  /** Shares promised: reached at all, and reached within 15 s. */
  readonly promise: { readonly answered: number; readonly within: number };
}

/** Hours looked ahead. */
const AHEAD = 4;
const SOON_HOURS = 15 / 3600;
/** Nobody has more. */
const MOST_AGENTS = 5000;
/** Fewer calls than this say nothing of how long calls take, nor of how today differs from other days. */
const ENOUGH = 10;
const USUAL = { talkSeconds: 180, wrapUpSeconds: 30, patienceSeconds: 90 };

/**
 * What the next hours will bring. Callers: the median of the same weekday, times how much busier today is than it was
 * until now (never less than half nor more than twice); without such days, as in the last hour. Operators: Erlang's A
 * model with the talk, 话后整理 and patience of the rolling day; patience is the time all callers have waited by how many
 * gave up.
 */
export function forecastOf(input: ForecastInput): Forecast {
  const { hour, today, medians, served, lastHour, agents, promise } = input;
  const measured = served.talks >= ENOUGH;
  const talkSeconds = measured ? served.talkMs / served.talks / 1000 : USUAL.talkSeconds;
  const wrapUpSeconds = served.wrapUps >= ENOUGH ? served.wrapUpMs / served.wrapUps / 1000 : USUAL.wrapUpSeconds;
  const waited = (served.answerWaitMs + served.abandonWaitMs) / 1000;
  const patienceSeconds = served.abandoned >= ENOUGH ? waited / served.abandoned : USUAL.patienceSeconds;
  const factor = busier(today.slice(0, hour), medians);
  const loadOf = (calls: number): Load => ({
    arrivals: calls,
    service: 3600 / Math.max(1, talkSeconds + wrapUpSeconds),
    patience: 3600 / Math.max(1, patienceSeconds),
  });
  const next = Array.from({ length: AHEAD }, (_, ahead) => {
    const expected = medians[hour + ahead] ?? null;
    const calls = Math.round(expected === null ? lastHour : expected * factor);
    return { hour: (hour + ahead) % 24, calls, agents: agentsNeeded(loadOf(calls), promise, SOON_HOURS, MOST_AGENTS) };
  });
  const load = loadOf(next[0]?.calls ?? lastHour);
  const staffed = [agents - 1, agents, agents + 1].map((count) => ({
    agents: Math.max(0, count),
    ...erlangA(load, count, SOON_HOURS),
  }));
  const basis = medians[hour] === null ? 'lastHour' : 'median';
  return { basis, factor, measured, talkSeconds, wrapUpSeconds, patienceSeconds, next, staffed };
}

function busier(today: readonly number[], medians: readonly (number | null)[]): number {
  let [seen, usual] = [0, 0];
  for (const [hour, calls] of today.entries()) {
    const one = medians[hour];
    if (one === null || one === undefined) continue;
    seen += calls;
    usual += one;
  }
  return usual < ENOUGH ? 1 : Math.min(2, Math.max(0.5, seen / usual));
}

/** The middle one, of an even number the mean of both; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
