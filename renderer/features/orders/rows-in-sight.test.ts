import { describe, expect, it } from 'vitest';
import { HEAD_HEIGHT, ROW_HEIGHT, rowsInSight, rowsToDraw, scrollTopFor } from './rows-in-sight.ts';

const TEN_ROWS = HEAD_HEIGHT + 10 * ROW_HEIGHT;

describe('the rows in sight', () => {
  it('begin at the top and reach into the row that is cut by the lower edge', () => {
    expect(rowsInSight(0, TEN_ROWS)).toEqual({ first: 0, last: 10 });
    expect(rowsInSight(ROW_HEIGHT * 1000 + 5, TEN_ROWS)).toEqual({ first: 1000, last: 1010 });
  });

  it('are drawn with some more on each side, within the list', () => {
    expect(rowsToDraw({ first: 0, last: 2 }, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(rowsToDraw({ first: 100_000, last: 100_010 }, 200_000)).toHaveLength(31);
    expect(rowsToDraw({ first: 0, last: 10 }, 0)).toEqual([]);
  });
});

describe('bringing a row into sight', () => {
  it('does not move the list where the row is in sight already', () => {
    expect(scrollTopFor(5, 2 * ROW_HEIGHT, TEN_ROWS)).toBe(2 * ROW_HEIGHT);
  });

  it('moves no farther than it must', () => {
    expect(scrollTopFor(1, 4 * ROW_HEIGHT, TEN_ROWS)).toBe(ROW_HEIGHT);
    expect(scrollTopFor(10, 0, TEN_ROWS)).toBe(ROW_HEIGHT);
    expect(scrollTopFor(199_999, 0, TEN_ROWS)).toBe(199_990 * ROW_HEIGHT);
  });

  it('never scrolls above the beginning', () => {
    expect(scrollTopFor(0, 0, TEN_ROWS)).toBe(0);
  });
});
