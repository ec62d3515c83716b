import { saidCell, type Cell, type Sheet } from './sheet.ts';

/** Excel takes a file without this mark for one in another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
const TEXT = { says: '口径', mark: '标记' };

/** Rows as CSV in UTF-8 that a spreadsheet opens as it is. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** A sheet as CSV: its names, its lines, then what the names mean and who took it. */
export function csvOfSheet({ columns, lines, mark }: Sheet): string {
  const defined = columns.flatMap(({ name, says }) => (says === null ? [] : [[TEXT.says, name, says]]));
  return csvOf([
    columns.map(({ name }) => name),
    ...lines.map((line) => columns.map(({ kind }, place) => plain(kind, line[place] ?? null))),
    ...defined,
    [TEXT.mark, mark],
  ]);
}

/** Counts stay numbers: a spreadsheet adds them up. */
function plain(kind: Sheet['columns'][number]['kind'], cell: Cell): Cell {
  return kind === 'count' ? cell : saidCell(kind, cell);
}

function field(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  // What begins so would be run as a formula by whoever opens the file.
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
