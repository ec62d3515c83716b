/** A column of the order list. Widths are px; `summary` takes what is left. */
export interface Column {
  readonly key: ColumnKey;
  readonly width: number;
  /** The higher, the sooner it gives way where the list is narrow. 0 never does. */
  readonly givesWay: number;
}

export const COLUMN_KEYS = [
  'number',
  'state',
  'category',
  'mode',
  'summary',
  'caller',
  'unit',
  'due',
  'createdAt',
  'createdBy',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** In the order of the screen. */
export const COLUMNS: readonly Column[] = [
  { key: 'number', width: 156, givesWay: 0 },
  { key: 'state', width: 92, givesWay: 1 },
  { key: 'category', width: 76, givesWay: 6 },
  { key: 'mode', width: 84, givesWay: 7 },
  { key: 'summary', width: 240, givesWay: 0 },
  { key: 'caller', width: 120, givesWay: 3 },
  { key: 'unit', width: 148, givesWay: 4 },
  { key: 'due', width: 148, givesWay: 0 },
  { key: 'createdAt', width: 112, givesWay: 5 },
  { key: 'createdBy', width: 96, givesWay: 8 },
];

/** What a list cannot do without: which order, and what it is about. */
export const FIXED_COLUMNS: readonly ColumnKey[] = ['number', 'summary'];

/** The list's name in `preferences.columns`. */
export const COLUMNS_PREFERENCE = 'orders';

/** Reads a kept choice: unknown keys fall away, the fixed columns are always there, an absent choice is the default. */
export function chosenColumns(kept: readonly string[] | undefined): readonly ColumnKey[] {
  if (!kept) return COLUMN_KEYS;
  return COLUMN_KEYS.filter((key) => FIXED_COLUMNS.includes(key) || kept.includes(key));
}

/**
 * The chosen columns that fit side by side, in the order of the screen; those that matter least give way first.
 * @param width px of the list
 */
export function fitColumns(chosen: readonly ColumnKey[], width: number): readonly Column[] {
  const shown = COLUMNS.filter(({ key }) => chosen.includes(key));
  let total = shown.reduce((sum, column) => sum + column.width, 0);
  const leaving = new Set<ColumnKey>();
  for (const column of shown.toSorted((a, b) => b.givesWay - a.givesWay)) {
    if (total <= width || column.givesWay === 0) break;
    leaving.add(column.key);
    total -= column.width;
  }
  return shown.filter(({ key }) => !leaving.has(key));
}

/** `grid-template-columns` for header and rows alike. */
export function gridTemplate(columns: readonly Column[]): string {
  return columns.map(({ key, width }) => (key === 'summary' ? `minmax(${width}px, 1fr)` : `${width}px`)).join(' ');
}
