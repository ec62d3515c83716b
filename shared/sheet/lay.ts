import type { Drawing, Item } from '../forms/drawing.ts';
import { breakLines, widthOf } from '../forms/lines.ts';
import { bandsOf, type Band } from './widths.ts';
import { saidCell, type Sheet } from './sheet.ts';
import { HEAD, LEADING, MARGIN, PADDING, PAPER, SIZE, SMALL } from './paper.ts';

const TEXT = {
  definitions: '指标口径',
  empty: '没有数据。',
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
};
const STEP = SIZE * LEADING;
const RIGHT = PAPER.width - MARGIN;
/** Under the title and the mark; above the page's number. */
const TOP = MARGIN + 12;
const BOTTOM = PAPER.height - MARGIN - 6;

interface Pages {
  readonly title: string;
  readonly done: Item[][];
  y: number;
}

/**
 * Sets a table on A4 sheets that lie on their side: names on every sheet, text broken and never cut, page numbers, and on
 * each sheet who took it. What has too many columns for one sheet goes on beside the first column on further ones.
 */
export function laySheet(sheet: Sheet): Drawing {
  const pages: Pages = { title: sheet.title, done: [], y: 0 };
  for (const band of bandsOf(sheet)) layBand(pages, sheet, band);
  layDefinitions(pages, sheet);
  const count = pages.done.length;
  return {
    title: sheet.title,
    sheets: pages.done.map((items, index) => ({ items: [...frame(sheet, index + 1, count), ...items] })),
  };
}

function layBand(pages: Pages, sheet: Sheet, band: Band): void {
  turn(pages, sheet, band);
  if (sheet.lines.length === 0) text(pages, TEXT.empty, MARGIN, pages.y + SIZE);
  for (const line of sheet.lines) {
    const cells = band.map(({ place, kind, width }) =>
      breakLines(saidCell(kind, line[place] ?? null), width - 2 * PADDING, SIZE).map((part) => part.text),
    );
    layRow(pages, sheet, band, cells);
  }
}

/** One line of the table; what is longer than a sheet goes on on the next. */
function layRow(pages: Pages, sheet: Sheet, band: Band, cells: readonly string[][]): void {
  let [from, left] = [0, Math.max(...cells.map(({ length }) => length))];
  while (left > 0) {
    const room = Math.floor((BOTTOM - pages.y - PADDING) / STEP);
    const whole = left * STEP + PADDING <= BOTTOM - TOP - 20;
    if (room < 1 || (room < left && whole)) {
      turn(pages, sheet, band);
      continue;
    }
    const take = Math.min(room, left);
    drawRow(
      pages,
      band,
      cells.map((lines) => lines.slice(from, from + take)),
      take,
    );
    from += take;
    left -= take;
  }
}

function drawRow(pages: Pages, band: Band, cells: readonly string[][], lines: number): void {
  const height = lines * STEP + PADDING;
  let x = MARGIN;
  for (const [place, { width, right }] of band.entries()) {
    put(pages, { kind: 'box', x, y: pages.y, width, height });
    for (const [index, said] of (cells[place] ?? []).entries()) {
      const y = pages.y + PADDING / 2 + index * STEP + SIZE;
      text(pages, said, right ? x + width - PADDING - widthOf(said, SIZE) : x + PADDING, y);
    }
    x += width;
  }
  pages.y += height;
}

/** A further sheet, with the names of its columns. */
function turn(pages: Pages, sheet: Sheet, band: Band): void {
  pages.done.push([]);
  pages.y = TOP;
  const names = band.map(({ place, width }) =>
    breakLines(sheet.columns[place]?.name ?? '', width - 2 * PADDING, SIZE).map((part) => part.text),
  );
  const lines = Math.max(...names.map(({ length }) => length));
  const height = lines * STEP + PADDING;
  let x = MARGIN;
  for (const [place, { width }] of band.entries()) {
    put(pages, { kind: 'box', x, y: pages.y, width, height });
    const own = names[place] ?? [];
    const first = pages.y + PADDING / 2 + ((lines - own.length) * STEP) / 2 + SIZE;
    for (const [index, said] of own.entries())
      text(pages, said, x + (width - widthOf(said, SIZE)) / 2, first + index * STEP, true);
    x += width;
  }
  pages.y += height;
}

function layDefinitions(pages: Pages, { columns }: Sheet): void {
  const defined = columns.filter(({ says }) => says !== null);
  if (defined.length === 0) return;
  if (pages.y + 4 * STEP > BOTTOM) plainPage(pages);
  pages.y += STEP;
  text(pages, TEXT.definitions, MARGIN, pages.y + SIZE, true);
  pages.y += 1.4 * STEP;
  for (const { name, says } of defined)
    for (const { text: said } of breakLines(`${name}：${says ?? ''}`, RIGHT - MARGIN, SIZE)) {
      if (pages.y + STEP > BOTTOM) plainPage(pages);
      text(pages, said, MARGIN, pages.y + SIZE);
      pages.y += STEP;
    }
}

function plainPage(pages: Pages): void {
  pages.done.push([]);
  pages.y = TOP;
}

/** What is the same on every sheet: across it and at its head who took it, at its foot which sheet it is. */
function frame({ title, mark }: Sheet, page: number, count: number): Item[] {
  const foot = TEXT.page(page, count);
  const line = (said: string, x: number, y: number, size: number, bold: boolean, faint: boolean): Item => ({
    kind: 'text',
    text: said,
    x,
    y,
    size,
    bold,
    faint,
  });
  const base = PAPER.height - MARGIN;
  return [
    { kind: 'watermark', x: PAPER.width / 2, y: PAPER.height / 2, size: 9, text: mark, angle: -28 },
    line(title, MARGIN, MARGIN + HEAD, HEAD, true, false),
    line(mark, RIGHT - widthOf(mark, SMALL), MARGIN + HEAD, SMALL, false, true),
    line(foot, RIGHT - widthOf(foot, SMALL), base, SMALL, false, false),
  ];
}

function text(pages: Pages, said: string, x: number, y: number, bold = false): void {
  if (said.trim() !== '') put(pages, { kind: 'text', x, y, size: SIZE, text: said, bold, faint: false });
}

function put(pages: Pages, item: Item): void {
  pages.done.at(-1)?.push(item);
}
