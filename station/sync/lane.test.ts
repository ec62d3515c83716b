import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureError, failure, type Failure } from '../../shared/failure.ts';
import { createLane, type Lane } from './lane.ts';

let lane: Lane;
let runs: number;
let work: () => Promise<'again' | 'idle'>;
let failures: string[];

beforeEach(() => {
  vi.useFakeTimers();
  runs = 0;
  failures = [];
  work = () => Promise.resolve('idle');
  lane = createLane({
    run: () => {
      runs += 1;
      return work();
    },
    failureOf: (error): Failure => (error instanceof FailureError ? error.failure : failure('UNEXPECTED')),
    onFailure: ({ code }) => failures.push(code),
    onIdle: () => undefined,
    random: () => 0.5,
  });
});

afterEach(async () => {
  await lane.stop();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a lane', () => {
  it('goes on while there is more, then rests', async () => {
    let left = 3;
    work = () => Promise.resolve((left -= 1) > 0 ? 'again' : 'idle');
    lane.kick();
    await settle();
    expect(runs).toBe(3);
    expect(lane.busy).toBe(false);
  });

  it('does one thing at a time, and looks again for what came in between', async () => {
    let finish = (): void => undefined;
    work = () => new Promise((resolve) => (finish = () => resolve('idle')));
    lane.kick();
    lane.kick();
    lane.kick();
    await settle();
    expect(runs).toBe(1);
    finish();
    await settle();
    expect(runs).toBe(2);
    finish();
    await settle();
    expect(runs).toBe(2);
  });

  it.each([0, 1, 2, 3, 4, 5])('looks again for what comes %i steps after it found nothing', async (steps) => {
    let finish = (): void => undefined;
    const found = new Promise<'idle'>((resolve) => (finish = () => resolve('idle')));
    work = () => found;
    lane.kick();
    await settle();
    finish();
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    lane.kick();
    await settle();
    expect(runs).toBe(2);
    expect(lane.busy).toBe(false);
  });

  it('tries again after a failure, later each time, and a kick does not hurry it', async () => {
    work = () => Promise.reject(new FailureError(failure('OVERLOADED')));
    lane.kick();
    await settle();
    lane.kick();
    await vi.advanceTimersByTimeAsync(249);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toBe(2);
    await vi.advanceTimersByTimeAsync(499);
    expect(runs).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toBe(3);
    expect(failures).toEqual(['OVERLOADED', 'OVERLOADED', 'OVERLOADED']);
  });

  it('waits as long as the centre asked', async () => {
    work = () => Promise.reject(new FailureError(failure('OVERLOADED', { retryAfterMs: 10_000 })));
    lane.kick();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(runs).toBe(2);
  });

  it('tries at once where somebody asks for it', async () => {
    work = () => Promise.reject(new FailureError(failure('OVERLOADED', { retryAfterMs: 10_000 })));
    lane.kick();
    await settle();
    work = () => Promise.resolve('idle');
    lane.now();
    await settle();
    expect(runs).toBe(2);
  });

  it('does nothing any more once it is stopped', async () => {
    work = () => Promise.reject(new Error('broken'));
    lane.kick();
    await settle();
    await lane.stop();
    lane.kick();
    lane.now();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs).toBe(1);
  });
});
