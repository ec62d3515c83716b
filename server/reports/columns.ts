import type { Breakdown } from '../../shared/contract/reports.ts';
import type { Column } from '../../shared/sheet/sheet.ts';
import { COLUMNS, NAME_OF } from './text.ts';

const KINDS: Readonly<Record<keyof typeof COLUMNS, readonly Column['kind'][]>> = {
  rows: ['text', 'day', 'text', 'text', 'text', 'text', 'text', 'text', 'instant', 'instant'],
  overdue: ['text', 'text', 'text', 'text', 'instant', 'instant', 'text'],
  clusters: ['text', 'text', 'count', 'count'],
};

/** The columns of a list as it goes into a file. */
export function columnsOf(what: keyof typeof COLUMNS): Column[] {
  return COLUMNS[what].map((name, place) => ({ name, kind: KINDS[what][place] ?? 'text', says: null }));
}

/** The first column of a table of figures. */
export function nameColumn(by: Breakdown): Column {
  return { name: NAME_OF[by], kind: 'text', says: null };
}
