import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlive, type Death, type Keeper } from './keeper.ts';

interface Life {
  askToStop(): void;
  kill(): void;
}

let lives: { end: (why: string) => void; asked: boolean; killed: boolean }[];
let ends: (Death | null)[];
let keeper: Keeper<Life>;

beforeEach(() => {
  vi.useFakeTimers();
  lives = [];
  ends = [];
  keeper = keepAlive<Life>({
    launch: (end) => {
      const life = { end, asked: false, killed: false };
      lives.push(life);
      return {
        askToStop: () => {
          life.asked = true;
        },
        kill: () => {
          life.killed = true;
          end('SIGKILL');
        },
      };
    },
    onEnd: (death) => ends.push(death),
    nowMs: () => Date.now(),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a station's process", () => {
  it('is begun again when it dies, and its host told how', async () => {
    lives[0]?.end('退出码 1');
    expect(keeper.life).toBeNull();
    expect(ends).toMatchObject([{ why: '退出码 1', alarm: false }]);
    await vi.advanceTimersByTimeAsync(ends[0]?.delayMs ?? 0);
    expect(lives).toHaveLength(2);
    expect(keeper.life).not.toBeNull();
  });

  it('is not begun again once it was to stop', async () => {
    const stopped = keeper.stop();
    expect(lives[0]?.asked).toBe(true);
    lives[0]?.end('退出码 0');
    await stopped;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(lives).toHaveLength(1);
    expect(ends).toEqual([null]);
  });

  it('is ended where it does not stop by itself', async () => {
    const stopped = keeper.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    await stopped;
    expect(lives[0]?.killed).toBe(true);
  });

  it('is not begun any more where it was to stop between two lives', async () => {
    lives[0]?.end('退出码 1');
    await keeper.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(lives).toHaveLength(1);
  });
});
