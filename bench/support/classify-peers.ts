// Sorters of texts in their usual setting, over the words that jieba cuts: what the desk's own has to beat.
import { trainPlane } from '../../shared/text/linear-svm.ts';

export interface Labelled {
  /** Words with how often each stands there. */
  readonly words: ReadonlyMap<string, number>;
  readonly label: string;
}

/** Learns, and then guesses the label of a text by its words. */
type Sorter = (known: readonly Labelled[]) => (words: Labelled['words']) => string;

export const CLASSIFY_PEERS: Readonly<Record<string, Sorter>> = {
  'naive Bayes, words': (known) => bayes(known, false),
  'complement naive Bayes, words': (known) => bayes(known, true),
  'linear SVM, words by tf-idf': svm,
};

/** Laplace smoothing of one; the complement counts what the other labels say. */
function bayes(known: readonly Labelled[], complement: boolean): (words: Labelled['words']) => string {
  const labels = [...new Set(known.map(({ label }) => label))].toSorted();
  const width = new Set(known.flatMap(({ words }) => [...words.keys()])).size;
  const models = labels.map((label) => {
    const counts = new Map<string, number>();
    let whole = 0;
    for (const one of known) {
      if ((one.label === label) === complement) continue;
      for (const [word, count] of one.words) {
        counts.set(word, (counts.get(word) ?? 0) + count);
        whole += count;
      }
    }
    const own = known.filter((one) => one.label === label).length;
    const chance = (word: string): number => Math.log(((counts.get(word) ?? 0) + 1) / (whole + width));
    return { label, prior: complement ? 0 : Math.log(own / known.length), sign: complement ? -1 : 1, chance };
  });
  return (words) =>
    best(
      models.map(({ label, prior, sign, chance }) => {
        let score = prior;
        for (const [word, count] of words) score += sign * count * chance(word);
        return { label, score };
      }),
    );
}

function svm(known: readonly Labelled[]): (words: Labelled['words']) => string {
  const frequency = new Map<string, number>();
  for (const { words } of known) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const columns = new Map(Array.from(frequency.keys(), (word, at) => [word, at]));
  const vector = (words: Labelled['words']): [column: number, value: number][] => {
    const raw = [...words].flatMap(([word, count]): [number, number][] => {
      const column = columns.get(word);
      const rarity = Math.log((known.length + 1) / ((frequency.get(word) ?? 0) + 1)) + 1;
      return column === undefined ? [] : [[column, count * rarity]];
    });
    const length = Math.hypot(...raw.map(([, value]) => value)) || 1;
    return raw.map(([column, value]) => [column, value / length]);
  };
  const vectors = known.map(({ words }) => vector(words));
  let end = 0;
  const rows = {
    starts: Uint32Array.from([0, ...vectors.map(({ length }) => (end += length))]),
    columns: Uint32Array.from(vectors.flatMap((one) => one.map(([column]) => column))),
    values: Float32Array.from(vectors.flatMap((one) => one.map(([, value]) => value))),
  };
  const costs = new Float32Array(known.length).fill(1);
  const planes = [...new Set(known.map(({ label }) => label))].toSorted().map((label) => ({
    label,
    plane: trainPlane(
      rows,
      Uint8Array.from(known, (one) => Number(one.label === label)),
      columns.size,
      { costs, passes: 100 },
    ),
  }));
  return (words) => {
    const asked = vector(words);
    return best(
      planes.map(({ label, plane }) => ({
        label,
        score: asked.reduce((sum, [column, value]) => sum + value * (plane[column] ?? 0), plane[columns.size] ?? 0),
      })),
    );
  };
}

function best(scored: readonly { readonly label: string; readonly score: number }[]): string {
  return scored.toSorted((one, other) => other.score - one.score)[0]?.label ?? '';
}

/** @param guesses of the texts, one by one */
export function qualityOf(
  texts: readonly Pick<Labelled, 'label'>[],
  guesses: readonly string[],
): { accuracy: number; macroF1: number } {
  const labels = [...new Set(texts.map(({ label }) => label))];
  const right = (label?: string): number =>
    texts.filter((text, at) => guesses[at] === text.label && (label === undefined || text.label === label)).length;
  const f1 = labels.map((label) => {
    const own = texts.filter((text) => text.label === label).length;
    const guessed = guesses.filter((guess) => guess === label).length;
    return (2 * right(label)) / (own + guessed);
  });
  return { accuracy: right() / texts.length, macroF1: f1.reduce((sum, one) => sum + one, 0) / labels.length };
}
