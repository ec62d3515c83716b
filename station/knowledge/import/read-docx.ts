import mammoth from 'mammoth';
import type { Block } from '../../../shared/domain/knowledge/rich-text.ts';
import { readHtml, type ReadHtml } from './html-tree.ts';

/** A Word document by its styles: headings, paragraphs, lists, tables and bold. Pictures are counted and left out. */
export async function readDocx(
  bytes: Uint8Array,
): Promise<ReadHtml & { chief: ReadonlySet<Block>; warnings: readonly string[] }> {
  let pictures = 0;
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(() => {
        pictures += 1;
        return Promise.resolve({ src: '' });
      }),
    },
  );
  const read = readHtml(value);
  return {
    ...read,
    chief: chiefOf(value, read.blocks),
    leftOut: pictures > 0 ? new Map([...read.leftOut, ['img', pictures]]) : read.leftOut,
    warnings: messages.map(({ message }) => message),
  };
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
