import { describe, expect, it } from 'vitest';
import {
  accept,
  emptyWindow,
  indexOf,
  invalidate,
  KEPT_PAGES,
  PAGE_ROWS,
  rowAt,
  shiftOf,
  wanted,
  type Wanted,
  type WindowState,
} from './window-state.ts';

interface Item {
  readonly id: string;
}

const list = (length: number): Item[] => Array.from({ length }, (_, index) => ({ id: `r${index}` }));

function answered(state: WindowState<Item>, rows: readonly Item[], request: Wanted): WindowState<Item> {
  const slice = rows.slice(request.offset, request.offset + request.limit);
  return accept(state, request, { rows: slice, total: rows.length });
}

/** Answers every request for a range until nothing is wanted. */
function settled(state: WindowState<Item>, rows: readonly Item[], first: number, last: number): WindowState<Item> {
  let next = state;
  for (let request = wanted(next, first, last); request; request = wanted(next, first, last)) {
    next = answered(next, rows, request);
  }
  return next;
}

describe('the rows of a long list that are in memory', () => {
  it('asks for what is on screen and a page ahead, in one request', () => {
    expect(wanted(emptyWindow<Item>(), 0, 30)).toEqual({ generation: 0, offset: 0, limit: 2 * PAGE_ROWS });
  });

  it('asks for nothing more once the surroundings are there', () => {
    const rows = list(200_000);
    const state = settled(emptyWindow<Item>(), rows, 100_000, 100_030);
    expect(wanted(state, 100_000, 100_030)).toBeNull();
    expect(rowAt(state, 100_000)).toEqual({ id: 'r100000' });
    expect(rowAt(state, 5)).toBeUndefined();
  });

  it('fetches what is on screen before what lies beside it', () => {
    const state = settled(emptyWindow<Item>(), list(10_000), 0, 30);
    expect(wanted(state, 5_000, 5_030)?.offset).toBe(5_000);
  });

  it('stops at the end of the list', () => {
    const rows = list(70);
    const state = settled(emptyWindow<Item>(), rows, 0, 69);
    expect(state.total).toBe(70);
    expect(rowAt(state, 69)).toEqual({ id: 'r69' });
    expect(wanted(state, 0, 69)).toBeNull();
  });

  it('keeps rows on screen after a change until the new ones are there', () => {
    const before = settled(emptyWindow<Item>(), list(100), 0, 30);
    const stale = invalidate(before);
    expect(rowAt(stale, 3)).toEqual({ id: 'r3' });
    expect(wanted(stale, 0, 30)?.generation).toBe(1);
  });

  it('throws an answer away that is older than a change', () => {
    const state = emptyWindow<Item>();
    const request = wanted(state, 0, 30);
    expect(request).not.toBeNull();
    const changed = invalidate(state);
    expect(request && answered(changed, list(10), request)).toBe(changed);
  });

  it('never shows rows from before and after a change side by side', () => {
    const before = settled(emptyWindow<Item>(), list(1_000), 0, 200);
    const stale = invalidate(before);
    const fresh = [{ id: 'new' }, ...list(1_000)];
    const request = wanted(stale, 0, 30);
    const after = request ? answered(stale, fresh, request) : stale;
    expect(rowAt(after, 0)).toEqual({ id: 'new' });
    expect(rowAt(after, 149)).not.toEqual({ id: 'r149' });
  });

  it('notices when an empty list fills', () => {
    const empty = settled(emptyWindow<Item>(), [], 0, 30);
    expect(empty.total).toBe(0);
    expect(wanted(empty, 0, 30)).toBeNull();
    expect(settled(invalidate(empty), list(3), 0, 30).total).toBe(3);
  });

  it('tells by how much a row moved, so that the screen can stay with it', () => {
    const before = settled(emptyWindow<Item>(), list(500), 0, 30);
    const after = settled(invalidate(before), [{ id: 'a' }, { id: 'b' }, ...list(500)], 0, 30);
    expect(shiftOf(before, after, 'r10')).toBe(2);
    expect(indexOf(after, 'r10')).toBe(12);
    expect(shiftOf(before, after, 'gone')).toBe(0);
  });

  it('forgets the pages farthest away', () => {
    const rows = list(200_000);
    let state = emptyWindow<Item>();
    for (let top = 0; top < 100 * PAGE_ROWS; top += PAGE_ROWS) state = settled(state, rows, top, top + 30);
    expect(state.pages.size).toBeLessThanOrEqual(KEPT_PAGES);
    expect(rowAt(state, 99 * PAGE_ROWS)).toEqual({ id: `r${99 * PAGE_ROWS}` });
    expect(rowAt(state, 0)).toBeUndefined();
  });
});
