import { z } from 'zod';

/** All measures are millimetres from the top left corner of the sheet. */
export const SHEET = { width: 210, height: 297 } as const;

const mm = z.number();

/** What a sheet of paper holds. The screen, the printer and the PDF draw exactly these. */
const itemSchema = z.discriminatedUnion('kind', [
  /** `y` is the baseline, `size` the height of the em. */
  z.object({
    kind: z.literal('text'),
    x: mm,
    y: mm,
    size: mm,
    text: z.string(),
    bold: z.boolean(),
    faint: z.boolean(),
  }),
  z.object({ kind: z.literal('line'), x1: mm, y1: mm, x2: mm, y2: mm, dashed: z.boolean() }),
  z.object({ kind: z.literal('box'), x: mm, y: mm, width: mm, height: mm }),
  /** Where a seal is to be set. */
  z.object({ kind: z.literal('seal'), x: mm, y: mm, radius: mm }),
  /** Faint letters around the middle of a sheet, turned by `angle` degrees: what stands over it is read through them. */
  z.object({ kind: z.literal('watermark'), x: mm, y: mm, size: mm, text: z.string(), angle: z.number() }),
  /** A drawn signature: an SVG path, scaled and moved. */
  z.object({ kind: z.literal('mark'), x: mm, y: mm, scale: z.number(), path: z.string() }),
]);
export type Item = z.infer<typeof itemSchema>;

const sheetSchema = z.object({ items: z.array(itemSchema) });
export type Sheet = z.infer<typeof sheetSchema>;

/** A form as it lies on paper: one sheet, and 附页 for what did not fit. */
export const drawingSchema = z.object({ title: z.string(), sheets: z.array(sheetSchema) });
export type Drawing = z.infer<typeof drawingSchema>;

/** Width of a stroke, mm. */
export const STROKE = 0.25;
/** What bold letters are thickened by, of the em: the one weight that is embedded serves headings too. */
export const BOLD = 0.03;
