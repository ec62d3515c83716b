import type { Cell, Row } from './blocks.ts';
import { breakLines, widthOf } from './lines.ts';
import { markBox } from './mark.ts';
import {
  BODY,
  fit,
  LEADING,
  LEFT,
  need,
  put,
  sizesFor,
  SMALL,
  WIDTH,
  write,
  writeCentred,
  writeRight,
  type Pen,
} from './pen.ts';

/** From a cell's edge to what stands in it, mm. */
const PADDING = 2;
const STEP = BODY * LEADING;
/** A typed signature stands out from what is printed. */
const SIGNED = 5;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rows of boxes, each as high as it says. */
export function layTable(pen: Pen, rows: readonly Row[]): void {
  for (const row of rows) {
    need(pen, row.height);
    const shares = row.cells.reduce((sum, { share }) => sum + share, 0);
    let x = LEFT;
    for (const cell of row.cells) {
      const frame = { x, y: pen.y, width: (WIDTH * cell.share) / shares, height: row.height };
      put(pen, { kind: 'box', ...frame });
      layCell(pen, cell, frame);
      x += frame.width;
    }
    pen.y += row.height;
  }
}

function layCell(pen: Pen, cell: Cell, frame: Frame): void {
  switch (cell.kind) {
    case 'label':
      return layLabel(pen, cell, frame);
    case 'value':
      return layValue(pen, cell, frame);
    case 'signature':
      return laySignature(pen, cell, frame);
  }
}

function layLabel(pen: Pen, cell: Extract<Cell, { kind: 'label' }>, frame: Frame): void {
  const lines = evenLines(cell.text, frame.width - PADDING);
  const hints = cell.hint ? breakLines(cell.hint, frame.width - PADDING, SMALL).map(({ text }) => text) : [];
  let y = firstBaseline(frame, lines.length + hints.length);
  for (const line of lines) {
    writeCentred(pen, line, frame.x, frame.width, y);
    y += STEP;
  }
  for (const line of hints) {
    writeCentred(pen, line, frame.x, frame.width, y, { size: SMALL });
    y += STEP;
  }
}

/** A label on as few lines as it needs, all of a length. */
function evenLines(text: string, width: number): string[] {
  const { length } = breakLines(text, width, BODY);
  const even = text.includes('\n') ? width : (Math.ceil(text.length / length) + 0.1) * BODY;
  return breakLines(text, Math.min(even, width), BODY).map((line) => line.text);
}

/** A short value stands in the middle of its cell, one in a large cell at the top. */
function layValue(pen: Pen, { label, value }: { label: string; value: string }, frame: Frame): void {
  const tall = frame.height > 3 * STEP;
  const { lines, size } = fit(pen, label, value, {
    width: frame.width - 2 * PADDING,
    sizes: sizesFor(frame.height - (tall ? PADDING : 0.5)),
  });
  let y = tall ? frame.y + PADDING + size : firstBaseline(frame, lines.length, size);
  for (const line of lines) {
    write(pen, line, frame.x + PADDING, y, { size });
    y += size * LEADING;
  }
}

function laySignature(pen: Pen, cell: Extract<Cell, { kind: 'signature' }>, frame: Frame): void {
  const foot = frame.y + frame.height - PADDING - 1;
  const right = frame.x + frame.width - PADDING;
  writeRight(pen, cell.date, right, foot);
  const { lines, size } = fit(pen, cell.label, cell.value, {
    width: frame.width - 2 * PADDING,
    sizes: sizesFor(frame.height - PADDING - STEP * (cell.signature === null ? 1 : 2)),
  });
  let y = frame.y + PADDING + size;
  for (const line of lines) {
    write(pen, line, frame.x + PADDING, y, { size });
    y += size * LEADING;
  }
  if (cell.signature === null) return;
  const { kind, mark } = cell.signature;
  const base = foot - STEP;
  if (kind === 'typed') return writeRight(pen, mark, right - widthOf(cell.date, BODY) / 2, base, { size: SIGNED });
  const drawn = markBox(mark);
  if (drawn === null) return;
  const scale = Math.min(40 / drawn.width, 12 / drawn.height);
  const left = right - 10 - drawn.width * scale;
  const top = base + 3 - drawn.height * scale;
  put(pen, { kind: 'mark', x: left - drawn.x * scale, y: top - drawn.y * scale, scale, path: mark });
}

/** Baseline of the first of so many lines that stand in the middle of a frame. */
function firstBaseline({ y, height }: Frame, lines: number, size = BODY): number {
  const step = size * LEADING;
  return y + (height - lines * step) / 2 + (step + size * 0.72) / 2;
}
