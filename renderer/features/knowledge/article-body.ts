import type { Article } from '../../../shared/domain/article.ts';
import { startOfBeijingDate, beijingDate } from '../../../shared/instant.ts';

/** One block of an article's plain text. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'items';
  readonly lines: readonly string[];
  /** Place in the text, stable while the text is. */
  readonly at: number;
}

/** Reads the body's few signs: a blank line parts paragraphs, `# ` begins a heading, `- ` an item. */
export function blocksOf(body: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { kind: Block['kind']; lines: string[]; at: number } | null = null;
  body.split(/\r?\n/).forEach((line, at) => {
    const text = line.trim();
    if (text === '') {
      open = null;
      return;
    }
    const heading = /^#+\s+(.*)$/.exec(text)?.[1];
    const item = /^-\s+(.*)$/.exec(text)?.[1];
    const kind = heading === undefined ? (item === undefined ? 'paragraph' : 'items') : 'heading';
    const content = heading ?? item ?? text;
    if (open && open.kind === kind && kind !== 'heading') {
      open.lines.push(content);
      return;
    }
    open = { kind, lines: [content], at };
    blocks.push(open);
  });
  return blocks;
}

/** A whole article is short enough to be an answer; a longer one gives the passage that was found. Characters. */
const WHOLE_ANSWER = 600;

/**
 * The text an article puts into the answer.
 * @param chosen what the operator has selected with the mouse in the article; it wins
 * @param passage the passage the search found
 */
export function answerFrom(body: string, chosen: string, passage: string): string {
  const selection = chosen.trim();
  if (selection) return selection;
  const plain = blocksOf(body)
    .map(({ kind, lines }) => lines.map((line) => (kind === 'items' ? `· ${line}` : line)).join('\n'))
    .join('\n');
  return plain.length <= WHOLE_ANSWER || !passage.trim() ? plain : passage.trim();
}

/** Added below what has been written already; never twice. */
export function appendAnswer(written: string, addition: string): string {
  if (written.includes(addition)) return written;
  return written.trim() ? `${written.trimEnd()}\n${addition}` : addition;
}

/** What speaks against reading an article out as it stands. */
export type Doubt =
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired'; readonly day: string }
  | { readonly kind: 'stale'; readonly days: number };

/** Days after which an unchecked article asks for care. */
const STALE_DAYS = 365;

/** @param nowMs ms since 1970 */
export function doubtOf(article: Pick<Article, 'state' | 'validUntil' | 'checkedOn'>, nowMs: number): Doubt | null {
  if (article.state === 'withdrawn') return { kind: 'withdrawn' };
  const { validUntil } = article;
  if (validUntil !== null && validUntil < beijingDate(nowMs)) return { kind: 'expired', day: validUntil };
  const days = Math.floor((nowMs - startOfBeijingDate(article.checkedOn)) / 86_400_000);
  return days > STALE_DAYS ? { kind: 'stale', days } : null;
}
