/** First and longest span of waiting between tries, ms. */
const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * How long to wait before the next try: anywhere up to a span that doubles (full jitter), so that hundreds of desks do
 * not come back at one moment; never sooner than the other side asked for.
 * @param failures in a row, at least 1
 * @param random 0 <= random < 1
 */
export function backoffMs(failures: number, random: number, retryAfterMs: number | null): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  // The wait asked for is spread too: everybody was told the same.
  return retryAfterMs === null ? random * span : retryAfterMs + random * Math.max(span, retryAfterMs / 2);
}
