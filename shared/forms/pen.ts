import { SHEET, type Item } from './drawing.ts';
import { breakLines, joinLines, widthOf } from './lines.ts';

/** Margins and type of every form, mm. */
export const LEFT = 22;
export const RIGHT = SHEET.width - 22;
export const WIDTH = RIGHT - LEFT;
export const TOP = 20;
export const BOTTOM = SHEET.height - 22;
export const BODY = 4.2;
export const SMALL = 3.6;
/** What a value shrinks to at most before it goes to 附页. */
const SMALLEST = 2.9;
export const HEADING = 6.6;
/** From one baseline to the next, of the em. */
export const LEADING = 1.6;

/** Stands where the rest of a value has gone to 附页. */
export const CONTINUED = '（续见附页）';

/** What did not fit beside its label. */
export interface Overflow {
  readonly label: string;
  readonly text: string;
}

/** Draws on sheet after sheet, from the top down. */
export interface Pen {
  readonly sheets: Item[][];
  readonly overflows: Overflow[];
  y: number;
}

export function newPen(): Pen {
  return { sheets: [[]], overflows: [], y: TOP };
}

export function put(pen: Pen, ...items: readonly Item[]): void {
  pen.sheets.at(-1)?.push(...items);
}

export function turnSheet(pen: Pen): void {
  pen.sheets.push([]);
  pen.y = TOP;
}

/** Goes on on another sheet where this height, mm, is no longer there. */
export function need(pen: Pen, height: number): void {
  if (pen.y + height > BOTTOM && pen.y > TOP) turnSheet(pen);
}

export interface Setting {
  readonly size?: number;
  readonly bold?: boolean;
  readonly faint?: boolean;
}

/** One line of text; `y` is its baseline. */
export function write(pen: Pen, text: string, x: number, y: number, setting: Setting = {}): void {
  if (text.trim() === '') return;
  const { size = BODY, bold = false, faint = false } = setting;
  put(pen, { kind: 'text', x, y, size, text, bold, faint });
}

/** The same between `x` and `x + width`, in the middle. */
export function writeCentred(pen: Pen, text: string, x: number, width: number, y: number, setting: Setting = {}): void {
  write(pen, text, x + (width - widthOf(text, setting.size ?? BODY)) / 2, y, setting);
}

/** The same, ending at `right`. */
export function writeRight(pen: Pen, text: string, right: number, y: number, setting: Setting = {}): void {
  write(pen, text, right - widthOf(text, setting.size ?? BODY), y, setting);
}

export function rule(pen: Pen, x1: number, x2: number, y: number, dashed = false): void {
  put(pen, { kind: 'line', x1, y1: y, x2, y2: y, dashed });
}

export interface Room {
  readonly width: number;
  /** How many lines there are in each of the sizes that may be taken, the largest size first. */
  readonly sizes: readonly { readonly size: number; readonly lines: number }[];
  /** What the first line is shorter by. */
  readonly indent?: number;
}

/** A value as it is set in its room. */
export interface Fitted {
  readonly lines: readonly string[];
  readonly size: number;
}

/**
 * A value broken for the room it has, in the largest size that holds it. What fits in none is set in the largest, its
 * rest is kept for 附页, and the last line says so: nothing is ever cut off.
 */
export function fit(pen: Pen, label: string, value: string, { width, sizes, indent = 0 }: Room): Fitted {
  for (const { size, lines: most } of sizes) {
    const lines = breakLines(value.trimEnd(), width, size, indent);
    if (lines.length <= most) return { size, lines: lines.map(({ text }) => text) };
  }
  const { size, lines: most } = sizes[0] ?? { size: BODY, lines: 1 };
  const lines = breakLines(value.trimEnd(), width, size, indent);
  const kept = lines.slice(0, most - 1);
  pen.overflows.push({ label, text: joinLines(lines.slice(kept.length)) });
  return { size, lines: [...kept.map(({ text }) => text), CONTINUED] };
}

/** The usual size and the smaller ones, for what stands in so much height, mm. */
export function sizesFor(height: number): Room['sizes'] {
  return [BODY, SMALL, SMALLEST].map((size) => ({ size, lines: Math.max(1, Math.floor(height / (size * LEADING))) }));
}
