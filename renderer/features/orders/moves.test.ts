import { describe, expect, it } from 'vitest';
import { movedIndex } from './moves.ts';

describe('moving through the list by keyboard', () => {
  it('starts at the first row, whichever arrow comes first', () => {
    expect(movedIndex('ArrowDown', -1, 10, 5)).toBe(0);
    expect(movedIndex('ArrowUp', -1, 10, 5)).toBe(0);
  });

  it('stays inside the list', () => {
    expect(movedIndex('ArrowDown', 9, 10, 5)).toBe(9);
    expect(movedIndex('ArrowUp', 0, 10, 5)).toBe(0);
    expect(movedIndex('PageDown', 8, 10, 5)).toBe(9);
    expect(movedIndex('PageUp', 2, 10, 5)).toBe(0);
  });

  it('keeps one row of the old page in sight when paging', () => {
    expect(movedIndex('PageDown', 0, 200_000, 20)).toBe(19);
  });

  it('goes to both ends of 200,000 rows', () => {
    expect(movedIndex('End', 3, 200_000, 20)).toBe(199_999);
    expect(movedIndex('Home', 150_000, 200_000, 20)).toBe(0);
  });

  it('leaves other keys and an empty list alone', () => {
    expect(movedIndex('a', 3, 10, 5)).toBeNull();
    expect(movedIndex('ArrowDown', -1, 0, 5)).toBeNull();
  });
});
