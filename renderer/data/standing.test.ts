import { describe, expect, it } from 'vitest';
import { failure, FailureError } from '../../shared/failure.ts';
import { createStanding, type Changes } from './standing.ts';

/** A table whose changes are told by hand. */
function table() {
  const listeners = new Set<() => void>();
  let generation = 0;
  const changes: Changes = {
    generation: () => generation,
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const change = (): void => {
    generation += 1;
    for (const listener of listeners) listener();
  };
  return { changes, change, followers: () => listeners.size };
}

const nothing = (): void => undefined;

describe('a list that many places read', () => {
  it('is asked for once, whoever comes later finds it known', async () => {
    let asked = 0;
    const list = createStanding(() => Promise.resolve((asked += 1)), table().changes);
    list.subscribe(nothing);
    list.subscribe(nothing);
    await Promise.resolve();
    await Promise.resolve();
    list.subscribe(nothing);
    expect(list.read()).toMatchObject({ data: 1, loading: false });
    expect(asked).toBe(1);
  });

  it('is asked for again with each change, but not while nobody reads it', async () => {
    let asked = 0;
    const { changes, change, followers } = table();
    const list = createStanding(() => Promise.resolve((asked += 1)), changes);
    const leave = list.subscribe(nothing);
    change();
    expect(asked).toBe(2);
    leave();
    expect(followers()).toBe(0);
    change();
    expect(asked).toBe(2);
    list.subscribe(nothing);
    expect(asked).toBe(3);
    await expect.poll(() => list.read().data).toBe(3);
  });

  it('is asked for again by the next reader where it could not be had, and keeps what was known', async () => {
    const answers = [Promise.resolve('known'), Promise.reject(new FailureError(failure('STATION_DOWN')))];
    const list = createStanding(() => answers.shift() ?? Promise.resolve('again'), table().changes);
    list.subscribe(nothing);
    await expect.poll(() => list.read().data).toBe('known');
    list.refresh();
    await expect.poll(() => list.read().failure?.code).toBe('STATION_DOWN');
    expect(list.read().data).toBe('known');
    list.subscribe(nothing);
    await expect.poll(() => list.read().data).toBe('again');
  });
});
