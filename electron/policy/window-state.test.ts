import { describe, expect, it } from 'vitest';
import { MIN_HEIGHT, MIN_WIDTH, placeWindow } from './window-state.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1920, height: 1080 };
const saved = { x: 2000, y: 50, width: 1500, height: 900, maximized: false };

describe('where the window opens', () => {
  it('is where it was, while that display is there', () => {
    expect(placeWindow(saved, [laptop, right])).toEqual(saved);
  });

  it('is the middle of the first display once the other one is unplugged', () => {
    expect(placeWindow(saved, [laptop])).toEqual({ x: 210, y: 70, width: 1500, height: 900, maximized: false });
  });

  it('stays maximized through that', () => {
    expect(placeWindow({ ...saved, maximized: true }, [laptop]).maximized).toBe(true);
  });

  it.each([
    ['above the display', { ...saved, x: 100, y: -40 }],
    ['below it', { ...saved, x: 100, y: 1030 }],
    ['so far to the left that the title bar cannot be caught', { ...saved, x: -1450 }],
  ])('comes back when it was %s', (_where, state) => {
    expect(placeWindow(state, [laptop])).toMatchObject({ x: 210, y: 70 });
  });

  it.each([null, 'x', {}, { ...saved, width: -5 }, { ...saved, x: 1.5 }, { ...saved, maximized: 'yes' }])(
    'is a first window where the file says %j',
    (state) => {
      expect(placeWindow(state, [laptop])).toEqual({ x: 240, y: 70, width: 1440, height: 900, maximized: false });
    },
  );

  it('is never larger than its display nor too small to work in', () => {
    expect(placeWindow({ ...saved, x: 0, y: 0, width: 9000, height: 9000 }, [laptop])).toMatchObject({
      width: 1920,
      height: 1040,
    });
    expect(placeWindow({ ...saved, x: 0, y: 0, width: 10, height: 10 }, [laptop])).toMatchObject({
      x: 210 + 200,
      width: MIN_WIDTH,
      height: MIN_HEIGHT,
    });
  });

  it('opens even where no display is known', () => {
    expect(placeWindow(null, [])).toMatchObject({ width: 1440, height: 900 });
  });
});
