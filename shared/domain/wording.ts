import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { termKey } from '../search/index/term-key.ts';
import { articleIdSchema, type ArticleId } from './ids.ts';

/** Longest wording kept: a caller's matter in a sentence or two. */
export const LONGEST_WORDING = 120;

/** A caller's words that an article answered (学到的说法): whoever says it so again finds that article. */
export const tieSchema = z.object({
  /** The article and a mark of the words: the same words twice are one tie that was used twice. */
  id: z.string().max(90),
  version: z.int().positive(),
  articleId: articleIdSchema,
  /** Without anything personal, see `wordingOf`. */
  words: z.string().min(1).max(LONGEST_WORDING),
  learnedAt: instantSchema,
  /** How many calls it has answered. */
  uses: z.int().positive(),
  /** `removed`: somebody has judged that it leads astray; it is kept so that it is not learned again. */
  state: z.enum(['active', 'removed']),
});
export type Tie = z.infer<typeof tieSchema>;

const PARTED = '~';

export function tieIdOf(articleId: ArticleId, words: string): string {
  return `${articleId}${PARTED}${termKey(words).toString(36)}`;
}

/** The article of a tie, by the tie's id alone. */
export function articleOfTie(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(PARTED)));
}

/** Every tie of an article has an id from the first to before the second of these. */
export function tieRange(articleId: string): readonly [string, string] {
  return [`${articleId}${PARTED}`, `${articleId}${PARTED}\u{10ffff}`];
}

const WORD = z.string().trim().min(2).max(20);

/** Words that mean the same to who looks for an answer (同义词): everyday ones and official ones. */
export const synonymRowSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  words: z.array(WORD).max(12),
  state: z.enum(['active', 'removed']),
});
export type SynonymRow = z.infer<typeof synonymRowSchema>;
