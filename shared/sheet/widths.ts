import { widthOf } from '../forms/lines.ts';
import { MARGIN, PADDING, PAPER, SIZE } from './paper.ts';
import { saidCell, type Column, type Sheet } from './sheet.ts';

/** Columns that stand beside each other on one sheet. */
export type Band = readonly {
  /** Which of the table's columns. */
  readonly place: number;
  readonly kind: Column['kind'];
  /** Mm, padding included. */
  readonly width: number;
  /** Numbers stand at the right edge. */
  readonly right: boolean;
}[];

const ROOM = PAPER.width - 2 * MARGIN;
/** So many lines tell how wide a column wants to be. */
const LOOKED_AT = 300;
const NARROWEST = 4 * SIZE + 2 * PADDING;
/** Text that is broken anyway. */
const WIDEST = 110;
const TEXT_LEAST = 6 * SIZE + 2 * PADDING;

interface Wish {
  readonly place: number;
  readonly kind: Column['kind'];
  readonly least: number;
  readonly wanted: number;
}

/** Shares the sheet's width out; columns that find no room go on on further sheets beside the first column again. */
export function bandsOf(sheet: Pick<Sheet, 'columns' | 'lines'>): Band[] {
  const [first, ...others] = sheet.columns.map((column, place) => wishOf(sheet, column, place));
  if (!first) return [];
  const bands: Wish[][] = [[first]];
  let taken = first.least;
  for (const wish of others) {
    if (taken + wish.least > ROOM) {
      bands.push([first]);
      taken = first.least;
    }
    bands.at(-1)?.push(wish);
    taken += wish.least;
  }
  return bands.map(share);
}

function wishOf({ lines }: Pick<Sheet, 'lines'>, { kind, name }: Column, place: number): Wish {
  let widest = 0;
  for (const line of lines.slice(0, LOOKED_AT))
    widest = Math.max(widest, widthOf(saidCell(kind, line[place] ?? null), SIZE));
  const inner = widest + 2 * PADDING + 0.1;
  const title = widthOf(name, SIZE) + 2 * PADDING + 0.1;
  if (kind !== 'text') return { place, kind, least: Math.max(NARROWEST, inner), wanted: Math.max(inner, title) };
  const wanted = Math.min(WIDEST, Math.max(inner, title));
  return { place, kind, least: Math.min(wanted, Math.max(TEXT_LEAST, NARROWEST)), wanted };
}

/** Everybody gets the least they need, and of what is left by how much more they want; short tables stay narrow. */
function share(wishes: readonly Wish[]): Band {
  const least = wishes.reduce((sum, wish) => sum + wish.least, 0);
  const wanted = wishes.reduce((sum, wish) => sum + Math.max(0, wish.wanted - wish.least), 0);
  const part = wanted === 0 ? 0 : Math.min(1, Math.max(0, ROOM - least) / wanted);
  const squeeze = Math.min(1, ROOM / least);
  return wishes.map((wish) => ({
    place: wish.place,
    kind: wish.kind,
    width: (wish.least + Math.max(0, wish.wanted - wish.least) * part) * squeeze,
    right: wish.kind === 'count' || wish.kind === 'mean' || wish.kind === 'rate',
  }));
}
