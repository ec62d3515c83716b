import { describe, expect, it } from 'vitest';
import { richTextSchema, type Block, type Inline } from '../../../shared/domain/knowledge/rich-text.ts';
import { VECTORS } from '../../../shared/domain/testing/injection-vectors.ts';
import { readHtml } from './html-tree.ts';

function piecesOf(block: Block): Inline[] {
  switch (block.type) {
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flat(2);
    case 'steps':
      return [];
    default:
      return block.content;
  }
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
    for (const piece of pieces) {
      expect(Object.keys(piece).filter((key) => !['text', 'bold', 'link'].includes(key))).toEqual([]);
      if (piece.link)
        expect(piece.link).toMatchObject({ to: 'phone', number: expect.stringMatching(/^[0-9+*# -]+$/) as string });
    }
    expect(pieces.map(({ text }) => text).join('')).toContain('前文');
  });
});
