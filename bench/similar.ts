// Whether two texts are about the same matter, and how long it takes to find such among many orders:
// `bench -- similar --corpus F.jsonl --pairs F.jsonl [--orders=200000]`. Corpus lines have `text`, or `subject` and
// `detail`, or `title` and `body`; pairs `{"a","b","same":0|1}` name texts, or a corpus line's `id` or `n`. A corpus of
// fewer orders is filled up with texts spliced from its sentences, which share more words than real ones would.
import { z } from 'zod';
import { orderIdSchema, type OrderId } from '../shared/domain/ids.ts';
import { createSegmenter } from '../station/knowledge/segment.ts';
import { createSimilarOrders, SIMILAR_FROM, type SimilarOrders } from '../station/knowledge/similar.ts';
import { readLines } from './support/lines.ts';
import { wholeNumber, type BenchInput, type Figure, type Report } from './support/report.ts';
import { percentiles, thousandth } from './support/samples.ts';

const keySchema = z.union([z.string(), z.number()]).transform(String);
const corpusSchema = z
  .object({
    id: keySchema.optional(),
    n: keySchema.optional(),
    text: z.string().optional(),
    subject: z.string().default(''),
    detail: z.string().default(''),
    title: z.string().default(''),
    body: z.string().default(''),
  })
  .transform(({ id, n, text, subject, detail, title, body }) => ({
    key: id ?? n ?? null,
    text: text ?? [subject, detail, title, body].filter(Boolean).join(' '),
  }));
const pairSchema = z.object({ a: keySchema, b: keySchema, same: z.coerce.number() });

const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.42, 0.45, 0.5, 0.6, 0.7];
const TARGET_PRECISION = 0.9;
const TARGET_MS = 5;
const ORDERS = 200_000;
const ASKED = 1000;
const FOUND = 10;

export async function run(input: BenchInput): Promise<Report> {
  const corpus = readLines(input, 'corpus', corpusSchema);
  const pairs = input.options.has('pairs') ? readLines(input, 'pairs', pairSchema) : [];
  const total = wholeNumber(input, 'orders', ORDERS);
  const index = createSimilarOrders({ segment: createSegmenter(), capacity: total });
  corpus.forEach(({ text }, place) => index.put(idOf(place), text));
  const judged = judge(index, corpus, pairs);

  const started = performance.now();
  for (const [place, text] of spliced(corpus, total)) {
    index.put(idOf(place), text);
    if (place % 20_000 === 0) input.tell(`${place} orders after ${Math.round((performance.now() - started) / 1000)} s`);
  }
  const fillMs = performance.now() - started;
  const times = timesOf(index, corpus);
  const at = judged.find(({ name }) => name === `from ${SIMILAR_FROM}`)?.values['precision'] ?? 0;
  return {
    bench: 'similar',
    what: 'pairs of texts judged by likeness, and orders about the same matter found among many',
    parameters: { corpus: corpus.length, pairs: pairs.length, orders: index.size(), threshold: SIMILAR_FROM },
    figures: [
      ...judged,
      {
        name: `look-up at ${index.size()}`,
        values: {
          p50Ms: times.p50,
          p95Ms: times.p95,
          p99Ms: times.p99,
          fillS: thousandth(fillMs / 1000),
          memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20),
        },
      },
    ],
    checks: [
      ...(pairs.length > 0
        ? [
            {
              name: `precision at least ${TARGET_PRECISION} from ${SIMILAR_FROM}`,
              ok: at >= TARGET_PRECISION,
              found: String(at),
            },
          ]
        : []),
      {
        name: `a look-up under ${TARGET_MS} ms`,
        ok: times.p50 < TARGET_MS,
        found: `p50 ${times.p50}, p99 ${times.p99} ms`,
      },
    ],
  };
}

type Corpus = readonly z.infer<typeof corpusSchema>[];

function judge(index: SimilarOrders, corpus: Corpus, pairs: readonly z.infer<typeof pairSchema>[]): Figure[] {
  const byKey = new Map(corpus.flatMap(({ key, text }) => (key === null ? [] : [[key, text] as const])));
  const textOf = (named: string): string => byKey.get(named) ?? named;
  const scored = pairs.map(({ a, b, same }) => ({ same: same === 1, score: index.likeness(textOf(a), textOf(b)) }));
  const all = scored.filter(({ same }) => same).length;
  if (scored.length === 0) return [];
  return THRESHOLDS.map((threshold) => {
    const taken = scored.filter(({ score }) => score >= threshold);
    const right = taken.filter(({ same }) => same).length;
    const precision = taken.length === 0 ? 1 : right / taken.length;
    const recall = all === 0 ? 0 : right / all;
    return {
      name: `from ${threshold}`,
      values: { taken: taken.length, precision: thousandth(precision), recall: thousandth(recall) },
    };
  });
}

/** Texts of three sentences of different messages, the same on every run. */
function* spliced(corpus: Corpus, total: number): Generator<[place: number, text: string]> {
  const sentences = corpus.flatMap(({ text }) => text.split(/(?<=[。！？；\s])/u).filter(({ length }) => length > 8));
  let state = 12_345;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return sentences[state % sentences.length] ?? '';
  };
  for (let place = corpus.length; place < total; place += 1) yield [place, `${next()}${next()}${next()}`];
}

function timesOf(index: SimilarOrders, corpus: Corpus) {
  const samples: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const text = corpus[(asked * 7) % corpus.length]?.text ?? '';
    const started = performance.now();
    index.similar(text, FOUND);
    samples.push(performance.now() - started);
  }
  return percentiles(samples);
}

function idOf(place: number): OrderId {
  return orderIdSchema.parse(`00000000-0000-4000-8000-${place.toString(16).padStart(12, '0')}`);
}
