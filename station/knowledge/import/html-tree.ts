import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import type { ArticleFile } from '../../../shared/domain/knowledge/files.ts';
import { inlineSchema, type Block, type Inline } from '../../../shared/domain/knowledge/rich-text.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a page says, as far as an article can say it. */
export interface ReadHtml {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The files of its pictures. */
  readonly files: readonly ArticleFile[];
  /** Elements that were left out with all that is in them, by name. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Left out whole: code, other documents, controls, and anything whose text is not a reader's. */
const SKIPPED = new Set(
  `script style template iframe frame frameset object embed applet noscript noembed noframes svg math canvas audio video
  picture form input button select textarea option datalist dialog link meta base plaintext xmp listing portal map`.split(
    /\s+/,
  ),
);
const HEADINGS: ReadonlyMap<string, 2 | 3> = new Map([
  ['h1', 2],
  ['h2', 2],
  ['h3', 2],
  ['h4', 3],
  ['h5', 3],
  ['h6', 3],
]);
const BLOCKS = new Set(
  'p div section article main aside header footer nav address blockquote pre ul ol li dl dt dd table figure center details summary hr'.split(
    ' ',
  ),
);
/** Longest a table may be before it is cut, in rows and columns. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 20;
/** Deeper than any real document; a hostile one must not exhaust the stack. */
const DEEPEST = 200;

/**
 * Reads HTML with the parser browsers specify and keeps only what an article's tree can say: nothing is copied over, every
 * node is made anew of text. Attributes are dropped but a telephone's number and where a picture is.
 * @param taken the file that a picture's address stands for; null: it is left out, and nothing is ever fetched
 */
export function readHtml(html: string, taken: (src: string) => ArticleFile | null = () => null): ReadHtml {
  const reader = {
    title: '',
    blocks: [] as Block[],
    leftOut: new Map<string, number>(),
    open: [] as Inline[],
    files: new Map<AttachmentId, ArticleFile>(),
    /** Pictures in a cell or an item, which follow what holds them. */
    aside: [] as Block[],
  };
  const flush = (): void => {
    const content = trimmed(reader.open);
    if (content.length > 0) reader.blocks.push({ type: 'paragraph', content });
    reader.open = [];
  };

  function walk(node: Node, looks: Omit<Inline, 'text'>, depth: number): void {
    if (node.nodeName === '#text' && 'value' in node) {
      add(reader.open, node.value, looks);
      return;
    }
    if (!('childNodes' in node)) return;
    const name = node.nodeName.toLowerCase();
    if (name === 'title' && 'tagName' in node) {
      reader.title ||= plain(node).slice(0, 120);
      return;
    }
    if (SKIPPED.has(name) || depth > DEEPEST) {
      leaveOut(name);
      return;
    }
    if (name === 'img' && 'tagName' in node) {
      flush();
      reader.blocks.push(...pictureOf(node));
      return;
    }
    const level = HEADINGS.get(name);
    if (level || BLOCKS.has(name)) flush();
    if (level) {
      const content = inlineOf(node, depth);
      if (content.length > 0) reader.blocks.push({ type: 'heading', level, content });
    } else if (name === 'ul' || name === 'ol') list(node, name === 'ol', depth);
    else if (name === 'table') table(node, depth);
    else if (name === 'br') add(reader.open, '\n', {}, true);
    else for (const child of node.childNodes) walk(child, 'tagName' in node ? looksOf(node, looks) : looks, depth + 1);
    if (BLOCKS.has(name)) flush();
    reader.blocks.push(...reader.aside.splice(0));
  }

  function leaveOut(name: string): void {
    reader.leftOut.set(name, (reader.leftOut.get(name) ?? 0) + 1);
  }

  function pictureOf({ attrs }: Element): Block[] {
    const said = (wanted: string): string => attrs.find(({ name }) => name === wanted)?.value ?? '';
    const file = taken(said('src'));
    if (!file) {
      leaveOut('img');
      return [];
    }
    reader.files.set(file.id, file);
    return [{ type: 'picture', fileId: file.id, says: said('alt').replaceAll(/\s+/g, ' ').trim().slice(0, 120) }];
  }

  function inlineOf(node: Node, depth: number): Inline[] {
    const before = reader.open;
    reader.open = [];
    gather(node, 'tagName' in node ? looksOf(node, {}) : {}, depth);
    const content = trimmed(reader.open);
    reader.open = before;
    return content;
  }

  /** The text below a node in one run, whatever blocks part it. */
  function gather(node: Node, looks: Omit<Inline, 'text'>, depth: number): void {
    if (node.nodeName === '#text' && 'value' in node) add(reader.open, node.value, looks);
    if (!('childNodes' in node)) return;
    for (const child of node.childNodes) {
      const name = child.nodeName.toLowerCase();
      if (SKIPPED.has(name) || depth > DEEPEST) leaveOut(name);
      else if (name === 'img' && 'tagName' in child) reader.aside.push(...pictureOf(child));
      else if (name === 'br') add(reader.open, '\n', {}, true);
      else {
        if (BLOCKS.has(name) && reader.open.length > 0) add(reader.open, '\n', {}, true);
        gather(child, 'tagName' in child ? looksOf(child, looks) : looks, depth + 1);
      }
    }
  }

  function list(node: Node, ordered: boolean, depth: number): void {
    if (!('childNodes' in node)) return;
    const items = node.childNodes
      .filter((child) => child.nodeName === 'li')
      .map((child) => inlineOf(child, depth + 1))
      .filter((item) => item.length > 0);
    for (let at = 0; at < items.length; at += 200)
      reader.blocks.push({ type: 'list', ordered, items: items.slice(at, at + 200) });
  }

  function table(node: Node, depth: number): void {
    const rows = rowsOf(node);
    const cells = rows.slice(0, MOST_ROWS).map((row) =>
      row.childNodes
        .filter((child) => child.nodeName === 'td' || child.nodeName === 'th')
        .slice(0, MOST_COLUMNS)
        .map((cell) => inlineOf(cell, depth + 1)),
    );
    const width = Math.max(0, ...cells.map((row) => row.length));
    if (width === 0) return;
    if (rows.length > MOST_ROWS) reader.leftOut.set('tr', rows.length - MOST_ROWS);
    const header = rows[0]?.childNodes.some((child) => child.nodeName === 'th') ?? false;
    const even = cells
      .filter((row) => row.length > 0)
      .map((row) => [...row, ...Array.from({ length: width - row.length }, (): Inline[] => [])]);
    reader.blocks.push({ type: 'table', header: header || even.length > 1, rows: even });
  }

  walk(parse(html), {}, 0);
  flush();
  const { title, blocks, leftOut, files } = reader;
  return { title, blocks, leftOut, files: [...files.values()] };
}

function rowsOf(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => {
    if (child.nodeName === 'tr' && 'tagName' in child) return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.nodeName) ? rowsOf(child) : [];
  });
}

