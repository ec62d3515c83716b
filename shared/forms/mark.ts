/** Absolute moves, lines and curves: what a drawn signature is made of. */
const COMMANDS = /^[MLQCZ\d\s.,-]+$/;

export interface MarkBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box around a drawn signature, in its own units; null for a path that is none. */
export function markBox(path: string): MarkBox | null {
  if (!COMMANDS.test(path)) return null;
  const numbers = (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  if (ys.length === 0) return null;
  const x = xs.reduce((least, value) => Math.min(least, value));
  const y = ys.reduce((least, value) => Math.min(least, value));
  // A stroke without height still has some: it is scaled by it.
  const width = Math.max(1, xs.reduce((most, value) => Math.max(most, value)) - x);
  const height = Math.max(1, ys.reduce((most, value) => Math.max(most, value)) - y);
  return { x, y, width, height };
}
