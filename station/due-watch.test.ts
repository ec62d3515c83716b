import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchDue, type DueWatch } from './due-watch.ts';
import { instant, type Instant } from '../shared/instant.ts';

const START = Date.parse('2026-11-20T04:00:00.000Z');
const MINUTE = 60_000;

let dues: number[];
let passed: number;
let faults: unknown[];
let watch: DueWatch;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  dues = [];
  passed = 0;
  faults = [];
  watch = watchDue({
    next: (fromMs) => Promise.resolve(next(fromMs)),
    nowMs: () => Date.now(),
    onPassed: () => {
      passed += 1;
    },
    onFault: (_, error) => faults.push(error),
  });
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

function next(fromMs: number): Instant | null {
  const ahead = dues.filter((ms) => ms >= fromMs).toSorted((one, other) => one - other);
  return ahead[0] === undefined ? null : instant(ahead[0]);
}

describe('a limit that passes', () => {
  it('is said once, the moment it has passed, and then the next one', async () => {
    dues = [START + 5 * MINUTE, START + 9 * MINUTE];
    watch.look();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(passed).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(passed).toBe(1);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(passed).toBe(1);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(passed).toBe(2);
    await vi.advanceTimersByTimeAsync(600 * MINUTE);
    expect(passed).toBe(2);
  });

  it('is looked for again when orders change', async () => {
    dues = [START + 50 * MINUTE];
    watch.look();
    await vi.advanceTimersByTimeAsync(MINUTE);
    dues.push(START + 3 * MINUTE);
    watch.look();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(passed).toBe(1);
  });

  it('is said although it passes between a change of orders and the look at it', async () => {
    watch.look();
    await vi.advanceTimersByTimeAsync(MINUTE);
    dues = [Date.now() + 200];
    watch.look();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(passed).toBe(1);
  });

  it('is said although another change came while the timer for it was late', async () => {
    dues = [START + 5 * MINUTE];
    watch.look();
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    watch.look();
    // The machine does nothing for a minute; then everything that was due comes at once.
    vi.setSystemTime(START + 6 * MINUTE);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(passed).toBe(1);
  });

  it('is said once more after the clock was set back over it', async () => {
    dues = [START + 5 * MINUTE];
    watch.look();
    await vi.advanceTimersByTimeAsync(6 * MINUTE);
    vi.setSystemTime(START);
    watch.look();
    await vi.advanceTimersByTimeAsync(6 * MINUTE);
    expect(passed).toBe(2);
  });

  it('is found although it is further off than a timer waits', async () => {
    dues = [START + 3000 * MINUTE];
    watch.look();
    await vi.advanceTimersByTimeAsync(3001 * MINUTE);
    expect(passed).toBe(1);
    expect(faults).toEqual([]);
  });

  it('wakes nobody after the end', async () => {
    dues = [START + 5 * MINUTE];
    watch.look();
    await vi.advanceTimersByTimeAsync(MINUTE);
    watch.stop();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(passed).toBe(0);
  });
});
