import { describe, expect, it } from 'vitest';
import { chosenColumns, COLUMN_KEYS, COLUMNS, fitColumns, gridTemplate } from './columns.ts';

const keysOf = (columns: readonly { key: string }[]) => columns.map(({ key }) => key);

describe('the columns of the order list', () => {
  it('shows every column until the person has chosen', () => {
    expect(chosenColumns(undefined)).toEqual(COLUMN_KEYS);
  });

  it('keeps number and request whatever was chosen, and forgets columns that no longer exist', () => {
    expect(chosenColumns(['due', 'colour'])).toEqual(['number', 'summary', 'due']);
  });

  it('keeps the order of the screen, not the order of choosing', () => {
    expect(chosenColumns(['createdAt', 'state'])).toEqual(['number', 'state', 'summary', 'createdAt']);
  });

  it('gives everything its place where there is room', () => {
    expect(keysOf(fitColumns(COLUMN_KEYS, 2000))).toEqual(COLUMN_KEYS);
  });

  it('lets the least needed column go first', () => {
    const all = COLUMNS.reduce((sum, { width }) => sum + width, 0);
    expect(keysOf(fitColumns(COLUMN_KEYS, all - 1))).toEqual(COLUMN_KEYS.filter((key) => key !== 'createdBy'));
  });

  it('never drops the number, the request and the time limit, however narrow', () => {
    expect(keysOf(fitColumns(COLUMN_KEYS, 100))).toEqual(['number', 'summary', 'due']);
  });

  it('does not bring back what the person has hidden', () => {
    expect(keysOf(fitColumns(['number', 'summary'], 2000))).toEqual(['number', 'summary']);
  });

  it('gives the request whatever width is left', () => {
    expect(gridTemplate(fitColumns(['number', 'summary'], 2000))).toBe('156px minmax(240px, 1fr)');
  });
});
