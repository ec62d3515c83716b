import { MOST_ARTICLE_FILES, picturesIn, type ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { textOf } from '../../../shared/domain/knowledge/plain-text.ts';
import { articleDraftSchema, type ArticleDraft } from '../../../shared/domain/knowledge/manuscript.ts';
import { richTextSchema, type Block } from '../../../shared/domain/knowledge/rich-text.ts';

const MOST_BLOCKS = 400;

/** A draft of what was read; null where there is nothing in it, or more than an article may be. */
export function draftOf(
  title: string,
  blocks: readonly Block[],
  more: Partial<Omit<ArticleDraft, 'title' | 'body'>> = {},
): ArticleDraft | null {
  const body = richTextSchema.safeParse({ blocks: blocks.slice(0, MOST_BLOCKS) });
  if (!body.success) return null;
  const parsed = articleDraftSchema.safeParse({
    kind: 'faq',
    unitId: null,
    asked: [],
    source: '',
    validUntil: null,
    ...more,
    title: title.trim().slice(0, 120),
    body: body.data,
  });
  return parsed.success ? parsed.data : null;
}

/**
 * A text with several chief headings is several articles; with one or none it is one, named after its heading, its first
 * line, or the file.
 * @param chief headings that part articles, as they stand in the blocks
 */
export function articlesOf(
  blocks: readonly Block[],
  chief: ReadonlySet<Block>,
  name: string,
  source: string,
  files: readonly ArticleFile[] = [],
): ArticleDraft[] {
  const parts: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (chief.has(block) && block.type === 'heading') parts.push({ title: textOf(block.content), blocks: [] });
    else if (parts.length === 0) parts.push({ title: '', blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.flatMap(({ title, blocks: own }) => {
    const kept = withPictures(own, files);
    return draftOf(title || name, kept.blocks, { source, files: kept.files }) ?? [];
  });
}

/** Blocks with the files their pictures are; pictures beyond what one article may have are left out. */
function withPictures(
  blocks: readonly Block[],
  files: readonly ArticleFile[],
): { blocks: Block[]; files: ArticleFile[] } {
  const named = picturesIn({ blocks: [...blocks] });
  const own = files.filter(({ id }) => named.has(id)).slice(0, MOST_ARTICLE_FILES);
  const ids = new Set(own.map(({ id }) => id));
  return { blocks: blocks.filter((block) => block.type !== 'picture' || ids.has(block.fileId)), files: own };
}
