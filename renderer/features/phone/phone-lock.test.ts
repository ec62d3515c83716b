import { describe, expect, it } from 'vitest';
import { holdPhone, type Locks } from './phone-lock.ts';

/** The browser's rules for one exclusive lock: holders in turn, a thief at once, and the robbed one is told. */
function browserLocks(): Locks {
  const waiting: (() => void)[] = [];
  let rob: (() => void) | null = null;
  const aborted = (): DOMException => new DOMException('gone', 'AbortError');
  const free = (): void => {
    rob = null;
    waiting.shift()?.();
  };
  return {
    request: (_name, options, hold) =>
      new Promise((resolve, reject) => {
        const take = (): void => {
          const mine = (): void => reject(aborted());
          rob = mine;
          void hold().then(() => {
            resolve(undefined);
            if (rob === mine) free();
          });
        };
        if ('steal' in options) {
          rob?.();
          return take();
        }
        options.signal.addEventListener('abort', () => {
          const at = waiting.indexOf(take);
          if (at < 0) return;
          waiting.splice(at, 1);
          reject(aborted());
        });
        if (rob === null) take();
        else waiting.push(take);
      }),
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('two windows of one desk', () => {
  it('never both have the phone: the second waits, and has it once the first has gone', async () => {
    const locks = browserLocks();
    const has = [false, false];
    const first = holdPhone(locks, (mine) => (has[0] = mine));
    const second = holdPhone(locks, (mine) => (has[1] = mine));
    await settled();
    expect(has).toEqual([true, false]);
    first.release();
    await settled();
    expect(has).toEqual([false, true]);
    second.release();
  });

  it('may take it from each other, and the one it was taken from waits again', async () => {
    const locks = browserLocks();
    const has = [false, false];
    const first = holdPhone(locks, (mine) => (has[0] = mine));
    const second = holdPhone(locks, (mine) => (has[1] = mine));
    await settled();
    second.steal();
    await settled();
    expect(has).toEqual([false, true]);
    first.steal();
    await settled();
    expect(has).toEqual([true, false]);
    first.release();
    await settled();
    expect(has).toEqual([false, true]);
    second.release();
  });
});
