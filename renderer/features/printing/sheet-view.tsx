import { createElement, type ReactNode } from 'react';
import type { Sheet } from '../../../shared/forms/drawing.ts';
import { svgOf, VIEW_BOX } from '../../../shared/forms/svg.ts';

export interface SheetViewProps {
  readonly sheet: Sheet;
  /** What a screen reader says of it before its text. */
  readonly label: string;
}

/** One sheet of paper: the same on screen, in the print preview and, drawn by the station, in the PDF. */
export function SheetView({ sheet, label }: SheetViewProps): ReactNode {
  return (
    <svg className="form-sheet" viewBox={VIEW_BOX} role="group" aria-label={label}>
      {svgOf(sheet).map(({ tag, attributes, text }, place) =>
        createElement(tag, { key: `${place}-${tag}`, ...attributes }, text),
      )}
    </svg>
  );
}
