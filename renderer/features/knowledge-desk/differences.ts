import { diffArrays } from 'diff';
import type { ArticleFile } from '../../../shared/domain/knowledge/files.ts';

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

/** Which files a version has gained and lost. The same name with another content is one lost and one gained. */
export function fileDifferences(
  before: readonly ArticleFile[],
  after: readonly ArticleFile[],
): { readonly id: string; readonly name: string; readonly kind: 'added' | 'removed' }[] {
  const missingIn = (others: readonly ArticleFile[]) => (file: ArticleFile) => !others.some(({ id }) => id === file.id);
  return [
    ...before.filter(missingIn(after)).map(({ id, name }) => ({ id, name, kind: 'removed' as const })),
    ...after.filter(missingIn(before)).map(({ id, name }) => ({ id, name, kind: 'added' as const })),
  ];
}
