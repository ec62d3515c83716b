import type { SparseRows } from './linear-svm.ts';

const SMOOTHING = 0.3;

/**
 * How much each term speaks for a label by how rarely the other labels use it (complement naive Bayes, Rennie et al.,
 * 2003). Steadier than a plane where a label has few examples; being linear too, it is added to the plane's weights.
 * @param positive 1 where the example bears the label
 * @returns `width` weights whose mean is 1
 */
export function complementWeights(
  { starts, columns, values }: SparseRows,
  positive: Uint8Array,
  costs: Float32Array,
  width: number,
): Float32Array {
  const mass = new Float32Array(width).fill(SMOOTHING);
  for (let row = 0; row < positive.length; row += 1) {
    if (positive[row]) continue;
    const cost = costs[row] ?? 0;
    for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place += 1) {
      const column = columns[place] ?? 0;
      mass[column] = (mass[column] ?? 0) + cost * (values[place] ?? 0);
    }
  }
  const whole = mass.reduce((sum, own) => sum + own, 0);
  const rarity = mass.map((own) => -Math.log(own / whole));
  const mean = rarity.reduce((sum, own) => sum + own, 0) / Math.max(1, width);
  return rarity.map((own) => own / mean);
}
