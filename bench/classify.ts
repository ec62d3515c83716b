// How well texts are sorted into labels: `bench -- classify --train F.jsonl --test F.jsonl`, lines `{"text","label"}`.
// `--unlabelled F.jsonl` (`{"text"}` or `{"subject","detail"}`) adds texts that only tell which words are common, as the
// centre's unfiled orders do. `bench -- classify --folds=FOLDER` cross-validates instead, by the folder's labelled.jsonl
// with taxonomy.jsonl as tables and messages.jsonl and replies.jsonl as unlabelled texts. `--least` is how many texts
// must have a term: 3 as at the centre where there are unlabelled texts, otherwise 2, for a small set shown alone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { normalise } from '../shared/search/normalise.ts';
import { countInto, wordsOf, type Segment } from '../shared/search/terms.ts';
import { createSegmenter } from '../station/knowledge/segment.ts';
import {
  crossValidate,
  judgeModel,
  PARTS,
  partsOf,
  vocabularyFor,
  type Figures,
  type Material,
} from '../shared/text/judge-model.ts';
import { packModel, unpackModel } from '../shared/text/model-bytes.ts';
import { guess, type TextModel } from '../shared/text/text-model.ts';
import { textTerms } from '../shared/text/text-terms.ts';
import { trainModel } from '../shared/text/train-model.ts';
import { CLASSIFY_PEERS, qualityOf } from './support/classify-peers.ts';
import { linesOf, readLines } from './support/lines.ts';
import { wholeNumber, type BenchInput, type Figure, type Report } from './support/report.ts';
import { percentiles, thousandth } from './support/samples.ts';

const labelledSchema = z.object({ text: z.string(), label: z.coerce.string() });
const unlabelledSchema = z
  .object({ text: z.string().default(''), subject: z.string().default(''), detail: z.string().default('') })
  .transform(({ text, subject, detail }) => text || `${subject} ${detail}`);
const taxonomySchema = z.object({ level1: z.string(), level2: z.string(), level3: z.string() });
type Labelled = z.infer<typeof labelledSchema>;

const TARGET_F1 = 0.86;
const TARGET_MS = 1;
/** A line of the tables counts half of what somebody said. */
const TABLE_WEIGHT = 0.5;
const TIMED = 2000;

export async function run(input: BenchInput): Promise<Report> {
  const segment = createSegmenter();
  const terms = (text: string) => textTerms(text, segment);
  const folder = input.options.get('folds');
  const labelled = folder
    ? linesOf(path.join(folder, 'labelled.jsonl'), labelledSchema)
    : readLines(input, 'train', labelledSchema);
  const unlabelled = unlabelledFiles(input, folder).flatMap((file) => linesOf(file, unlabelledSchema));
  const least = wholeNumber(input, 'least', unlabelled.length > 0 ? 3 : 2);
  const started = performance.now();
  const material: Material = {
    examples: labelled.map(({ text, label }) => ({ terms: terms(text), label, weight: 1, from: null })),
    tables: folder
      ? tablesOf(folder, labelled).map(({ text, label }) => ({ terms: terms(text), label, weight: TABLE_WEIGHT }))
      : [],
    unlabelled: unlabelled.map((text) => ({ terms: terms(text), from: null })),
    options: { least },
  };
  const { figures: crossed, sharpness } = crossValidate(material);
  input.tell(`cross-validated after ${Math.round(performance.now() - started)} ms`);
  const trainingFrom = performance.now();
  const trained = trainModel([...material.examples, ...material.tables], vocabularyFor(material), sharpness);
  const trainMs = performance.now() - trainingFrom;
  const bytes = packModel(trained);
  const model = unpackModel(bytes);

  const test = folder ? labelled : readLines(input, 'test', labelledSchema);
  const figures = folder
    ? crossed
    : judgeModel(
        model,
        test.map(({ text, label }) => ({ terms: terms(text), label })),
      );
  const times = timesOf(model, test, terms);
  return {
    bench: 'classify',
    what: folder
      ? 'labelled texts sorted by a model of the other four fifths, five times, with the tables and unlabelled texts'
      : 'the texts of --test sorted by a model of --train',
    parameters: {
      train: labelled.length,
      tables: material.tables.length,
      unlabelled: unlabelled.length,
      test: test.length,
      least,
    },
    figures: [
      {
        name: 'all',
        values: {
          accuracy: thousandth(figures.accuracy),
          macroF1: thousandth(figures.macroF1),
          topThree: thousandth(figures.topThree),
          surerHalf: thousandth(figures.surerHalf),
          calibrationError: thousandth(figures.calibrationError),
          trainS: thousandth(trainMs / 1000),
          predictMs: times.p50,
          predictMsP99: times.p99,
          bytes: bytes.byteLength,
          terms: model.vocabulary.terms.length,
        },
      },
      ...labelLines(figures),
      ...peerLines(folder ? labelled : test, folder ? null : labelled, segment),
    ],
    checks: [
      { name: `macro-F1 at least ${TARGET_F1}`, ok: figures.macroF1 >= TARGET_F1, found: figures.macroF1.toFixed(3) },
      {
        name: `a guess under ${TARGET_MS} ms, segmentation included`,
        ok: times.p50 < TARGET_MS,
        found: `${times.p50} ms`,
      },
    ],
  };
}

