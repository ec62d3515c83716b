import { describe, expect, it } from 'vitest';
import { dialogWidth } from './picture-width.ts';

const DESK = { width: 1440, height: 900 };

describe('an enlarged picture', () => {
  it('is as wide as it is by itself, and no wider than the window', () => {
    expect(dialogWidth({ width: 800, height: 400 }, DESK)).toBe(842);
    expect(dialogWidth({ width: 4000, height: 1000 }, DESK)).toBe(1392);
  });

  it('is whole where a little less width is enough for that', () => {
    expect(dialogWidth({ width: 1440, height: 900 }, DESK)).toBe(1251 + 42);
  });

  it('keeps its width where it is a page to read, however tall', () => {
    expect(dialogWidth({ width: 1000, height: 3000 }, DESK)).toBe(1042);
  });

  it('leaves its title room, also before its size is known', () => {
    expect(dialogWidth({ width: 1, height: 1 }, DESK)).toBe(420);
    expect(dialogWidth({ width: 0, height: 0 }, DESK)).toBe(420);
  });
});
