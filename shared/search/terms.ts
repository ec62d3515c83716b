import { isHan, isLatin } from './normalise.ts';
import { isStopWord, mayBelong } from './stop-words.ts';

/** Cuts Chinese text into words, longer ones also into the words within them; the host brings the dictionary. */
export type Segment = (text: string) => readonly string[];

/**
 * The words that tell something, in the order in which they stand.
 * @param text normalised
 */
export function wordsOf(text: string, segment: Segment): string[] {
  return segment(text).filter((word) => isTelling(word));
}

function isTelling(word: string): boolean {
  const code = word.charCodeAt(0);
  return (isHan(code) || isLatin(code)) && !isStopWord(word);
}

/**
 * Each two neighbouring Chinese characters, whatever the dictionary thinks of them: names and new words live here.
 * @param text normalised
 */
export function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < text.length; index += 1) {
    if (!isHan(text.charCodeAt(index)) || !isHan(text.charCodeAt(index + 1))) continue;
    const pair = text.slice(index, index + 2);
    if (mayBelong(pair)) pairs.push(pair);
  }
  return pairs;
}

/** Counts how often each term stands in a list, each time as `weight`. */
export function countInto(counts: Map<string, number>, terms: Iterable<string>, weight: number): void {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
}
