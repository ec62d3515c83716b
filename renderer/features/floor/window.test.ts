import { describe, expect, it } from 'vitest';
import { rowWindow } from './window.ts';

describe('the rows in sight', () => {
  it('of two thousand are a few dozen, with the space of the others kept', () => {
    const shown = rowWindow(2000, 38, 38_000, 760);
    expect(shown).toEqual({ from: 994, to: 1026, above: 994 * 38, below: 974 * 38 });
    expect(shown.above + (shown.to - shown.from) * 38 + shown.below).toBe(2000 * 38);
  });

  it('are all of a short list, and none of an empty one, however far it was scrolled before', () => {
    expect(rowWindow(10, 38, 0, 760)).toEqual({ from: 0, to: 10, above: 0, below: 0 });
    expect(rowWindow(0, 38, 5000, 760)).toEqual({ from: 0, to: 0, above: 0, below: 0 });
    expect(rowWindow(3, 38, 5000, 760).to).toBe(3);
  });
});
