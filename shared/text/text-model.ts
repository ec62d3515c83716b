import { isReadable } from './text-terms.ts';
import { vectorOf, type Vocabulary } from './vocabulary.ts';

/** What texts are sorted into labels by: one plane for each label over one vocabulary. */
export interface TextModel {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  /** Term by term the labels it speaks for or against: those of term `t` from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  /** Steps of the label's own scale. */
  readonly steps: Int8Array;
  readonly scales: Float32Array;
  readonly constants: Float32Array;
  /** Makes scores into chances: found on texts the model had not learned from. */
  readonly sharpness: number;
}

export interface Guess {
  readonly label: string;
  /** 0 to 1: of guesses this sure, so many are right. */
  readonly confidence: number;
  /** The words that decided, the most telling first. */
  readonly reasons: readonly string[];
}

const MOST_REASONS = 4;

/** How far a text lies on each label's side, label by label. */
export function scoresOf(model: TextModel, counts: ReadonlyMap<string, number>): Float32Array {
  return scored(model, vectorOf(model.vocabulary, counts));
}

function scored(model: TextModel, vector: readonly (readonly [number, number])[]): Float32Array {
  const { starts, columns, steps, scales, constants } = model;
  const sums = new Float32Array(constants.length);
  for (const [term, weight] of vector) {
    const end = starts[term + 1] ?? 0;
    for (let place = starts[term] ?? 0; place < end; place += 1) {
      const label = columns[place] ?? 0;
      sums[label] = (sums[label] ?? 0) + weight * (steps[place] ?? 0);
    }
  }
  return sums.map((sum, label) => sum * (scales[label] ?? 0) + (constants[label] ?? 0));
}

/** Chances of the labels that add up to 1. */
export function chancesOf(scores: Float32Array, sharpness: number): Float32Array {
  const most = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const grown = scores.map((score) => Math.exp((score - most) * sharpness));
  const whole = grown.reduce((sum, one) => sum + one, 0);
  return grown.map((one) => one / whole);
}

/** The likeliest labels, best first; none where the model knows no word of the text. */
export function guess(model: TextModel, counts: ReadonlyMap<string, number>, most: number): Guess[] {
  const vector = vectorOf(model.vocabulary, counts);
  if (vector.length === 0) return [];
  const chances = chancesOf(scored(model, vector), model.sharpness);
  return Array.from(chances, (confidence, label) => ({ confidence, label }))
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, most)
    .map(({ confidence, label }) => ({
      label: model.labels[label] ?? '',
      confidence,
      reasons: reasonsFor(model, vector, label),
    }));
}

/** The words of the text that speak most for a label. */
function reasonsFor(model: TextModel, vector: readonly (readonly [number, number])[], label: number): string[] {
  const { starts, columns, steps, vocabulary } = model;
  const telling: { word: string; gain: number }[] = [];
  for (const [term, weight] of vector) {
    const word = vocabulary.terms[term] ?? '';
    if (!isReadable(word)) continue;
    for (let place = starts[term] ?? 0; place < (starts[term + 1] ?? 0); place += 1) {
      const gain = weight * (steps[place] ?? 0);
      if (columns[place] === label && gain > 0) telling.push({ word, gain });
    }
  }
  const words = telling.toSorted((one, other) => other.gain - one.gain).map(({ word }) => word);
  // 公积 says nothing beside 公积金.
  return words
    .filter((word) => !words.some((longer) => longer !== word && longer.includes(word)))
    .slice(0, MOST_REASONS);
}