function looksOf(element: Element, looks: Omit<Inline, 'text'>): Omit<Inline, 'text'> {
  if (element.tagName === 'b' || element.tagName === 'strong') return { ...looks, bold: true };
  if (element.tagName !== 'a') return looks;
  const href = element.attrs.find(({ name }) => name === 'href')?.value ?? '';
  const number = /^tel:([0-9+*#][0-9+*# -]{1,29})$/i.exec(href.trim())?.[1];
  return number === undefined ? looks : { ...looks, link: { to: 'phone', number } };
}

/** Adds text to the run, joined with what it continues; spaces count as one, as a browser shows them. */
function add(run: Inline[], raw: string, looks: Omit<Inline, 'text'>, verbatim = false): void {
  const text = verbatim ? raw : raw.replaceAll(/[\s\u00a0]+/g, ' ');
  if (text === '') return;
  const last = run.at(-1);
  if (last && last.bold === looks.bold && JSON.stringify(last.link) === JSON.stringify(looks.link)) last.text += text;
  else run.push({ text, ...looks });
}

const LONGEST_PIECE = 5000;

function trimmed(run: readonly Inline[]): Inline[] {
  const whole = run.map((piece) => ({ ...piece, text: piece.text.replaceAll(/ *\n */g, '\n') }));
  const [first] = whole;
  const last = whole.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return whole
    .filter(({ text }) => text !== '')
    .slice(0, 300)
    .map((piece) => inlineSchema.parse({ ...piece, text: piece.text.slice(0, LONGEST_PIECE) }));
}

function plain(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(plain).join('').replaceAll(/\s+/g, ' ').trim() : '';
}
