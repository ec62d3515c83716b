/** A drawn signature: strokes of points in the pad's own units. */
export type Stroke = readonly (readonly [x: number, y: number])[];

export const PAD = { width: 360, height: 110 } as const;

/** Longest path a command takes. */
const MOST = 20_000;

/** The strokes as an SVG path in whole units; later points are left out where it would grow too long to be sent. */
export function pathOf(strokes: readonly Stroke[]): string {
  let path = '';
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      const step = `${index === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`;
      if (path.length + step.length > MOST) return path;
      path += step;
    }
  }
  return path;
}

/** What {@link pathOf} writes and nothing else: a stored mark is drawn only where it is one. */
export function isPath(mark: string): boolean {
  return /^(?:[ML]-?\d+ -?\d+)+$/.test(mark);
}

/** A point is kept where the pen has moved far enough to be seen. */
export function withPoint(stroke: Stroke, x: number, y: number): Stroke {
  const last = stroke.at(-1);
  return last && Math.hypot(last[0] - x, last[1] - y) < 1.5 ? stroke : [...stroke, [x, y]];
}
