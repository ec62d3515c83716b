import { makeSounds, pickSounds, type Slice, type Sounded, type Sounds } from '../title-pinyin.ts';
import { makePostings, mergePostings, MOST_DOCUMENTS, type Counts, type Part, type Postings } from './postings.ts';

/** What is known of an article without its text. */
export interface Card {
  readonly id: string;
  /** Changes with the article and with what is tied to it. */
  readonly mark: string;
  readonly title: string;
  readonly kind: string;
  readonly unitId: string | null;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
  readonly validUntil: string | null;
  /** Districts, counties and cities it names, with blanks between. */
  readonly areas: string;
  /** How often it has answered a caller, as far as is known here. */
  readonly uses: number;
  /** False: not to be found, and kept only so that it need not be read again. */
  readonly listed: boolean;
}

/** An article as it is taken in. */
export interface Document {
  readonly card: Card;
  readonly text: Counts;
  /** Each earlier wording by itself: the one that fits counts, not how many there are. */
  readonly asked: readonly Counts[];
  readonly latin: Iterable<string>;
  /** The title, read aloud. */
  readonly sounded: Sounded;
}

/** A bound part of the index. Nothing in it changes but which of its articles have been replaced since. */
export interface Volume {
  readonly cards: readonly Card[];
  /** By article; 0 for one that has been replaced or removed. */
  readonly alive: Uint8Array;
  readonly text: Postings;
  /** Its documents are wordings. */
  readonly asked: Postings;
  /** The article of each wording, ascending. */
  readonly owners: Uint16Array;
  /** Words of letters and digits, ascending. */
  readonly latin: readonly string[];
  readonly sounds: Sounds;
}

/** Terms (words and pairs) of an article, and of a wording, of middle length. */
const TEXT_MEAN = 300;
const ASKED_MEAN = 240;

/** True where volumes of so many articles and wordings fit into one. */
export function fits(articles: number, wordings: number): boolean {
  return articles <= MOST_DOCUMENTS && wordings <= MOST_DOCUMENTS;
}

export function bind(documents: readonly Document[]): Volume {
  const owners = documents.flatMap(({ asked }, at) => asked.map(() => at));
  return {
    cards: documents.map(({ card }) => card),
    alive: new Uint8Array(documents.length).fill(1),
    text: makePostings(
      documents.map(({ text }) => text),
      TEXT_MEAN,
    ),
    asked: makePostings(
      documents.flatMap(({ asked }) => asked),
      ASKED_MEAN,
    ),
    owners: Uint16Array.from(owners),
    latin: sortedOnce(documents.flatMap(({ latin }) => [...latin])),
    sounds: makeSounds(documents.map(({ sounded }) => sounded)),
  };
}

/**
 * Binds volumes into one, without what has been replaced. Articles replaced while this is going on are marked so in the
 * result by whoever drives it.
 */
export function* merge(volumes: readonly Volume[]): Generator<void, Volume, void> {
  const cards: Card[] = [];
  const slices: Slice[] = [];
  const text: Part[] = [];
  const asked: Part[] = [];
  const owners: number[] = [];
  for (const volume of volumes) {
    const moved = movedCards(volume, cards, slices);
    text.push({ postings: volume.text, moved });
    const wordings = Int32Array.from(volume.owners, (owner) => {
      const to = moved[owner] ?? -1;
      if (to >= 0) owners.push(to);
      return to < 0 ? -1 : owners.length - 1;
    });
    asked.push({ postings: volume.asked, moved: wordings });
  }
  return {
    cards,
    alive: new Uint8Array(cards.length).fill(1),
    text: yield* mergePostings(text, cards.length),
    asked: yield* mergePostings(asked, owners.length),
    owners: Uint16Array.from(owners),
    latin: sortedOnce(volumes.flatMap(({ latin }) => latin)),
    sounds: pickSounds(slices),
  };
}

/** Adds the living cards of a volume to the others, with their titles. @returns where each has gone, -1 for nowhere */
function movedCards({ cards, alive, sounds }: Volume, all: Card[], slices: Slice[]): Int32Array {
  let start = 0;
  return Int32Array.from(cards, (card, at) => {
    // As many units as the title has: normalising keeps the length, and so does reading aloud.
    const slice = { sounds, start, length: card.title.length };
    start += slice.length + 1;
    if (!alive[at]) return -1;
    slices.push(slice);
    return all.push(loose(card)) - 1;
  });
}

/** A card by itself: one that was opened from a file would keep the whole of it in memory. */
function loose(card: Card): Card {
  const { id, mark, title, kind, unitId, checkedOn, validUntil, areas, uses, listed } = card;
  return { id, mark, title, kind, unitId, checkedOn, validUntil, areas, uses, listed };
}

function sortedOnce(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

/** The words of a volume that begin so, at most `most`. */
export function beginningWith({ latin }: Pick<Volume, 'latin'>, beginning: string, most: number): string[] {
  let low = 0;
  let high = latin.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((latin[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let place = low; place < latin.length && found.length < most; place += 1) {
    const word = latin[place] ?? '';
    if (!word.startsWith(beginning)) break;
    found.push(word);
  }
  return found;
}
