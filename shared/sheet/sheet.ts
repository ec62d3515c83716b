import { z } from 'zod';
import { BEIJING_OFFSET_MS } from '../instant.ts';

/**
 * What stands in a column: words; a number of things; a mean, said to a tenth; a part of one (0.5 is 50 %); a civil date; an instant, ISO in UTC.
 * A file keeps each as what it is, so that whoever opens it can sort and add up.
 */
const columnKindSchema = z.enum(['text', 'count', 'mean', 'rate', 'day', 'instant']);

const columnSchema = z.object({
  name: z.string(),
  kind: columnKindSchema,
  /** What exactly is counted; null where the name says all. */
  says: z.string().nullable(),
});
export type Column = z.infer<typeof columnSchema>;

/** One field; null where nothing is to be said. Numbers for `count`, `mean` and `rate`, texts for the others. */
const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const sheetHeadSchema = z.object({
  /** Also the file's name. */
  title: z.string(),
  /** Who took it and when: stands on every page and in every file. */
  mark: z.string(),
  columns: z.array(columnSchema),
});
export type SheetHead = z.infer<typeof sheetHeadSchema>;

export const linesSchema = z.array(z.array(cellSchema));
export type Lines = z.infer<typeof linesSchema>;

/** A table as it goes into a file. */
export const sheetSchema = sheetHeadSchema.extend({ lines: linesSchema });
export type Sheet = z.infer<typeof sheetSchema>;

/** A cell as a person reads it. */
export function saidCell(kind: Column['kind'], cell: Cell): string {
  if (cell === null) return '';
  if (kind === 'rate' && typeof cell === 'number') return `${(cell * 100).toFixed(2)}%`;
  if (kind === 'mean' && typeof cell === 'number') return cell.toFixed(1);
  if (kind === 'instant' && typeof cell === 'string' && cell !== '') return beijingWallClock(cell);
  return String(cell);
}

/** The wall clock in Beijing at an instant (ISO in UTC), to the minute: 2026-11-22 16:05. */
export function beijingWallClock(at: string): string {
  return new Date(Date.parse(at) + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
