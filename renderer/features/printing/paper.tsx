import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Drawing } from '../../../shared/forms/drawing.ts';
import { SheetView } from './sheet-view.tsx';
import { TEXT } from './text.ts';

/** What goes to the printer in place of the screen: every sheet, as often as there are to be copies. */
export function Paper({ drawing, copies }: { drawing: Drawing; copies: number }): ReactNode {
  return createPortal(
    <div className="form-paper">
      {Array.from({ length: copies }, (_, copy) => (
        <Sheets key={TEXT.copy(copy + 1)} drawing={drawing} />
      ))}
    </div>,
    document.body,
  );
}

/** Every sheet of a form, one below the other. */
export function Sheets({ drawing: { sheets } }: { drawing: Drawing }): ReactNode {
  return sheets.map((sheet, index) => {
    const label = TEXT.sheet(index + 1, sheets.length);
    return <SheetView key={label} sheet={sheet} label={label} />;
  });
}
