/** Percentiles of durations in milliseconds, rounded to a thousandth. @param samples at least one */
export function percentiles(samples: readonly number[]): { p50: number; p95: number; p99: number; max: number } {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    if (value === undefined) throw new RangeError('percentiles of nothing');
    return thousandth(value);
  };
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Runs something and answers how long it took, ms. */
export async function timed(work: () => Promise<unknown> | void): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
