import { z } from 'zod';
import { chancesOf, scoresOf, type TextModel } from './text-model.ts';
import { trainModel, type Example } from './train-model.ts';
import { makeVocabulary, type CountedText, type Vocabulary, type VocabularyOptions } from './vocabulary.ts';

const share = z.number().min(0).max(1);

export const labelFiguresSchema = z.object({
  label: z.string(),
  /** Texts that bear it. */
  count: z.int().nonnegative(),
  precision: share,
  recall: share,
  f1: share,
});
export type LabelFigures = z.infer<typeof labelFiguresSchema>;

/** How good guesses are, on texts the model had not learned from. */
export const figuresSchema = z.object({
  texts: z.int().nonnegative(),
  accuracy: share,
  /** The label is among the first three. */
  topThree: share,
  macroF1: share,
  /** How far the confidence is off on average, and how often the surer half is right. */
  calibrationError: share,
  surerHalf: share,
  labels: z.array(labelFiguresSchema),
});
export type Figures = z.infer<typeof figuresSchema>;

interface Verdict {
  readonly label: string;
  readonly guessed: string;
  readonly confidence: number;
  readonly amongThree: boolean;
}

interface Answer {
  readonly label: string;
  readonly labels: readonly string[];
  readonly scores: Float32Array;
}

/** What a model makes of texts whose labels are known. */
export function judgeModel(model: TextModel, examples: readonly Pick<Example, 'terms' | 'label'>[]): Figures {
  return figuresOf(answersOf(model, examples), model.sharpness);
}

export interface CrossValidation {
  readonly figures: Figures;
  /** The same by groups of labels, where there are some: a group's chance is the sum of its labels'. */
  readonly grouped: Figures | null;
  /** The sharpness with which chances come true. */
  readonly sharpness: number;
}

export interface Material {
  readonly examples: readonly (Example & Pick<CountedText, 'from'>)[];
  /** Of the city's own tables: learned from in every part, never asked. */
  readonly tables: readonly Example[];
  /** Texts without a label: they tell which words are common. */
  readonly unlabelled: readonly CountedText[];
  readonly options: Omit<VocabularyOptions, 'open' | 'among'>;
}

export const PARTS = 5;

/** Learns from four parts of five and asks the fifth, five times. All texts of one person lie in one part. */
export function crossValidate(
  { examples, tables, unlabelled, options }: Material,
  groupOf: ((label: string) => string) | null = null,
): CrossValidation {
  const parts = partsOf(examples);
  const answers = Array.from({ length: PARTS }, (_, part) => {
    const known = examples.filter((_example, place) => parts[place] !== part);
    const vocabulary = vocabularyFor({ examples: known, tables, unlabelled, options });
    const model = trainModel([...known, ...tables], vocabulary);
    return answersOf(
      model,
      examples.filter((_example, place) => parts[place] === part),
    );
  }).flat();
  const sharpness = sharpnessFor(answers);
  return {
    figures: figuresOf(answers, sharpness),
    grouped: groupOf && figuresOf(answers, sharpness, groupOf),
    sharpness,
  };
}

/** The terms of the examples and the tables, weighed by everything that was said. */
export function vocabularyFor({ examples, tables, unlabelled, options }: Material): Vocabulary {
  const termsOf = (known: readonly Example[]) => new Set(known.flatMap(({ terms }) => [...terms.keys()]));
  return makeVocabulary([...examples, ...unlabelled], {
    ...options,
    open: termsOf(tables),
    among: termsOf(examples),
  });
}

/** Each label spread evenly over the parts. */
export function partsOf(examples: readonly { readonly label: string; readonly from: string | null }[]): Uint8Array {
  const parts = new Uint8Array(examples.length);
  const ofPerson = new Map<string, number>();
  const next = new Map<string, number>();
  examples.forEach(({ label, from }, place) => {
    const known = from === null ? undefined : ofPerson.get(from);
    const part = known ?? (next.get(label) ?? 0) % PARTS;
    if (known === undefined) next.set(label, part + 1);
    if (from !== null) ofPerson.set(from, part);
    parts[place] = part;
  });
  return parts;
}

function answersOf(model: TextModel, examples: readonly Pick<Example, 'terms' | 'label'>[]): Answer[] {
  return examples.map(({ terms, label }) => ({ label, labels: model.labels, scores: scoresOf(model, terms) }));
}

const SHARPEST = 64;
const STEPS = 24;

/** The sharpness that makes what came true likeliest, by trying a row of them. */
function sharpnessFor(answers: readonly Answer[]): number {
  let best = { sharpness: 1, loss: Infinity };
  for (let step = 0; step <= STEPS; step += 1) {
    const sharpness = SHARPEST ** (step / STEPS) / 2;
    const loss = answers.reduce((sum, { label, labels, scores }) => {
      const own = chancesOf(scores, sharpness)[labels.indexOf(label)] ?? 0;
      return sum - Math.log(Math.max(own, 1e-6));
    }, 0);
    if (loss < best.loss) best = { sharpness, loss };
  }
  return best.sharpness;
}

function figuresOf(
  answers: readonly Answer[],
  sharpness: number,
  groupOf: (label: string) => string = (label) => label,
): Figures {
  const verdicts = answers.map(({ label, labels, scores }): Verdict => {
    const sums = new Map<string, number>();
    chancesOf(scores, sharpness).forEach((chance, at) => {
      const group = groupOf(labels[at] ?? '');
      sums.set(group, (sums.get(group) ?? 0) + chance);
    });
    const ranked = [...sums].toSorted((one, other) => other[1] - one[1]);
    const [guessed, confidence] = ranked[0] ?? ['', 0];
    const own = groupOf(label);
    return { label: own, guessed, confidence, amongThree: ranked.slice(0, 3).some(([group]) => group === own) };
  });
  const byLabel = labelFigures(verdicts);
  return {
    texts: verdicts.length,
    accuracy: rightOf(verdicts),
    topThree: meanOf(verdicts, ({ amongThree }) => Number(amongThree)),
    macroF1: meanOf(byLabel, ({ f1 }) => f1),
    calibrationError: calibrationError(verdicts),
    surerHalf: rightOf(
      verdicts.toSorted((one, other) => other.confidence - one.confidence).slice(0, Math.ceil(verdicts.length / 2)),
    ),
    labels: byLabel,
  };
}

/** By the labels that texts bear: one that none bears has nothing to be measured on. */
function labelFigures(verdicts: readonly Verdict[]): LabelFigures[] {
  return [...new Set(verdicts.map(({ label }) => label))].toSorted().map((label) => {
    const own = verdicts.filter((verdict) => verdict.label === label);
    const guessed = verdicts.filter((verdict) => verdict.guessed === label).length;
    const right = own.filter((verdict) => verdict.guessed === label).length;
    return {
      label,
      count: own.length,
      precision: guessed === 0 ? 0 : right / guessed,
      recall: right / own.length,
      f1: (2 * right) / (own.length + guessed),
    };
  });
}

const BANDS = 10;

/** Confidence less what came true, band by band of confidence, weighed by how many lie in it. */
function calibrationError(verdicts: readonly Verdict[]): number {
  const bands = Map.groupBy(verdicts, ({ confidence }) => Math.min(BANDS - 1, Math.floor(confidence * BANDS)));
  const gaps = [...bands.values()].map(
    (band) => Math.abs(meanOf(band, ({ confidence }) => confidence) - rightOf(band)) * band.length,
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, verdicts.length);
}

function rightOf(verdicts: readonly Verdict[]): number {
  return meanOf(verdicts, ({ label, guessed }) => Number(label === guessed));
}

function meanOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + value(item), 0) / items.length;
}
