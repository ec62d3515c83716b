/** Callers and operators as Erlang's A model (M/M/n+M) sees them; rates in one unit of time. */
export interface Load {
  /** Callers in a unit of time. */
  readonly arrivals: number;
  /** Calls one operator ends in a unit of time, 话后整理 included. */
  readonly service: number;
  /** One by the mean time after which a waiting caller gives up; 0: nobody ever does (Erlang C). */
  readonly patience: number;
}

export interface Service {
  /** Share of callers who reach an operator. */
  readonly answered: number;
  /** Share of callers who reach one within the time asked about. */
  readonly within: number;
}

/** Below this a state adds nothing that a share shows. */
const NEGLIGIBLE = 1e-13;
const STEPS = 200;

/**
 * How callers fare with `agents` operators, in the long run.
 *
 * @param within time in which to be answered, in the unit of the load
 */
export function erlangA(load: Load, agents: number, within: number): Service {
  const { arrivals, service, patience } = load;
  if (arrivals <= 0) return { answered: 1, within: 1 };
  if (agents <= 0 || (patience <= 0 && agents * service <= arrivals)) return { answered: 0, within: 0 };
  const { total, served, free, logFull } = states(load, agents);
  // The sum over all who come into the queue, of being served before the time is over and before patience is, closes
  // into one exponential: each place in the queue is left at the rate of the operators and of those ahead who give up.
  const leaving = agents * service;
  const rate = (time: number): number => {
    const ahead = patience > 0 ? (arrivals / patience) * -Math.expm1(-patience * time) : arrivals * time;
    return Math.exp(logFull + ahead - (leaving + patience) * time);
  };
  return {
    answered: Math.min(1, (served * service) / (arrivals * total)),
    within: Math.min(1, (free + leaving * integral(rate, within)) / total),
  };
}

/**
 * The weights of the states (so many callers speaking or waiting), relative to the likeliest, from which they are walked
 * both ways: nothing overflows with thousands of operators or a hopeless queue.
 */
function states({ arrivals, service, patience }: Load, agents: number) {
  const leaving = (state: number): number => Math.min(state, agents) * service + Math.max(0, state - agents) * patience;
  const overload = arrivals - agents * service;
  const likeliest =
    overload > 0 ? agents + Math.floor(overload / patience) : Math.min(agents, Math.floor(arrivals / service));
  const sums = { total: 0, served: 0, free: 0, logFull: 0 };
  const count = (state: number, weight: number): void => {
    sums.total += weight;
    sums.served += Math.min(state, agents) * weight;
    if (state < agents) sums.free += weight;
  };
  count(likeliest, 1);
  for (let state = likeliest + 1, weight = 1, log = 0; weight > NEGLIGIBLE || state <= agents; state += 1) {
    weight *= arrivals / leaving(state);
    log += Math.log(arrivals / leaving(state));
    if (state === agents) sums.logFull = log;
    count(state, weight);
  }
  for (let state = likeliest, weight = 1, log = 0; state > 0 && (weight > NEGLIGIBLE || state > agents); state -= 1) {
    weight *= leaving(state) / arrivals;
    log += Math.log(leaving(state) / arrivals);
    if (state - 1 === agents) sums.logFull = log;
    count(state - 1, weight);
  }
  return sums;
}

/** Simpson's rule from 0. */
function integral(of: (at: number) => number, to: number): number {
  const step = to / STEPS;
  let sum = of(0) + of(to);
  for (let at = 1; at < STEPS; at += 1) sum += (at % 2 === 0 ? 2 : 4) * of(at * step);
  return (sum * step) / 3;
}

/** What a centre promises its callers, as shares. */
export interface Promised {
  readonly answered: number;
  readonly within: number;
}

/** The fewest operators with whom both promises are kept; null: more than `most` would be needed. */
export function agentsNeeded(load: Load, promise: Promised, within: number, most: number): number | null {
  const keeps = (agents: number): boolean => {
    const fares = erlangA(load, agents, within);
    return fares.answered >= promise.answered && fares.within >= promise.within;
  };
  if (!keeps(most)) return null;
  let [few, enough] = [-1, most];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (keeps(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
