import { isHan } from './normalise.ts';
import { synonymsIn } from './synonyms.ts';
import { pairsOf, wordsOf, type Segment } from './terms.ts';
import type { Stretch } from './title-pinyin.ts';

/** What a typed question looks for. */
export interface QueryTerms {
  /** Each term with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** What to mark in a text: whole words and stretches, each with its weight. */
  readonly phrases: ReadonlyMap<string, number>;
}

const PAIR_WEIGHT = 0.6;
const SYNONYM_WEIGHT = 0.3;
const PINYIN_WEIGHT = 0.9;
const LONGEST_CUT = 20;

/**
 * Reads a question: its words and character pairs, the other words for the same thing, and the Chinese that its letters stand for.
 * @param query normalised
 * @param resolve letters to Chinese, see `TitlePinyin.resolve`
 */
export function queryTerms(
  query: string,
  segment: Segment,
  resolve: (letters: string) => readonly Stretch[],
): QueryTerms {
  const weights = new Map<string, number>();
  const phrases = new Map<string, number>();

  function add(text: string, weight: number): void {
    for (const word of wordsOf(text, segment)) raise(weights, word, weight);
    for (const pair of pairsOf(text)) raise(weights, pair, weight * PAIR_WEIGHT);
  }

  function addSynonyms(text: string, weight: number): void {
    for (const { word, others } of synonymsIn(text)) {
      raise(phrases, word, weight);
      for (const other of others) {
        add(other, weight * SYNONYM_WEIGHT);
        raise(phrases, other, weight * SYNONYM_WEIGHT);
      }
    }
  }

  add(query, 1);
  for (const word of wordsOf(query, segment)) raise(phrases, word, 1);
  addSynonyms(query, 1);
  for (const letters of letterRuns(query, resolve)) {
    for (const { text, share } of resolve(letters)) {
      add(text, share * PINYIN_WEIGHT);
      raise(phrases, text, share * PINYIN_WEIGHT);
      addSynonyms(text, share * PINYIN_WEIGHT);
    }
  }
  return { weights, phrases: worthMarking(phrases) };
}

/** Letters as they belong together: `gong ji jin` is one where the titles have it, otherwise three; `gjjtq` may be two. */
function letterRuns(query: string, resolve: (letters: string) => readonly Stretch[]): string[] {
  return (query.match(/[a-z]+(?:[ ']+[a-z]+)*/g) ?? []).flatMap((run) => {
    const parts = run.split(/[ ']+/);
    const joined = parts.join('');
    if (parts.length > 1 && resolve(joined).length > 0) return [joined];
    return parts.flatMap((part) => knownParts(part, resolve));
  });
}

/** Letters that stand for nothing as a whole are cut in two where both parts are most at home in the titles. */
function knownParts(letters: string, resolve: (letters: string) => readonly Stretch[]): string[] {
  if (letters.length > LONGEST_CUT || resolve(letters).length > 0) return [letters];
  let best: string[] = [];
  let most = 0;
  for (let cut = 2; cut <= letters.length - 2; cut += 1) {
    const parts = [letters.slice(0, cut), letters.slice(cut)];
    const times = Math.min(...parts.map((part) => resolve(part)[0]?.times ?? 0));
    if (times <= most) continue;
    best = parts;
    most = times;
  }
  return best;
}

/** Single characters are marked only where nothing better is asked. */
function worthMarking(phrases: ReadonlyMap<string, number>): Map<string, number> {
  const longer = [...phrases].filter(([phrase]) => phrase.length > 1 || !isHan(phrase.charCodeAt(0)));
  return new Map(longer.length > 0 ? longer : phrases);
}

function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weights.get(term) ?? 0, weight));
}
