import type { ReactNode } from 'react';
import { pieces } from './pieces.ts';

/** Text with found words marked. `marks`: [start, end) in UTF-16 units, as the search answers them. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }): ReactNode {
  return pieces(text, marks).map(({ start, text: piece, marked }) =>
    marked ? <mark key={start}>{piece}</mark> : <span key={start}>{piece}</span>,
  );
}
