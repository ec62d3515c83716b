/** Rows of a sparse matrix, one after the other: row `i` has the columns and values from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

export interface SvmOptions {
  /** What an example on the wrong side costs, by its place. */
  readonly costs: Float32Array;
  /** Passes over the examples at most. */
  readonly passes?: number;
}

const PASSES = 12;
/** The optimum is near enough: another pass would not change what is predicted. */
const TOLERANCE = 0.1;
/** An example so far on its side is left alone for some passes: most are, and they cost most of the time. */
const CLEAR = 0.1;
const REST_PASSES = 3;

/**
 * The plane between the examples of one label and all others: a linear support vector machine with squared hinge loss,
 * by dual coordinate descent (Hsieh et al., 2008). Columns are `0 ... width - 1`; a constant term is learned too.
 * @param positive 1 where the example bears the label
 * @returns `width + 1` weights, the last one the constant
 */
export function trainPlane(
  rows: SparseRows,
  positive: Uint8Array,
  width: number,
  { costs, passes = PASSES }: SvmOptions,
): Float32Array {
  const count = positive.length;
  const weights = new Float32Array(width + 1);
  const alphas = new Float32Array(count);
  const norms = squaredNorms(rows, count);
  const resting = new Uint8Array(count);
  const order = Uint32Array.from({ length: count }, (_, place) => place);
  const random = seeded(count);

  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    let farthest = 0;
    for (const example of order) {
      if (resting[example]) {
        resting[example] = at(resting, example) - 1;
        continue;
      }
      const sign = positive[example] ? 1 : -1;
      const ease = 1 / (2 * at(costs, example));
      const alpha = at(alphas, example);
      const gradient = sign * valueAt(rows, example, weights, width) - 1 + alpha * ease;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      if (projected === 0) {
        if (gradient > CLEAR) resting[example] = REST_PASSES;
        continue;
      }
      farthest = Math.max(farthest, Math.abs(projected));
      const moved = Math.max(0, alpha - gradient / (at(norms, example) + ease));
      alphas[example] = moved;
      addRow(rows, example, weights, width, (moved - alpha) * sign);
    }
    if (farthest < TOLERANCE) break;
  }
  return weights;
}

function valueAt({ starts, columns, values }: SparseRows, row: number, weights: Float32Array, width: number): number {
  let sum = at(weights, width);
  const end = at(starts, row + 1);
  for (let place = at(starts, row); place < end; place += 1) sum += at(values, place) * at(weights, at(columns, place));
  return sum;
}

function addRow(
  { starts, columns, values }: SparseRows,
  row: number,
  weights: Float32Array,
  width: number,
  step: number,
): void {
  const end = at(starts, row + 1);
  for (let place = at(starts, row); place < end; place += 1) {
    const column = at(columns, place);
    weights[column] = at(weights, column) + step * at(values, place);
  }
  weights[width] = at(weights, width) + step;
}

function squaredNorms({ starts, values }: SparseRows, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, row) => {
    let sum = 1;
    for (let place = at(starts, row); place < at(starts, row + 1); place += 1) sum += at(values, place) ** 2;
    return sum;
  });
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let end = order.length - 1; end > 0; end -= 1) {
    const other = Math.floor(random() * (end + 1));
    const moved = at(order, end);
    order[end] = at(order, other);
    order[other] = moved;
  }
}

/** The same examples always give the same model. */
function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** In range by construction; the fallback only satisfies the type. */
function at(array: Uint32Array | Uint8Array | Float32Array, place: number): number {
  return array[place] ?? 0;
}
