import { diffArrays } from 'diff';

/** A piece of a text beside another one. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Word by word what a text has gained and lost; Chinese words as the platform's own segmenter parts them. */
export function differences(before: string, after: string): Piece[] {
  const words = (text: string): string[] => Array.from(WORDS.segment(text), ({ segment }) => segment);
  return diffArrays(words(before), words(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
