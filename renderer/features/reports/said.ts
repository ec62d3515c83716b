import { isRate } from '../../../shared/figures/definitions.ts';
import type { ColumnId } from '../../../shared/figures/ids.ts';
import { saidValue } from './chart-data.ts';
import { TEXT } from './text.ts';

/** A figure as it stands in the table. */
export function saidOf(column: ColumnId, value: number | null): string {
  return value === null ? TEXT.noRate : saidValue(value, isRate(column));
}