/**
 * What plain sorters make of the same texts, learned from the labelled ones alone.
 * @param known null: of each fifth of the texts what was learned from the other four, as the desk's own is asked
 */
function peerLines(texts: readonly Labelled[], known: readonly Labelled[] | null, segment: Segment): Figure[] {
  const counted = ({ text, label }: Labelled): { words: Map<string, number>; label: string; from: null } => {
    const words = new Map<string, number>();
    countInto(words, wordsOf(normalise(text), segment), 1);
    return { words, label, from: null };
  };
  const asked = texts.map(counted);
  const learned = known?.map(counted);
  const parts = partsOf(asked);
  return Object.entries(CLASSIFY_PEERS).map(([name, learn]) => {
    const sorters = learned
      ? [learn(learned)]
      : Array.from({ length: PARTS }, (_, part) => learn(asked.filter((_text, at) => parts[at] !== part)));
    const guesses = asked.map(({ words }, at) => sorters[learned ? 0 : (parts[at] ?? 0)]?.(words) ?? '');
    const { accuracy, macroF1 } = qualityOf(asked, guesses);
    return { name, values: { accuracy: thousandth(accuracy), macroF1: thousandth(macroF1) } };
  });
}

function labelLines({ labels }: Figures): Figure[] {
  return labels.map(({ label, count, precision, recall, f1 }) => ({
    name: label,
    values: { count, precision: thousandth(precision), recall: thousandth(recall), f1: thousandth(f1) },
  }));
}

function unlabelledFiles({ options }: BenchInput, folder: string | undefined): string[] {
  const given = options.get('unlabelled');
  const known = folder ? ['messages.jsonl', 'replies.jsonl'].map((name) => path.join(folder, name)) : [];
  return given ? given.split(',') : known.filter((file) => existsSync(file));
}

/** Only those of labels that are asked for: the others would only draw guesses away. */
function tablesOf(folder: string, labelled: readonly Labelled[]): Labelled[] {
  const asked = new Set(labelled.map(({ label }) => label));
  return linesOf(path.join(folder, 'taxonomy.jsonl'), taxonomySchema).flatMap(({ level1, level2, level3 }) =>
    asked.has(level1) ? [{ text: `${level1} ${level2} ${level3}`, label: level1 }] : [],
  );
}

/** From the text as typed to the guess with its reasons. */
function timesOf(model: TextModel, test: readonly Labelled[], terms: (text: string) => ReadonlyMap<string, number>) {
  const samples: number[] = [];
  for (let round = 0; round < TIMED; round += 1) {
    const text = test[round % test.length]?.text ?? '';
    const started = performance.now();
    guess(model, terms(text), 3);
    samples.push(performance.now() - started);
  }
  return percentiles(samples);
}
