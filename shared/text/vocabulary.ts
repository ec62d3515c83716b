import { termWeight } from './text-terms.ts';

/** The terms a model knows, each with how telling it is. */
export interface Vocabulary {
  readonly terms: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
}

/** A text as terms with counts, and whose it is: several texts of one person count as one. */
export interface CountedText {
  readonly terms: ReadonlyMap<string, number>;
  readonly from: string | null;
}

export interface VocabularyOptions {
  /** A term must come from at least so many people: what fewer say may be about one of them. */
  readonly least: number;
  /** Names and the like, never to become terms however many say them. */
  readonly forbidden?: ReadonlySet<string>;
  /** Terms of the city's own tables, which are public: kept although nobody has said them yet. */
  readonly open?: Iterable<string>;
  /** Only these: what nothing was learned about has no place in a model. */
  readonly among?: ReadonlySet<string>;
}

/** @param texts everything that was said, also what bears no label: it tells which words are common */
export function makeVocabulary(texts: readonly CountedText[], options: VocabularyOptions): Vocabulary {
  const { least, forbidden = new Set<string>(), open = [], among } = options;
  const people = peopleByTerm(texts);
  const kept = new Set<string>(open);
  for (const [term, count] of people) if (count >= least && (among?.has(term) ?? true)) kept.add(term);
  const terms = [...kept].filter((term) => !forbidden.has(term)).toSorted();
  const all = new Set(texts.map(({ from }, place) => from ?? place)).size;
  return vocabularyOf(
    terms,
    Float32Array.from(terms, (term) => termWeight(term) * Math.log((all + 1) / ((people.get(term) ?? 0) + 1))),
  );
}

export function vocabularyOf(terms: readonly string[], weights: Float32Array): Vocabulary {
  return { terms, numbers: new Map(terms.map((term, number) => [term, number])), weights };
}

/** By how many people each term was used. */
function peopleByTerm(texts: readonly CountedText[]): Map<string, number> {
  const counts = new Map<string, number>();
  const groups = Map.groupBy(texts, (text, place) => text.from ?? place);
  for (const group of groups.values()) {
    for (const term of new Set(group.flatMap(({ terms }) => [...terms.keys()]))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}

/** A text's known terms with their weights, of length 1 together; empty where it has none. */
export function vectorOf(
  vocabulary: Vocabulary,
  counts: ReadonlyMap<string, number>,
): [term: number, weight: number][] {
  const vector: [number, number][] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const number = vocabulary.numbers.get(term);
    if (number === undefined) continue;
    const weight = (1 + Math.log(count)) * (vocabulary.weights[number] ?? 0);
    if (weight === 0) continue;
    vector.push([number, weight]);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  return vector.map(([number, weight]) => [number, weight / length]);
}
