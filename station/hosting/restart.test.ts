import { describe, expect, it } from 'vitest';
import { afterDeath } from './restart.ts';

/** Dies at the given seconds and tells each decision. */
function dieAt(...seconds: number[]) {
  let deaths: readonly number[] = [];
  return seconds.map((second) => {
    const decision = afterDeath(deaths, second * 1000);
    deaths = decision.deaths;
    return decision;
  });
}

describe('restart after a death', () => {
  it('starts again at once after the first death, so that a call in progress hardly notices', () => {
    expect(dieAt(100)[0]).toMatchObject({ delayMs: 0, alarm: false });
  });

  it('waits longer after each death in a row and tells somebody from the third', () => {
    const decisions = dieAt(0, 1, 2, 10, 20, 40, 70);
    expect(decisions.map(({ delayMs }) => delayMs)).toEqual([0, 500, 2_000, 5_000, 15_000, 15_000, 15_000]);
    expect(decisions.map(({ alarm }) => alarm)).toEqual([false, false, true, true, true, true, true]);
  });

  it('forgets earlier deaths once a process has lived for a minute', () => {
    expect(dieAt(0, 1, 2, 62)[3]).toMatchObject({ delayMs: 0, alarm: false });
  });

  it('keeps its memory bounded', () => {
    expect(dieAt(...Array.from({ length: 100 }, (_, second) => second)).at(-1)?.deaths.length).toBeLessThanOrEqual(5);
  });
});
