import type { Block, Field, Part } from './blocks.ts';
import { SHEET, type Drawing } from './drawing.ts';
import { layTable } from './lay-table.ts';
import { breakLines, widthOf } from './lines.ts';
import {
  BODY,
  BOTTOM,
  fit,
  HEADING,
  LEADING,
  LEFT,
  need,
  newPen,
  put,
  RIGHT,
  rule,
  sizesFor,
  SMALL,
  turnSheet,
  WIDTH,
  write,
  writeCentred,
  writeRight,
  type Pen,
} from './pen.ts';

const STEP = BODY * LEADING;
/** A line that is written on by hand is higher than printed text. */
const RULED_STEP = 8;
const SEAL_RADIUS = 19;

/** Sets a form on A4: one sheet where everything fits, otherwise 附页 with what did not. */
export function lay(blocks: readonly Block[]): Drawing {
  const pen = newPen();
  for (const block of blocks) layBlock(pen, block);
  const title = blocks.find((block) => block.kind === 'title')?.text ?? '';
  if (pen.overflows.length > 0) layAnnex(pen, title);
  if (pen.sheets.length > 1) numberSheets(pen);
  return { title, sheets: pen.sheets.map((items) => ({ items })) };
}

function layBlock(pen: Pen, block: Block): void {
  switch (block.kind) {
    case 'title':
      return layTitle(pen, block.text);
    case 'number':
      writeRight(pen, `${block.label}：${block.value || '　　　　'}`, RIGHT, pen.y + SMALL, { size: SMALL });
      pen.y += STEP;
      return;
    case 'fields':
      return layFields(pen, block.parts);
    case 'ruled':
      return layRuled(pen, block, block.lines);
    case 'table':
      return layTable(pen, block.rows);
    case 'paragraph':
      return layParagraph(pen, block.look === 'body' ? `　　${block.text}` : block.text, block.look === 'note');
    case 'passage':
      return layPassage(pen, block, block.lines);
    case 'closing':
      return layClosing(pen, block);
    case 'cut':
      pen.y = Math.max(pen.y + 4, SHEET.height / 2);
      rule(pen, 0, SHEET.width, pen.y, true);
      pen.y += 8;
      return;
    case 'gap':
      pen.y += block.height;
  }
}

function layTitle(pen: Pen, text: string): void {
  for (const line of breakLines(text, WIDTH, HEADING)) {
    writeCentred(pen, line.text, LEFT, WIDTH, pen.y + HEADING, { size: HEADING, bold: true });
    pen.y += HEADING * 1.4;
  }
  pen.y += 4;
}

function layFields(pen: Pen, parts: readonly Part[]): void {
  need(pen, RULED_STEP);
  const base = pen.y + RULED_STEP - 2;
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  let x = LEFT;
  for (const { label, value, share } of parts) {
    const end = x + (WIDTH * share) / shares;
    const from = writeLabel(pen, label, x, base);
    const right = end === RIGHT || Math.abs(end - RIGHT) < 0.01 ? RIGHT : end - 4;
    const { lines, size } = fit(pen, label, value, { width: right - from, sizes: sizesFor(RULED_STEP / 1.5) });
    write(pen, lines[0] ?? '', from, base, { size });
    rule(pen, from, right, base + 1.3);
    x = end;
  }
  pen.y += RULED_STEP;
}

/** @returns where the value begins */
function writeLabel(pen: Pen, label: string, x: number, base: number): number {
  const text = `${label}：`;
  write(pen, text, x, base);
  return x + widthOf(text, BODY);
}

function layRuled(pen: Pen, { label, value }: Field, lines: number): void {
  need(pen, lines * RULED_STEP);
  const indent = widthOf(`${label}：`, BODY);
  const { lines: texts } = fit(pen, label, value, { width: WIDTH, sizes: [{ size: BODY, lines }], indent });
  for (let index = 0; index < lines; index += 1) {
    const base = pen.y + RULED_STEP - 2;
    if (index === 0) writeLabel(pen, label, LEFT, base);
    const from = index === 0 ? LEFT + indent : LEFT;
    write(pen, texts[index] ?? '', from, base);
    rule(pen, from, RIGHT, base + 1.3);
    pen.y += RULED_STEP;
  }
}

function layParagraph(pen: Pen, text: string, note: boolean): void {
  const size = note ? SMALL : BODY;
  const step = size * (note ? LEADING : 1.9);
  for (const line of breakLines(text, WIDTH, size)) {
    need(pen, step);
    pen.y += step;
    write(pen, line.text, LEFT, pen.y - step + size, { size });
  }
}

function layPassage(pen: Pen, { label, value }: Field, lines: number): void {
  const step = BODY * 1.9;
  const head = `　　${label}：`;
  const indent = widthOf(head, BODY);
  const { lines: texts } = fit(pen, label, value, { width: WIDTH, sizes: [{ size: BODY, lines }], indent });
  for (const [index, text] of texts.entries()) {
    need(pen, step);
    const base = pen.y + BODY;
    if (index === 0) write(pen, head, LEFT, base);
    write(pen, text, index === 0 ? LEFT + indent : LEFT, base);
    pen.y += step;
  }
}

function layClosing(pen: Pen, { office, date, seal }: Extract<Block, { kind: 'closing' }>): void {
  const height = seal ? 2 * SEAL_RADIUS : 24;
  need(pen, height);
  const centre = RIGHT - Math.max(widthOf(office, BODY), widthOf(date, BODY), 2 * SEAL_RADIUS) / 2;
  const middle = pen.y + height / 2;
  writeCentred(pen, office, centre - 100, 200, middle - 1);
  if (seal) {
    put(pen, { kind: 'seal', x: centre, y: middle, radius: SEAL_RADIUS });
    writeCentred(pen, '（章）', centre - 100, 200, middle - 9, { size: SMALL, faint: true });
  }
  writeCentred(pen, date, centre - 100, 200, middle + STEP);
  pen.y += height;
}

/** 附页: what found no room, each piece under the label it belongs to. */
function layAnnex(pen: Pen, title: string): void {
  turnSheet(pen);
  layTitle(pen, `${title}附页`);
  for (const { label, text } of pen.overflows) {
    need(pen, 3 * STEP);
    write(pen, `${label}（续）`, LEFT, pen.y + BODY, { bold: true });
    pen.y += STEP * 1.2;
    layParagraph(pen, text, false);
    pen.y += STEP;
  }
}

function numberSheets(pen: Pen): void {
  for (const [index, sheet] of pen.sheets.entries()) {
    const text = `第 ${index + 1} 页　共 ${pen.sheets.length} 页`;
    const x = (SHEET.width - widthOf(text, SMALL)) / 2;
    sheet.push({ kind: 'text', x, y: BOTTOM + 10, size: SMALL, text, bold: false, faint: true });
  }
}
