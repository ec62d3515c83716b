export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts text at its marks. Marks may come unsorted, overlap or reach past the end; empty ones are left out. */
export function pieces(text: string, marks: readonly (readonly [number, number])[]): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  const sorted = marks
    .map(([start, end]) => [Math.max(0, start), Math.min(text.length, end)] as const)
    .filter(([start, end]) => start < end)
    .toSorted(([left], [right]) => left - right);
  for (const [start, end] of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) result.push({ start: at, text: text.slice(at, from), marked: false });
    result.push({ start: from, text: text.slice(from, end), marked: true });
    at = end;
  }
  if (at < text.length) result.push({ start: at, text: text.slice(at), marked: false });
  return result;
}
