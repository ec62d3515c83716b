import { describe, expect, it } from 'vitest';
import { agentsNeeded, erlangA, type Load } from './erlang.ts';

/** Erlang's own C formula, term by term: the share of callers who have to wait. */
function waits(erlangs: number, agents: number): number {
  let term = 1;
  let sum = 0;
  for (let busy = 0; busy < agents; busy += 1) {
    sum += term;
    term *= erlangs / (busy + 1);
  }
  const queued = (term * agents) / (agents - erlangs);
  return queued / (sum + queued);
}

/** The model's states summed one after the other, and its queue drained in small steps of time. */
function naive({ arrivals, service, patience }: Load, agents: number, within: number) {
  const states: number[] = [1];
  for (let state = 1; state < 120; state += 1) {
    const leaving = Math.min(state, agents) * service + Math.max(0, state - agents) * patience;
    states.push(((states.at(-1) ?? 0) * arrivals) / leaving);
  }
  const total = states.reduce((sum, one) => sum + one, 0);
  const lost = states.reduce((sum, one, state) => sum + Math.max(0, state - agents) * patience * one, 0);
  const free = states.slice(0, agents).reduce((sum, one) => sum + one, 0);
  return { answered: 1 - lost / (arrivals * total), within: (free + drained(states.slice(agents))) / total };

  /** Of those with so many others before them, who is served in time; every small step somebody may leave. */
  function drained(queue: readonly number[]): number {
    const steps = 5000;
    const step = within / steps;
    let places = queue;
    let served = 0;
    for (let taken = 0; taken < steps; taken += 1) {
      served += (places[0] ?? 0) * agents * service * step;
      places = places.map((chance, ahead) => {
        const rate = agents * service + (ahead + 1) * patience;
        return chance * (1 - rate * step) + (places[ahead + 1] ?? 0) * rate * step;
      });
    }
    return served;
  }
}

describe('Erlang’s models', () => {
  it.each([
    [1, 2, 0.3333],
    [5, 7, 0.3241],
    [8, 10, 0.4092],
    [10, 14, 0.1741],
  ])('without impatience, %d erlangs at %d operators let %d wait, as the tables have it', (erlangs, agents, share) => {
    expect(waits(erlangs, agents)).toBeCloseTo(share, 4);
    const fares = erlangA({ arrivals: erlangs, service: 1, patience: 0 }, agents, 0);
    expect(fares.within).toBeCloseTo(1 - share, 4);
    expect(fares.answered).toBeCloseTo(1, 6);
  });

  it.each([
    [{ arrivals: 2, service: 1 / 3, patience: 1 / 2 }, 6, 0.25],
    [{ arrivals: 2, service: 1 / 3, patience: 1 / 2 }, 8, 0.25],
    [{ arrivals: 2, service: 1 / 3, patience: 1 }, 3, 1],
    [{ arrivals: 10, service: 1 / 4, patience: 1 / 3 }, 40, 0.5],
  ])('with impatience equals the sum over all states (%o, %d operators)', (load, agents, within) => {
    const [fares, sums] = [erlangA(load, agents, within), naive(load, agents, within)];
    expect(fares.answered).toBeCloseTo(sums.answered, 6);
    expect(fares.within).toBeCloseTo(sums.within, 2);
  });

  it('holds for two thousand operators', () => {
    const fares = erlangA({ arrivals: 600, service: 1 / 3, patience: 1 / 2 }, 2000, 0.25);
    expect(fares.answered).toBeGreaterThan(0.99);
    // As many as there is work for: about 0.8 in the root of their number are lost, and no more.
    expect(erlangA({ arrivals: 600, service: 1 / 3, patience: 1 / 2 }, 1800, 0.25).answered).toBeGreaterThan(0.98);
    expect(erlangA({ arrivals: 600, service: 1 / 3, patience: 1 / 2 }, 20, 0.25).answered).toBeCloseTo(20 / 1800, 6);
  });

  it('nobody is needed where nobody calls, and too few lose callers', () => {
    expect(agentsNeeded({ arrivals: 0, service: 1, patience: 1 }, { answered: 0.95, within: 0.8 }, 0.25, 100)).toBe(0);
    expect(erlangA({ arrivals: 1, service: 1, patience: 1 }, 0, 0.25)).toEqual({ answered: 0, within: 0 });
    expect(erlangA({ arrivals: 3, service: 1, patience: 0 }, 2, 0.25)).toEqual({ answered: 0, within: 0 });
  });

  it('finds the fewest operators: one less breaks a promise', () => {
    const load = { arrivals: 2, service: 1 / 3.5, patience: 1 / 2 };
    const promise = { answered: 0.95, within: 0.8 };
    const fewest = agentsNeeded(load, promise, 0.25, 4000) ?? 0;
    const keeps = (agents: number): boolean => {
      const { answered, within } = erlangA(load, agents, 0.25);
      return answered >= promise.answered && within >= promise.within;
    };
    expect(keeps(fewest)).toBe(true);
    expect(keeps(fewest - 1)).toBe(false);
    expect(agentsNeeded(load, promise, 0.25, 3)).toBeNull();
  });
});
