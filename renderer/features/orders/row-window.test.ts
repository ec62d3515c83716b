import { describe, expect, it } from 'vitest';
import { createRowWindow, type LoadRows } from './row-window.ts';
import { rowAt } from './window-state.ts';

interface Item {
  readonly id: string;
}

interface Asked {
  readonly offset: number;
  answer(rows: readonly Item[], total: number): Promise<void>;
  refuse(error: Error): Promise<void>;
}

/** A list whose answers the test gives by hand. */
function byHand(): { asked: Asked[]; load: LoadRows<Item> } {
  const asked: Asked[] = [];
  const load: LoadRows<Item> = (offset) =>
    new Promise((resolve, reject) => {
      asked.push({
        offset,
        async answer(rows, total) {
          resolve({ rows, total });
          await settle();
        },
        async refuse(error) {
          reject(error);
          await settle();
        },
      });
    });
  return { asked, load };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const rows = (from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}` }));

describe('a list that loads as it scrolls', () => {
  it('asks once for where the scrolling stops, not for everything it passed', async () => {
    const { asked, load } = byHand();
    const window = createRowWindow<Item>();
    window.open('all', load);
    for (let top = 100; top <= 90_000; top += 100) window.show(top, top + 30);
    expect(asked.map(({ offset }) => offset)).toEqual([0]);
    await asked[0]?.answer(rows(0, 100), 200_000);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 90_000]);
  });

  it('keeps the old list on screen until the first rows of the new one are there', async () => {
    const first = byHand();
    const second = byHand();
    const window = createRowWindow<Item>();
    window.open('first', first.load);
    await first.asked[0]?.answer(rows(0, 10), 10);
    window.open('second', second.load);
    expect(rowAt(window.view().state, 0)).toEqual({ id: 'r0' });
    await second.asked[0]?.answer([{ id: 'other' }], 1);
    expect(rowAt(window.view().state, 0)).toEqual({ id: 'other' });
    expect(window.view().state.total).toBe(1);
  });

  it('does not show the late answer of a list that was left', async () => {
    const first = byHand();
    const second = byHand();
    const window = createRowWindow<Item>();
    window.open('first', first.load);
    window.open('second', second.load);
    await first.asked[0]?.answer(rows(0, 10), 10);
    expect(window.view().state.total).toBeNull();
    await second.asked[0]?.answer([{ id: 'other' }], 1);
    expect(rowAt(window.view().state, 0)).toEqual({ id: 'other' });
  });

  it('stays where it was scrolled to when its screen comes to the front again', async () => {
    const { asked, load } = byHand();
    const window = createRowWindow<Item>();
    window.open('all', load);
    await asked[0]?.answer(rows(0, 100), 200_000);
    window.show(90_000, 90_030);
    await asked[1]?.answer(rows(90_000, 100), 200_000);
    await asked[2]?.answer(rows(89_950, 50), 200_000);
    window.open('all', load);
    expect(asked.at(-1)?.offset).toBe(90_000);
  });

  it('holds the failure and the rows, and forgets the failure with the next answer', async () => {
    const { asked, load } = byHand();
    const window = createRowWindow<Item>();
    window.open('all', load);
    await asked[0]?.answer(rows(0, 10), 10);
    window.refresh();
    const lost = new Error('gone');
    await asked[1]?.refuse(lost);
    expect(window.view().error).toBe(lost);
    expect(rowAt(window.view().state, 0)).toEqual({ id: 'r0' });
    window.refresh();
    await asked[2]?.answer(rows(0, 10), 10);
    expect(window.view().error).toBeNull();
  });
});

describe('opening a row as soon as its list was asked for', () => {
  it('waits for the rows that were asked for: the first of the list before is another order', async () => {
    const before = byHand();
    const typed = byHand();
    const window = createRowWindow<Item>();
    window.open('all', before.load);
    await before.asked[0]?.answer(rows(0, 10), 10);
    window.open('typed', typed.load);
    const opened: (Item | null)[] = [];
    const opening = window.rowOnceHere(0).then((row) => opened.push(row));
    await settle();
    expect(opened).toEqual([]);
    await typed.asked[0]?.answer([{ id: 'found' }], 1);
    await opening;
    expect(opened).toEqual([{ id: 'found' }]);
  });

  it('does not wait where the rows on screen are only read afresh', async () => {
    const { asked, load } = byHand();
    const window = createRowWindow<Item>();
    window.open('all', load);
    await asked[0]?.answer(rows(0, 10), 10);
    window.refresh();
    expect(await window.rowOnceHere(3)).toEqual({ id: 'r3' });
  });

  it('opens nothing where nothing was found, the asking failed, or something else was asked for meanwhile', async () => {
    const { asked, load } = byHand();
    const window = createRowWindow<Item>();
    window.open('none', load);
    const none = window.rowOnceHere(0);
    await asked[0]?.answer([], 0);
    expect(await none).toBeNull();
    window.open('failing', load);
    const failing = window.rowOnceHere(0);
    await asked[1]?.refuse(new Error('down'));
    expect(await failing).toBeNull();
    window.open('first', load);
    const first = window.rowOnceHere(0);
    window.open('second', load);
    expect(await first).toBeNull();
  });
});
