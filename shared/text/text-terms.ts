import { isHan, normalise } from '../search/normalise.ts';
import { countInto, pairsOf, wordsOf, type Segment } from '../search/terms.ts';

/** Marks a pair of characters from the head of a text, which says more of its subject than the same pair further on. */
const HEAD_MARK = '^';
const HEAD_END = /[\s.?!;]/u;
const SHORTEST_HEAD = 6;
const LONGEST_HEAD = 60;
const HEAD_WORD_WEIGHT = 2;
/** Pairs repeat what the words say. */
const PAIR_WEIGHT = 0.5;
/** What stands behind this tells no more of what a request is about, and reading must end while somebody types. */
const LONGEST_TEXT = 2000;

/**
 * What a classifier reads of a text: its words, those of its head more, and the pairs of characters of its head. Numbers
 * and what is written with digits (telephones, house numbers, plates) never become terms.
 * @returns how often each stands there, in the order in which they come
 */
export function textTerms(text: string, segment: Segment): Map<string, number> {
  const plain = normalise(text.slice(0, LONGEST_TEXT)).trim();
  const counts = new Map<string, number>();
  const head = headOf(plain);
  countInto(counts, wordsOf(plain, segment).filter(isWord), 1);
  countInto(counts, wordsOf(head, segment).filter(isWord), HEAD_WORD_WEIGHT);
  countInto(
    counts,
    pairsOf(head).map((pair) => HEAD_MARK + pair),
    1,
  );
  return counts;
}

/** How much a kind of term counts beside the others. */
export function termWeight(term: string): number {
  return term.startsWith(HEAD_MARK) ? PAIR_WEIGHT : 1;
}

/** The first sentence, which a person writes to say what it is about. */
function headOf(plain: string): string {
  const start = plain.slice(0, LONGEST_HEAD);
  const end = start.slice(SHORTEST_HEAD).search(HEAD_END);
  return end === -1 ? start : start.slice(0, SHORTEST_HEAD + end);
}

/** One Chinese character alone, and anything with a digit, says nothing that other texts say too. */
function isWord(word: string): boolean {
  return word.length > 1 && !/\d/u.test(word);
}

/** The words among terms, as a person would read them. */
export function isReadable(term: string): boolean {
  return !term.startsWith(HEAD_MARK) && isHan(term.charCodeAt(0));
}
