/** Excel takes a file without this mark for one in another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

export type Cell = string | number | null;

/** Rows as CSV in UTF-8 that a spreadsheet opens as it is. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  // What begins so would be run as a formula by whoever opens the file.
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
