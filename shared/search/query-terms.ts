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
const SYNONYM_WEIGHT = 0.45;
const PINYIN_WEIGHT = 0.9;

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

  add(query, 1);
  for (const word of wordsOf(query, segment)) raise(phrases, word, 1);
  for (const { word, others } of synonymsIn(query)) {
    raise(phrases, word, 1);
    for (const other of others) {
      add(other, SYNONYM_WEIGHT);
      raise(phrases, other, SYNONYM_WEIGHT);
    }
  }
  for (const letters of letterRuns(query, resolve)) {
    for (const { text, share } of resolve(letters)) {
      add(text, share * PINYIN_WEIGHT);
      raise(phrases, text, share * PINYIN_WEIGHT);
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

/** Cuts letters into the longest parts that stand for something, from the left. */
function knownParts(letters: string, resolve: (letters: string) => readonly Stretch[]): string[] {
  for (let length = letters.length; length >= 2; length -= 1) {
    const head = letters.slice(0, length);
    if (resolve(head).length > 0) return [head, ...knownParts(letters.slice(length), resolve)];
  }
  return [];
}

/** Single characters are marked only where nothing better is asked. */
function worthMarking(phrases: ReadonlyMap<string, number>): Map<string, number> {
  const longer = [...phrases].filter(([phrase]) => phrase.length > 1 || !isHan(phrase.charCodeAt(0)));
  return new Map(longer.length > 0 ? longer : phrases);
}

function raise(weights: Map<string, number>, term: string, weight: number): void {
  weights.set(term, Math.max(weights.get(term) ?? 0, weight));
}
