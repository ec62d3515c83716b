/** A4 on its side, mm. */
export const PAPER = { width: 297, height: 210 } as const;
export const MARGIN = 12;
/** Of letters in the table, in what stands around it, and in the title. */
export const SIZE = 3.2;
export const SMALL = 2.9;
export const HEAD = 5;
/** From one baseline to the next, of the em. */
export const LEADING = 1.5;
/** From a cell's edge to what stands in it. */
export const PADDING = 1.4;
