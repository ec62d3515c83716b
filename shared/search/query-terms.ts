import { charactersOf, citations, dialled, isPair, latinOf } from './article-terms.ts';
import { isCommon } from './common-characters.ts';
import { isHan } from './normalise.ts';
import { syllables } from './pinyin.ts';
import { mayBelong } from './stop-words.ts';
import type { Synonyms } from './synonyms.ts';
import { pairsOf, wordsOf, type Segment } from './terms.ts';
import type { Stretch } from './title-pinyin.ts';

/** What a typed question looks for. */
export interface QueryTerms {
  /** Each term with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** Single characters, which only add to what those have found. */
  readonly helping: ReadonlyMap<string, number>;
  /** What to mark in a text: whole words and stretches, each with its weight. */
  readonly phrases: ReadonlyMap<string, number>;
}

/** What a question is read with. */
export interface QueryHelp {
  readonly segment: Segment;
  readonly synonyms: Synonyms;
  /** Letters to Chinese, see `stretchesOf`. */
  readonly resolve: (letters: string) => readonly Stretch[];
  /** Syllables to Chinese, see `soundingLike`. */
  readonly alike: (sound: readonly string[]) => readonly Stretch[];
  /** Words of letters and digits in the index that begin so. */
  readonly beginning: (letters: string) => readonly string[];
  /** Whether any article has a term. */
  readonly knows: (term: string) => boolean;
}

// Measured on citizens' questions: what the dictionary knows as a word counts more than two characters that only stand
// side by side, and a rare character of a name that is written otherwise in the article still leads to it.
const PAIR_WEIGHT = 0.8;
const WORD_WEIGHT = 1.8;
const CHARACTER_WEIGHT = 0.4;
/** A character that stands by itself: all that is asked. */
const ALONE = /(?<![\u3400-\u4dbf\u4e00-\u9fff])([\u3400-\u4dbf\u4e00-\u9fff])(?![\u3400-\u4dbf\u4e00-\u9fff])/gu;
/** Names, numbers and road signs say which one is meant: measured on citizens' questions, twice a word's weight is best. */
const LATIN_WEIGHT = 2;
const SYNONYM_WEIGHT = 0.3;
const PINYIN_WEIGHT = 0.9;
const BEGINNING_WEIGHT = 0.6;
/** What only sounds so is a guess; two characters sound like many others. */
const ALIKE_WEIGHT: Readonly<Record<number, number>> = { 2: 0.35, 3: 0.7, 4: 0.8 };
const MOST_GUESSES = 8;
/** A whole sentence is found by its other words, and most that is odd in it are names. */
const SENTENCE = 16;
const MOST_GUESSES_IN_SENTENCE = 3;
/** In a longer question two characters that nobody uses are a name rather than a slip. */
const LONGEST_FOR_PAIR = 8;
const LONGEST_CUT = 20;

/**
 * Reads a question: its words and character pairs, the other words for the same thing, the Chinese that its letters
 * stand for, and what its odd characters sound like.
 * @param query normalised
 */
export function queryTerms(query: string, help: QueryHelp): QueryTerms {
  const { segment, synonyms, resolve } = help;
  const weights = new Map<string, number>();
  const helping = new Map<string, number>();
  const phrases = new Map<string, number>();

  function add(text: string, weight: number): void {
    for (const pair of pairsOf(text)) raise(weights, pair, weight * PAIR_WEIGHT);
    for (const word of wordsOf(text, segment)) if (isPair(word)) raise(weights, word, weight * WORD_WEIGHT);
    for (const word of latinOf(text)) raise(weights, word, weight * LATIN_WEIGHT);
    for (const character of charactersOf(text))
      if (!isCommon(character)) raise(helping, character, weight * CHARACTER_WEIGHT);
    for (const [, alone = ''] of text.matchAll(ALONE)) raise(weights, alone, weight);
  }

  function addMeant(text: string, weight: number): void {
    add(text, weight);
    raise(phrases, text, weight);
    addSynonyms(text, weight);
  }

  function addSynonyms(text: string, weight: number): void {
    for (const { word, others } of synonyms.in(text)) {
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
  for (const cited of citations(query)) raise(weights, cited, LATIN_WEIGHT);
  for (const number of dialled(query)) raise(weights, number, LATIN_WEIGHT);
  for (const name of query.match(/[a-z0-9]+(?:-[a-z0-9]+)+/gu) ?? []) if (help.knows(name)) raise(weights, name, 10);
  for (const letters of letterRuns(query, resolve)) {
    for (const { text, share } of resolve(letters)) addMeant(text, share * PINYIN_WEIGHT);
  }
  for (const begun of query.match(/[a-z0-9]{3,}/gu) ?? []) {
    if (help.knows(begun)) continue;
    for (const word of help.beginning(begun)) {
      raise(weights, word, BEGINNING_WEIGHT * LATIN_WEIGHT);
      raise(phrases, begun, 1);
    }
  }
  for (const { text, share } of guesses(query, help)) addMeant(text, share);
  for (const term of weights.keys()) helping.delete(term);
  return { weights, helping, phrases: worthMarking(phrases) };
}

/** What characters that stand together in no article sound like, with the share of a word that the guess is worth. */
function guesses(query: string, { alike, knows }: QueryHelp): { text: string; share: number }[] {
  const odd = oddPairs(query, knows);
  if (odd.length === 0) return [];
  const sound = syllables(query);
  const han = (from: number, to: number): boolean =>
    Array.from(query.slice(from, to)).every((one) => isHan(one.charCodeAt(0)));
  const found = new Map<string, number>();
  const most = query.length > SENTENCE ? MOST_GUESSES_IN_SENTENCE : MOST_GUESSES;
  let tries = 0;
  for (const length of [4, 3, 2]) {
    if (length === 2 && query.length > LONGEST_FOR_PAIR) break;
    for (const at of odd) {
      for (let from = Math.max(0, at + 2 - length); from <= at && from + length <= query.length; from += 1) {
        if (tries >= most || !han(from, from + length)) continue;
        tries += 1;
        const written = query.slice(from, from + length);
        for (const { text, share } of alike(sound.slice(from, from + length)))
          if (text !== written) raise(found, text, share * (ALIKE_WEIGHT[length] ?? 0));
      }
    }
    if (found.size > 0) break;
  }
  return Array.from(found, ([text, share]) => ({ text, share }));
}

/** Where two characters stand that stand together in no article. */
function oddPairs(query: string, knows: (term: string) => boolean): number[] {
  const odd: number[] = [];
  for (let at = 0; at + 1 < query.length; at += 1) {
    const pair = query.slice(at, at + 2);
    if (!isPair(pair) || !mayBelong(pair)) continue;
    if (!knows(pair)) odd.push(at);
  }
  return odd;
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
