import type { Block, Inline, RichText } from './rich-text.ts';

/**
 * Reads plain text by its few signs: a blank line parts paragraphs, `# ` begins a heading, `- ` an item.
 * Lines that follow each other without a blank line stay lines of one paragraph.
 */
export function blocksOfPlain(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '') {
      open = false;
      continue;
    }
    const last = open ? blocks.at(-1) : undefined;
    const heading = /^#+\s+(.*)$/.exec(line)?.[1];
    const item = /^-\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined) blocks.push({ type: 'heading', level: 2, content: inline(heading) });
    else if (item === undefined) {
      if (last?.type === 'paragraph') last.content = inline(`${last.content[0]?.text ?? ''}\n${line}`);
      else blocks.push({ type: 'paragraph', content: inline(line) });
    } else if (last?.type === 'list') last.items.push(inline(item));
    else blocks.push({ type: 'list', ordered: false, items: [inline(item)] });
    open = heading === undefined;
  }
  return blocks;
}

function inline(text: string): Inline[] {
  return text === '' ? [] : [{ text }];
}

/** The text of a run of pieces, without their looks. */
export function textOf(content: readonly Inline[]): string {
  return content.map(({ text }) => text).join('');
}

/** The text a block says, with the signs of plain text. */
function plainBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `# ${textOf(block.content)}`;
    case 'paragraph':
    case 'say':
      return textOf(block.content);
    case 'list':
      return block.items.map((item) => `- ${textOf(item)}`).join('\n');
    case 'table':
      return block.rows.map((row) => `- ${row.map(textOf).join(' · ')}`).join('\n');
    case 'steps':
      return block.steps
        .flatMap(({ question, answers }) => [
          `# ${question}`,
          ...answers.map(({ text, outcome }) => `- ${outcome === '' ? text : `${text}：${outcome}`}`),
        ])
        .join('\n');
    case 'picture':
      return block.says === '' ? '［图］' : `［图：${block.says}］`;
  }
}

/** A tree as plain text; {@link blocksOfPlain} reads it back, but for what plain text has no sign for. */
export function plainOf({ blocks }: RichText): string {
  let text = '';
  let before: Block | null = null;
  for (const block of blocks) {
    const plain = plainBlock(block);
    // What a heading announces follows it at once.
    if (before) text += before.type === 'heading' ? '\n' : '\n\n';
    text += plain;
    before = block;
  }
  return text;
}
