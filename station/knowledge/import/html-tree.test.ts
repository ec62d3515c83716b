import { describe, expect, it } from 'vitest';
import { richTextSchema, type Block, type Inline } from '../../../shared/domain/knowledge/rich-text.ts';
import { VECTORS } from '../../../shared/domain/testing/injection-vectors.ts';
import { readHtml } from './html-tree.ts';

function piecesOf(block: Block): Inline[] {
  if (block.type === 'steps') return [];
  if (block.type === 'list') return block.items.flat();
  return block.type === 'table' ? block.rows.flat(2) : block.content;
}

describe('script-injection strings of every published family', () => {
  it('are more than a hundred', () => {
    expect(new Set(VECTORS).size).toBeGreaterThan(100);
  });

  it.each(VECTORS)('leave nothing in an imported page but text, and numbers to ring: %j', (vector) => {
    const { blocks } = readHtml(`<h1>前</h1><p>前文</p>${vector}<p>后文</p>`);
    // The tree is valid as it stands: nothing had to be dropped from it that somebody could have slipped in.
    expect(richTextSchema.parse({ blocks }).blocks).toEqual(blocks);
    const pieces = blocks.flatMap(piecesOf);
    const keys = pieces.flatMap((piece) => Object.keys(piece));
    expect(keys.filter((key) => !['text', 'bold', 'link'].includes(key))).toEqual([]);
    const links = pieces.flatMap(({ link }) => (link ? [JSON.stringify(link)] : []));
    expect(links.filter((link) => !/^\{"to":"phone","number":"[0-9+*# -]+"\}$/.test(link))).toEqual([]);
    expect(pieces.map(({ text }) => text).join('')).toContain('前文');
  });
});
