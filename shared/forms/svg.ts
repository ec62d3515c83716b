import { BOLD, SHEET, STROKE, type Item, type Sheet } from './drawing.ts';

/** An SVG element as data, attributes as React names them: the screen makes elements of it, a test text. */
export interface SvgNode {
  readonly tag: 'text' | 'line' | 'rect' | 'circle' | 'path';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text: string | null;
}

export const VIEW_BOX = `0 0 ${SHEET.width} ${SHEET.height}`;
const INK = '#000';
const FAINT = '#777';
const PALE = '#e6e6e6';

/** What a sheet looks like, one element for each thing on it. */
export function svgOf({ items }: Sheet): SvgNode[] {
  return items.map(nodeOf);
}

function nodeOf(item: Item): SvgNode {
  const line = { stroke: INK, strokeWidth: STROKE, fill: 'none' };
  switch (item.kind) {
    case 'text': {
      const { x, y, size, text, bold, faint } = item;
      const fill = faint ? FAINT : INK;
      const weight = bold ? { stroke: fill, strokeWidth: size * BOLD } : {};
      return { tag: 'text', attributes: { x: round(x), y: round(y), fontSize: size, fill, ...weight }, text };
    }
    case 'line': {
      const { x1, y1, x2, y2, dashed } = item;
      const ends = { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
      return {
        tag: 'line',
        attributes: { ...ends, ...line, ...(dashed ? { strokeDasharray: '2 1.5' } : {}) },
        text: null,
      };
    }
    case 'box': {
      const { x, y, width, height } = item;
      const frame = { x: round(x), y: round(y), width: round(width), height: round(height) };
      return { tag: 'rect', attributes: { ...frame, ...line }, text: null };
    }
    case 'seal': {
      const circle = { cx: round(item.x), cy: round(item.y), r: item.radius };
      return { tag: 'circle', attributes: { ...circle, ...line, stroke: FAINT, strokeDasharray: '1 1' }, text: null };
    }
    case 'watermark': {
      const { x, y, size, text, angle } = item;
      const place = { x: round(x), y: round(y), transform: `rotate(${angle} ${round(x)} ${round(y)})` };
      return { tag: 'text', attributes: { ...place, fontSize: size, fill: PALE, textAnchor: 'middle' }, text };
    }
    case 'mark': {
      const { x, y, scale, path } = item;
      const transform = `translate(${round(x)} ${round(y)}) scale(${scale})`;
      return { tag: 'path', attributes: { d: path, transform, ...line, strokeWidth: 0.5 / scale }, text: null };
    }
  }
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
