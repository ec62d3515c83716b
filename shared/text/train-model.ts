import { complementWeights } from './complement-bayes.ts';
import { trainPlane, type SparseRows } from './linear-svm.ts';
import type { TextModel } from './text-model.ts';
import { vectorOf, type Vocabulary } from './vocabulary.ts';

/** A text whose label is known. */
export interface Example {
  readonly terms: ReadonlyMap<string, number>;
  readonly label: string;
  /** How much it counts; 1 is an order as it was filed. */
  readonly weight: number;
}

/** What an example on the wrong side costs. */
const COST = 3;
/** How much the rarity of words with the other labels counts beside the plane. */
const RARITY_SHARE = 3;
const MOST_STEPS = 127;
/** Weights of fewer steps change no guess and double the model's size. */
const LEAST_STEPS = 2;

/** @param sharpness from the cross-validation; 1 until there is one */
export function trainModel(examples: readonly Example[], vocabulary: Vocabulary, sharpness = 1): TextModel {
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted();
  const rows = rowsOf(examples, vocabulary);
  const planes = labels.map((label) => planeOf(label, examples, rows, vocabulary.terms.length));
  return packed(labels, vocabulary, planes, sharpness);
}

/** One label against all others; the constant comes last. */
function planeOf(label: string, examples: readonly Example[], rows: SparseRows, width: number): Float32Array {
  const positive = Uint8Array.from(examples, (example) => (example.label === label ? 1 : 0));
  const own = positive.reduce((sum, one) => sum + one, 0);
  // A rare label's own examples count more, or it would never be guessed.
  const lift = Math.sqrt(examples.length / Math.max(1, own) / 2);
  const weights = Float32Array.from(examples, ({ weight }) => weight);
  const costs = weights.map((weight, at) => COST * weight * (positive[at] ? lift : 1));
  const plane = trainPlane(rows, positive, width, { costs });
  const rarity = complementWeights(rows, positive, weights, width);
  return plane.map((weight, term) => weight + RARITY_SHARE * (rarity[term] ?? 0));
}

function rowsOf(examples: readonly Example[], vocabulary: Vocabulary): SparseRows {
  const starts = new Uint32Array(examples.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  examples.forEach(({ terms }, row) => {
    for (const [term, weight] of vectorOf(vocabulary, terms)) {
      columns.push(term);
      values.push(weight);
    }
    starts[row + 1] = columns.length;
  });
  return { starts, columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

/** Weights as whole steps, term by term, without those that change nothing. */
function packed(
  labels: readonly string[],
  vocabulary: Vocabulary,
  planes: readonly Float32Array[],
  sharpness: number,
): TextModel {
  const width = vocabulary.terms.length;
  centre(planes, width);
  const scales = Float32Array.from(planes, (plane) => largest(plane.subarray(0, width)) / MOST_STEPS || 1);
  const starts = new Uint32Array(width + 1);
  const columns: number[] = [];
  const steps: number[] = [];
  for (let term = 0; term < width; term += 1) {
    planes.forEach((plane, label) => {
      const step = Math.round((plane[term] ?? 0) / (scales[label] ?? 1));
      if (Math.abs(step) < LEAST_STEPS) return;
      columns.push(label);
      steps.push(step);
    });
    starts[term + 1] = columns.length;
  }
  return {
    labels,
    vocabulary,
    starts,
    columns: Uint16Array.from(columns),
    steps: Int8Array.from(steps),
    scales,
    constants: Float32Array.from(planes, (plane) => plane[width] ?? 0),
    sharpness,
  };
}

/** Takes out of each term what it gives all labels alike: only differences decide, and small numbers pack better. */
function centre(planes: readonly Float32Array[], width: number): void {
  for (let term = 0; term < width; term += 1) {
    const mean = planes.reduce((sum, plane) => sum + (plane[term] ?? 0), 0) / planes.length;
    for (const plane of planes) plane[term] = (plane[term] ?? 0) - mean;
  }
}

function largest(weights: Float32Array): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}
