import type { Article } from './article.ts';
import { blocksOfPlain, plainOf } from './knowledge/plain-text.ts';
import type { RichText } from './knowledge/rich-text.ts';

/**
 * An article's text for the index, for print and for reading out, whatever form it is kept in: a blank line parts
 * paragraphs, a line starting with `# ` is a heading, with `- ` an item.
 */
export function articleText({ body }: Pick<Article, 'body'>): string {
  return typeof body === 'string' ? body : plainOf(body);
}

/** An article's text as a tree, the plain text of before raised to one. */
export function articleTree({ body }: Pick<Article, 'body'>): RichText {
  return typeof body === 'string' ? { blocks: blocksOfPlain(body) } : body;
}
