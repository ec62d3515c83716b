import mammoth from 'mammoth';
import type { ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import type { Block } from '../../../shared/domain/knowledge/rich-text.ts';
import { readHtml, type ReadHtml } from './html-tree.ts';
import type { PictureTaker } from './pictures.ts';

/** A Word document by its styles: headings, paragraphs, lists, tables, bold, and its pictures. */
export async function readDocx(
  bytes: Uint8Array,
  take: PictureTaker,
): Promise<ReadHtml & { chief: ReadonlySet<Block>; warnings: readonly string[] }> {
  const pictures = new Map<string, ArticleFile>();
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(async (image) => {
        const file = take(Buffer.from(await image.read('base64'), 'base64'));
        const src = `picture:${pictures.size}`;
        if (file) pictures.set(src, file);
        return { src: file ? src : '' };
      }),
    },
  );
  const read = readHtml(value, (src) => pictures.get(src) ?? null);
  return { ...read, chief: chiefOf(value, read.blocks), warnings: messages.map(({ message }) => message) };
}

/** The blocks that came of first-level headings, where there are several of these. */
export function chiefOf(html: string, blocks: readonly Block[]): ReadonlySet<Block> {
  const count = (html.match(/<h1[\s>]/gi) ?? []).length;
  if (count === 0) return new Set();
  const titles = readHtml((html.match(/<h1[\s>][\s\S]*?<\/h1>/gi) ?? []).join('')).blocks.flatMap((block) =>
    block.type === 'heading' ? [JSON.stringify(block.content)] : [],
  );
  const chief = new Set<Block>();
  for (const block of blocks) {
    if (block.type === 'heading' && titles[chief.size] === JSON.stringify(block.content)) chief.add(block);
  }
  return chief;
}
