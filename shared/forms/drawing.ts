/** All measures are millimetres from the top left corner of the sheet. */
export const SHEET = { width: 210, height: 297 } as const;

/** What a sheet of paper holds. The screen, the printer and the PDF draw exactly these. */
export type Item =
  /** `y` is the baseline, `size` the height of the em. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly bold: boolean;
      readonly faint: boolean;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly dashed: boolean;
    }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Where a seal is to be set. */
  | { readonly kind: 'seal'; readonly x: number; readonly y: number; readonly radius: number }
  /** A drawn signature: an SVG path, scaled and moved. */
  | {
      readonly kind: 'mark';
      readonly x: number;
      readonly y: number;
      readonly scale: number;
      readonly path: string;
    };

export interface Sheet {
  readonly items: readonly Item[];
}

/** A form as it lies on paper: one sheet, and 附页 for what did not fit. */
export interface Drawing {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** Width of a stroke, mm. */
export const STROKE = 0.25;
/** What bold letters are thickened by, of the em: the one weight that is embedded serves headings too. */
export const BOLD = 0.03;
