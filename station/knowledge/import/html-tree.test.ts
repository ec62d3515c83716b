import { describe, expect, it } from 'vitest';
import { richTextSchema, type Block, type Inline } from '../../../shared/domain/knowledge/rich-text.ts';
import { VECTORS } from '../../../shared/domain/testing/injection-vectors.ts';
import { readHtml } from './html-tree.ts';
import { gatherPictures, pictureInAddress } from './pictures.ts';

function piecesOf(block: Block): Inline[] {
  if (block.type === 'steps' || block.type === 'picture') return [];
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

  it.each(VECTORS)('become no picture, as a page around one or as its address: %j', (vector) => {
    const { take, pictures } = gatherPictures();
    const taken = (src: string) => pictureInAddress(src, take);
    const quoted = vector.replaceAll('"', '&quot;');
    const page = `${vector}<p><img src="${quoted}" alt="${quoted}" onerror="${quoted}"></p>`;
    const { blocks, files } = readHtml(page, taken);
    expect([blocks.filter(({ type }) => type === 'picture'), files, pictures]).toEqual([[], [], []]);
  });
});

describe('a picture in a page', () => {
  const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const read = (html: string) => {
    const { take } = gatherPictures();
    return readHtml(html, (src) => pictureInAddress(src, take));
  };

  it('that the page carries in itself is taken with its words, one in a cell after the table', () => {
    const img = `<img src="data:image/png;base64,${PNG}" alt="灯杆 编号" onerror="fire()">`;
    const { blocks, files } = read(`<p>前${img}后</p><table><tr><td>表${img}</td></tr></table>`);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'picture', 'paragraph', 'table', 'picture']);
    expect(blocks[1]).toEqual({ type: 'picture', fileId: files[0]?.id, says: '灯杆 编号' });
    expect(files).toHaveLength(1);
  });

  it('is never fetched, and none that is not one is taken', () => {
    const svg = `data:image/svg+xml;base64,${btoa('<svg onload="fire()"/>')}`;
    const { blocks, leftOut } = read(`<p>文</p><img src="https://evil.test/x.png"><img src="${svg}">`);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph']);
    expect(leftOut.get('img')).toBe(2);
  });
});
