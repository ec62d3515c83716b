import writeXlsx, { type Cell as XlsxCell, type SheetData } from 'write-excel-file/node';
import { BEIJING_OFFSET_MS } from '../../shared/instant.ts';
import type { Cell, Column, Sheet } from '../../shared/sheet/sheet.ts';

const TEXT = { sheet: '数据', says: '口径', name: '指标', definition: '口径' };
/** Rows above the data that stay in sight: the title with who took it, and the names. */
const HEAD_ROWS = 2;
const WIDTHS: Readonly<Record<Column['kind'], number>> = {
  text: 24,
  count: 11,
  mean: 11,
  rate: 11,
  day: 13,
  instant: 18,
};
/** What a cell of a spreadsheet can hold. */
const MOST_CHARACTERS = 32_767;

/**
 * A table as an Excel file: numbers, rates, dates and times as such, the head frozen, who took it above it, and what each
 * figure means on a second sheet.
 */
export async function xlsxOf(sheet: Sheet): Promise<Buffer> {
  const { title, mark, columns, lines } = sheet;
  const names: XlsxCell[] = columns.map(({ name }) => ({ value: name, fontWeight: 'bold', wrap: true, ...BORDER }));
  const data: SheetData = [
    [{ value: `${title}　${mark}`, type: String }],
    names,
    ...lines.map((line) => columns.map(({ kind }, place) => cellOf(kind, line[place] ?? null))),
  ];
  const defined = columns.flatMap(({ name, says }) => (says === null ? [] : [[name, { value: says, wrap: true }]]));
  const first = {
    data,
    sheet: TEXT.sheet,
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
  };
  const second = {
    data: [[TEXT.name, TEXT.definition].map((value) => ({ value, fontWeight: 'bold' as const })), ...defined],
    sheet: TEXT.says,
    stickyRowsCount: 1,
    columns: [{ width: 18 }, { width: 90 }],
  };
  return writeXlsx(defined.length > 0 ? [first, second] : [first]).toBuffer();
}

const BORDER = { bottomBorderStyle: 'thin', bottomBorderColor: '#888888' } as const;

function formatOf(kind: Column['kind']): string {
  if (kind === 'rate') return '0.00%';
  return kind === 'mean' ? '0.0' : '0';
}

function cellOf(kind: Column['kind'], cell: Cell): XlsxCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, format: formatOf(kind) };
  switch (kind) {
    case 'day':
      return { value: new Date(`${cell}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' };
    case 'instant':
      // A spreadsheet knows no time zones: what it shows is the wall clock in Beijing.
      return { value: new Date(Date.parse(cell) + BEIJING_OFFSET_MS), type: Date, format: 'yyyy-mm-dd hh:mm' };
    case 'text':
    case 'count':
    case 'mean':
    case 'rate':
      return { value: cell.slice(0, MOST_CHARACTERS), type: String, wrap: cell.length > 24, alignVertical: 'top' };
  }
}
