import { termKey } from './index/term-key.ts';
import { isCommon } from './common-characters.ts';
import { isHan, normalise } from './normalise.ts';
import { pairsOf } from './terms.ts';

/** What is read of a text for the index. */
export interface TextTerms {
  /** How often each term stands there, by its key. */
  readonly counts: Map<number, number>;
  /** Words of letters and digits, which one may know the beginning of. */
  readonly latin: Set<string>;
}

export function noTerms(): TextTerms {
  return { counts: new Map(), latin: new Set() };
}

/** How a text is taken in. */
export interface Reading {
  /** As often is each term counted. */
  readonly weight: number;
  /** Takes in each character by itself, also the common ones: a title may be looked for by a single one. */
  readonly characters?: boolean;
}

/**
 * Takes a text in: its pairs of characters, the characters that few texts have, its words of letters and digits, its
 * numbers as they are dialled and its articles (第十五条) as they are cited. Longer words of a dictionary are told by
 * their pairs; measured, they add nothing to these.
 */
export function readInto({ counts, latin }: TextTerms, text: string, { weight, characters = false }: Reading): void {
  const plain = normalise(text);
  const add = (term: string): void => {
    const key = termKey(term);
    counts.set(key, (counts.get(key) ?? 0) + weight);
  };
  for (const pair of pairsOf(plain)) add(pair);
  for (const character of charactersOf(plain)) if (characters || !isCommon(character)) add(character);
  for (const word of latinOf(plain)) {
    add(word);
    if (word.length > 1) latin.add(word);
  }
  for (const number of dialled(plain)) {
    add(number);
    latin.add(number);
  }
  for (const cited of citations(plain)) add(cited);
}

/** Words of letters and digits. @param plain normalised */
export function latinOf(plain: string): string[] {
  return plain.match(/[a-z0-9]+/gu) ?? [];
}

/** The Chinese characters of a text, each as often as it stands there. @param plain normalised */
export function charactersOf(plain: string): string[] {
  return plain.match(/[\u3400-\u4dbf\u4e00-\u9fff]/gu) ?? [];
}

/** Numbers written with breaks as they are dialled: `0432-6201 2345` is `043262012345`. */
export function dialled(plain: string): string[] {
  return Array.from(plain.matchAll(/\d{2,}(?:[- ]\d{2,})+/gu), ([written]) => written.replaceAll(/\D/gu, ''));
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Articles of a law or rule that a text names, in one form however they are written: `§15`. */
export function citations(plain: string): string[] {
  return Array.from(plain.matchAll(/第([零一二三四五六七八九十百]{1,6}|\d{1,4})条/gu), ([, number]) => {
    return `§${/^\d/u.test(number ?? '') ? Number(number) : chineseNumber(number ?? '')}`;
  });
}

/** 一百二十三 is 123. */
function chineseNumber(text: string): number {
  let whole = 0;
  let digit = 0;
  for (const character of text) {
    const value = DIGITS[character];
    if (value !== undefined) digit = value;
    else {
      whole += (digit || 1) * (character === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return whole + digit;
}

/** True for two Chinese characters, which as a word are the same term as that pair. */
export function isPair(word: string): boolean {
  return word.length === 2 && isHan(word.charCodeAt(0)) && isHan(word.charCodeAt(1));
}
