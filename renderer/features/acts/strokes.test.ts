import { describe, expect, it } from 'vitest';
import { isPath, pathOf, withPoint, type Stroke } from './strokes.ts';

describe('a drawn signature', () => {
  it('is a path of whole units, one move for each stroke', () => {
    expect(
      pathOf([
        [
          [1.2, 2.7],
          [3, 4],
        ],
        [[9, 9]],
      ]),
    ).toBe('M1 3L3 4M9 9');
  });

  it('never grows longer than a command takes', () => {
    const endless: Stroke = Array.from({ length: 10_000 }, (_, index) => [index % 360, index % 110] as const);
    expect(pathOf([endless]).length).toBeLessThanOrEqual(20_000);
    expect(isPath(pathOf([endless]))).toBe(true);
  });

  it('is drawn again only where the mark is such a path', () => {
    expect(isPath('M1 3L3 4M9 9')).toBe(true);
    expect(isPath('"><script>')).toBe(false);
    expect(isPath('')).toBe(false);
  });

  it('keeps no point the eye could not tell from the one before', () => {
    expect(withPoint([[10, 10]], 10.5, 10.5)).toEqual([[10, 10]]);
    expect(withPoint([[10, 10]], 14, 10)).toEqual([
      [10, 10],
      [14, 10],
    ]);
  });
});
