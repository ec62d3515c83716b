import { Schema, type Node as ProseNode, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { articleIdSchema, attachmentIdSchema, type AttachmentId } from '../../../shared/domain/ids.ts';
import {
  inlineSchema,
  richTextSchema,
  type Block,
  type Inline,
  type RichText,
} from '../../../shared/domain/knowledge/rich-text.ts';

const inlineBlock = (tag: string, parsed: readonly string[]): NodeSpec => ({
  content: 'text*',
  group: 'block',
  parseDOM: parsed.map((name) => ({ tag: name })),
  toDOM: () => [tag, 0],
});

/**
 * What the editor can hold: exactly what an article's text can say. Whatever is pasted loses the rest on the way in,
 * because the schema has no place for it.
 */
export const SCHEMA = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { ...inlineBlock('p', ['p']), content: 'text*' },
    heading: {
      content: 'text*',
      group: 'block',
      attrs: { level: { default: 2, validate: 'number' } },
      defining: true,
      parseDOM: [
        ...['h1', 'h2', 'h3', 'h4'].map((tag) => ({ tag, attrs: { level: 2 } })),
        ...['h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
      ],
      toDOM: (node) => [node.attrs['level'] === 2 ? 'h4' : 'h5', 0],
    },
    say: { ...inlineBlock('blockquote', ['blockquote']), defining: true },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0], defining: true },
    ...tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} }),
    /** Shown by the editor itself; its text form is for moving it by cut and paste. */
    picture: {
      group: 'block',
      atom: true,
      draggable: true,
      attrs: { fileId: { validate: 'string' }, says: { default: '', validate: 'string' } },
      parseDOM: [
        {
          tag: 'figure[data-file]',
          getAttrs: (dom) => {
            const fileId = attachmentIdSchema.safeParse(dom.getAttribute('data-file'));
            return fileId.success && { fileId: fileId.data, says: dom.textContent.trim().slice(0, 120) };
          },
        },
      ],
      toDOM: ({ attrs }) => ['figure', { 'data-file': String(attrs['fileId']) }, String(attrs['says'])],
    },
    text: {},
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    article: {
      attrs: { id: { validate: 'string' } },
      inclusive: false,
      toDOM: (mark) => ['span', { class: 'kn-link', 'data-article': String(mark.attrs['id']) }, 0],
    },
    phone: {
      attrs: { number: { validate: 'string' } },
      inclusive: false,
      toDOM: () => ['span', { class: 'kn-phone' }, 0],
    },
  },
});

function pieces(content: readonly Inline[]): ProseNode[] {
  return content.map(({ text, bold, link }) => {
    const { strong, article, phone } = SCHEMA.marks;
    const marks = [
      ...(bold && strong ? [strong.create()] : []),
      ...(link?.to === 'article' && article ? [article.create({ id: link.articleId })] : []),
      ...(link?.to === 'phone' && phone ? [phone.create({ number: link.number })] : []),
    ];
    return SCHEMA.text(text, marks);
  });
}

const paragraph = (content: readonly Inline[]): ProseNode => SCHEMA.node('paragraph', null, pieces(content));

function nodesOf(block: Block): ProseNode[] {
  switch (block.type) {
    case 'heading':
      return [SCHEMA.node('heading', { level: block.level }, pieces(block.content))];
    case 'paragraph':
      return [paragraph(block.content)];
    case 'say':
      return [SCHEMA.node('say', null, pieces(block.content))];
    case 'list':
      return [
        SCHEMA.node(
          block.ordered ? 'ordered_list' : 'bullet_list',
          null,
          block.items.map((item) => SCHEMA.node('list_item', null, [paragraph(item)])),
        ),
      ];
    case 'table':
      return [
        SCHEMA.node(
          'table',
          null,
          block.rows.map((row, line) =>
            SCHEMA.node(
              'table_row',
              null,
              row.map((cell) =>
                SCHEMA.node(block.header && line === 0 ? 'table_header' : 'table_cell', null, [paragraph(cell)]),
              ),
            ),
          ),
        ),
      ];
    case 'steps':
      // Written in a field of their own.
      return [];
    case 'picture':
      return [SCHEMA.node('picture', { fileId: block.fileId, says: block.says })];
  }
}

/** The editor's document of a text; empty texts have one empty paragraph, as an editor must. */
export function docOf(text: RichText | null): ProseNode {
  const nodes = (text?.blocks ?? []).flatMap(nodesOf);
  return SCHEMA.node('doc', null, nodes.length > 0 ? nodes : [paragraph([])]);
}

function inlineOf(node: ProseNode): Inline[] {
  const content: Inline[] = [];
  node.forEach((child) => {
    if (!child.text) return;
    const mark = (name: string) => child.marks.find(({ type }) => type.name === name);
    const article = articleIdSchema.safeParse(mark('article')?.attrs['id']);
    const number: unknown = mark('phone')?.attrs['number'];
    const link = article.success
      ? { to: 'article', articleId: article.data }
      : typeof number === 'string'
        ? { to: 'phone', number }
        : undefined;
    content.push(
      inlineSchema.parse({ text: child.text, ...(mark('strong') && { bold: true }), ...(link && { link }) }),
    );
  });
  return content;
}

function children(node: ProseNode): ProseNode[] {
  const found: ProseNode[] = [];
  node.forEach((child) => found.push(child));
  return found;
}

function blockOf(node: ProseNode): unknown {
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', level: node.attrs['level'] === 3 ? 3 : 2, content: inlineOf(node) };
    case 'say':
      return { type: 'say', content: inlineOf(node) };
    case 'bullet_list':
    case 'ordered_list': {
      const items = children(node).map((item) => children(item).flatMap(inlineOf));
      return { type: 'list', ordered: node.type.name === 'ordered_list', items };
    }
    case 'table': {
      const rows = children(node).map((row) => children(row).map((cell) => children(cell).flatMap(inlineOf)));
      const header = node.firstChild?.firstChild?.type.name === 'table_header';
      return { type: 'table', header, rows };
    }
    case 'picture':
      return { type: 'picture', fileId: String(node.attrs['fileId']), says: String(node.attrs['says']) };
    default:
      return { type: 'paragraph', content: inlineOf(node) };
  }
}

/** Where the document has pictures, the last first, so that taking one out moves none of the others. */
export function picturePlaces(doc: ProseNode, of?: AttachmentId): number[] {
  const places: number[] = [];
  doc.descendants((node, place) => {
    if (node.type.name === 'picture' && (of === undefined || node.attrs['fileId'] === of)) places.unshift(place);
  });
  return places;
}

/** The text of the editor's document, with the steps written beside it; null while there is nothing in it. */
export function textOf(doc: ProseNode, steps: Block | null): RichText | null {
  const blocks = children(doc).map(blockOf);
  const said = doc.textContent.trim() !== '' || picturePlaces(doc).length > 0 ? blocks : [];
  const parsed = richTextSchema.safeParse({ blocks: steps ? [...said, steps] : said });
  return parsed.success ? parsed.data : null;
}
