/** px; two lines of text, so that request and place, number and provisional number stand together. */
export const ROW_HEIGHT = 48;

/** px of the sticky head, which scrolls inside the same box so that its columns stand exactly over the rows'. */
export const HEAD_HEIGHT = 36;

/** Rows drawn beyond what is in sight, so that a turn of the wheel shows rows and not their absence. */
const AHEAD = 10;

/** Rows of a list, both ends included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Which rows a box of this height shows when it is scrolled so far. All rows are of one height. */
export function rowsInSight(scrollTop: number, height: number): RowRange {
  const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT));
  return { first, last: first + Math.max(0, Math.ceil((height - HEAD_HEIGHT) / ROW_HEIGHT)) };
}

/** The rows to draw for those in sight. */
export function rowsToDraw({ first, last }: RowRange, total: number): number[] {
  const from = Math.max(0, first - AHEAD);
  const to = Math.min(total - 1, last + AHEAD);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** How far to scroll so that the whole row is in sight, and no farther. */
export function scrollTopFor(index: number, scrollTop: number, height: number): number {
  const top = index * ROW_HEIGHT;
  const lowest = top + ROW_HEIGHT - (height - HEAD_HEIGHT);
  return Math.max(0, Math.min(top, Math.max(lowest, scrollTop)));
}
