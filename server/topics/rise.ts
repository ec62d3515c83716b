/** So many requests are a topic at least. */
export const LEAST = 3;
/** Times the scatter that chance alone gives a count. */
const BEYOND_CHANCE = 2;

/**
 * How far a count stands above what is usual, in units of the scatter that a count of rare things has by chance. Where
 * nothing was usual, one is taken for it, so that the first three requests ever are no alarm of infinite size.
 */
export function riseOf(n: number, usual: number): number {
  return (n - usual) / Math.sqrt(Math.max(usual, 1));
}

/** More than chance makes of what is usual. */
export function rises(n: number, usual: number): boolean {
  return n >= LEAST && riseOf(n, usual) >= BEYOND_CHANCE;
}
