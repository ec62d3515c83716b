import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { richTextSchema } from '../../../shared/domain/knowledge/rich-text.ts';
import { VECTORS } from '../../../shared/domain/testing/injection-vectors.ts';
import { PictureFigure } from './article-picture.tsx';
import { RichTextView } from './rich-text-view.tsx';

/** What an article on the screen is made of: elements, and the attributes of each. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h4: ['class'],
  h5: ['class'],
  ul: [],
  ol: [],
  li: [],
  span: ['class', 'title', 'role', 'aria-hidden', 'aria-label'],
  strong: [],
  blockquote: ['class', 'aria-label'],
  div: ['class'],
  table: ['class'],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: [],
  figure: ['class'],
  figcaption: [],
  button: ['type', 'class', 'title'],
  img: ['src', 'alt'],
};

function strange(node: DefaultTreeAdapterTypes.Node): string[] {
  const own =
    'tagName' in node
      ? node.attrs
          .map(({ name }) => name)
          .filter((name) => !ALLOWED[node.tagName]?.includes(name))
          .map((name) => `${node.tagName} ${name}`)
          .concat(ALLOWED[node.tagName] ? [] : [node.tagName])
      : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(strange) : [])];
}

describe('script-injection strings of every published family', () => {
  it.each(VECTORS)('on the screen are text: %j', (vector) => {
    const cell = [{ text: vector }];
    const text = richTextSchema.parse({
      blocks: [
        { type: 'heading', level: 2, content: cell },
        { type: 'paragraph', content: [{ text: vector, bold: true }] },
        { type: 'list', ordered: true, items: [cell] },
        { type: 'say', content: cell },
        { type: 'table', header: true, rows: [[cell], [cell]] },
      ],
    });
    const markup = renderToStaticMarkup(createElement(RichTextView, { text, onArticle: () => undefined }));
    // The icon beside a sentence to read out is the program's own drawing.
    const drawn = strange(parseFragment(markup)).filter((name) => !/^(svg|path)\b/.test(name));
    expect(drawn).toEqual([]);
  });

  it.each(VECTORS)('name no picture, and in the words of one are words: %j', (vector) => {
    const picture = { type: 'picture', fileId: '00000000-0000-8000-b000-000000000001', says: vector.slice(0, 120) };
    expect(richTextSchema.safeParse({ blocks: [{ ...picture, fileId: vector }] }).success).toBe(false);
    const withMore = { ...picture, says: '', src: vector, onerror: vector };
    expect(richTextSchema.parse({ blocks: [withMore] }).blocks).toEqual([{ ...picture, says: '' }]);
    // What a server would tell a browser to fetch early is no part of the page here.
    const early = (found: string): boolean => /^link\b/.test(found);
    const figure = { url: 'blob:http://localhost/1', says: picture.says, onLarge: () => undefined };
    const drawn = strange(parseFragment(renderToStaticMarkup(createElement(PictureFigure, figure))));
    expect(drawn.filter((found) => !early(found))).toEqual([]);
  });
});
