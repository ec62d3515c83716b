/** Advance widths of U+0020 to U+007E in Noto Serif SC, thousandths of the em; everything else is taken for a full em. */
const ASCII = (
  '256 308 376 574 550 923 779 196 364 364 478 580 327 346 327 352 557 471 558 557 555 558 558 549 558 562 327 327 ' +
  '580 580 580 432 912 718 670 691 770 652 629 741 853 405 403 731 625 975 796 767 641 767 715 567 659 797 714 1053 ' +
  '700 687 605 344 352 344 580 563 435 557 638 538 629 547 388 566 663 332 311 607 334 974 661 596 638 607 462 473 ' +
  '367 653 548 838 564 552 498 374 316 374 580'
)
  .split(' ')
  .map(Number);

/** May not begin a line. */
const CLOSING = new Set('，。、；：？！）》」』】〉〕”’…—％,.;:?!)]}%');
/** May not end one. */
const OPENING = new Set('（《「『【〈〔“‘([{');

/** One line of a broken text; `ends` where the writer broke it, and not the edge of the box. */
export interface Line {
  readonly text: string;
  readonly ends: boolean;
}

/** Width of a text set in one line, in the unit of `size`. */
export function widthOf(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += ASCII[(character.codePointAt(0) ?? 0) - 0x20] ?? 1000;
  return (thousandths * size) / 1000;
}

/**
 * Breaks a text as it is set: numbers and Latin words stay whole, no line begins with a closing mark or ends with an
 * opening one, unless that would run over the edge.
 * @param indent what the first line is shorter by, in the unit of `width`
 */
export function breakLines(text: string, width: number, size: number, indent = 0): Line[] {
  const lines: Line[] = [];
  for (const paragraph of text.replaceAll('\r', '').split('\n')) {
    const pieces = setParagraph(paragraph, width, size, lines.length === 0 ? indent : 0);
    for (const [index, piece] of pieces.entries()) lines.push({ text: piece, ends: index === pieces.length - 1 });
  }
  return lines;
}

/** The text of lines that found no room, as it was before it was broken. */
export function joinLines(lines: readonly Line[]): string {
  return lines
    .map(({ text, ends }) => (ends ? `${text}\n` : text))
    .join('')
    .trimEnd();
}

function setParagraph(paragraph: string, width: number, size: number, indent: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let room = width - indent;
  for (const token of tokensOf(paragraph, width, size)) {
    const wide = widthOf(token, size);
    if (wide > room && (line.length > 0 || (lines.length === 0 && indent > 0))) {
      const carried = carryOver(line, token, width, size);
      lines.push(line.join(''));
      line = carried;
      room = width - widthOf(carried.join(''), size);
    }
    line.push(token);
    room -= wide;
  }
  return [...lines, line.join('')];
}

/** What goes down to the next line with a token that found no room, taken off the end of `line`; nothing where that does not help. */
function carryOver(line: string[], token: string, width: number, size: number): string[] {
  const parts = (at: number): boolean => CLOSING.has((line[at] ?? token).charAt(0)) || OPENING.has(line[at - 1] ?? '');
  let at = line.length;
  while (at > 0 && parts(at)) at -= 1;
  const fits = widthOf(line.slice(at).join('') + token, size) <= width;
  return at > 0 && fits ? line.splice(at) : [];
}

/** Single characters, and Latin words or numbers as long as they fit in a line. */
function tokensOf(paragraph: string, width: number, size: number): string[] {
  const runs = paragraph.match(/[0-9A-Za-z][0-9A-Za-z.:/@_+*-]*|./gu) ?? [];
  return runs.flatMap((run) => (widthOf(run, size) <= width ? [run] : Array.from(run)));
}
