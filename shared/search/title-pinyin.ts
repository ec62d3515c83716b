import { isHan } from './normalise.ts';
import { syllables } from './pinyin.ts';

/** Chinese text that typed letters may stand for. */
export interface Stretch {
  readonly text: string;
  /** How often it stands in the titles, half where the letters are mere initials. */
  readonly times: number;
  /** The same beside the best stretch for these letters, which has 1. */
  readonly share: number;
}

/** Finds what is meant by letters, from the titles there are: `gjj`, `gongjijin`, `gongjj`, `tiq`. */
export interface TitlePinyin {
  put(key: string, title: string): void;
  remove(key: string): void;
  /** @param letters a to z; the best stretches first, none for a single letter */
  readonly resolve: (letters: string) => Stretch[];
}

interface Sounded {
  readonly title: string;
  readonly initials: string;
  /** `'` and the syllable, for each unit of the title. */
  readonly sounds: string;
}

/** All titles in one string each way, so that the engine's own search runs over them: 100,000 titles in about 2 ms. */
interface Whole {
  readonly titles: string;
  readonly initials: string;
  readonly sounds: string;
  /** Where in `sounds` each unit of `titles` begins. */
  readonly places: Uint32Array;
}

const MOST_LETTERS = 40;
const MOST_READINGS = 4;
const MOST_STRETCHES = 4;
const MOST_MATCHES = 3000;
/** Initials fit many words by chance; whole syllables do not. */
const INITIALS_WEIGHT = 0.5;
const LEAST_SHARE = 0.15;

export function createTitlePinyin(): TitlePinyin {
  const titles = new Map<string, Sounded>();
  const known = new Set<string>();
  let whole: Whole | null = null;

  function put(key: string, title: string): void {
    const sound = syllables(title);
    for (const [place, syllable] of sound.entries()) if (isHan(title.charCodeAt(place))) known.add(syllable);
    titles.set(key, {
      title,
      initials: sound.map((syllable) => syllable.charAt(0)).join(''),
      sounds: sound.map((syllable) => `'${syllable}`).join(''),
    });
    whole = null;
  }

  return {
    put,
    remove(key) {
      titles.delete(key);
      whole = null;
    },
    resolve(letters) {
      if (letters.length < 2 || letters.length > MOST_LETTERS) return [];
      whole ??= joined([...titles.values()]);
      const counts = new Map<string, number>();
      countInitials(whole, letters, counts);
      for (const reading of readings(letters, known)) countSounds(whole, reading, counts);
      return best(counts);
    },
  };
}

function joined(titles: readonly Sounded[]): Whole {
  const sounds = titles.map((title) => title.sounds).join("'\n");
  const all = titles.map((title) => title.title).join('\n');
  const places = new Uint32Array(all.length);
  for (let place = 0, from = sounds.indexOf("'"); from !== -1; place += 1, from = sounds.indexOf("'", from + 1))
    places[place] = from;
  return { titles: all, initials: titles.map((title) => title.initials).join('\n'), sounds, places };
}

function countInitials(whole: Whole, letters: string, counts: Map<string, number>): void {
  let left = MOST_MATCHES;
  for (let from = whole.initials.indexOf(letters); from !== -1 && left > 0; left -= 1) {
    count(counts, whole.titles.slice(from, from + letters.length), INITIALS_WEIGHT);
    from = whole.initials.indexOf(letters, from + 1);
  }
}

function countSounds(whole: Whole, reading: readonly string[], counts: Map<string, number>): void {
  // A single letter is an initial; the last syllable may still be growing under the typist's hand.
  const last = reading.length - 1;
  const pattern = reading.map((item, place) => `'${item}${item.length === 1 || place === last ? '[a-z]*' : ''}`);
  // Each item ends where the next unit begins; what ends the last one is asked for.
  const found = whole.sounds.matchAll(new RegExp(`${pattern.join('')}(?='|$)`, 'g'));
  let left = MOST_MATCHES;
  for (const match of found) {
    const from = unitAt(whole.places, match.index);
    count(counts, whole.titles.slice(from, from + reading.length), 1);
    left -= 1;
    if (left === 0) return;
  }
}

function count(counts: Map<string, number>, stretch: string, weight: number): void {
  for (let place = 0; place < stretch.length; place += 1) if (!isHan(stretch.charCodeAt(place))) return;
  counts.set(stretch, (counts.get(stretch) ?? 0) + weight);
}

function best(counts: ReadonlyMap<string, number>): Stretch[] {
  const sorted = [...counts].filter(([text]) => text.length > 1).toSorted((one, other) => other[1] - one[1]);
  const most = sorted[0]?.[1] ?? 1;
  return sorted
    .slice(0, MOST_STRETCHES)
    .map(([text, times]) => ({ text, times, share: times / most }))
    .filter(({ share }) => share >= LEAST_SHARE);
}

/**
 * The ways to read letters as syllables and initials, with at least one whole syllable, the fewest items first:
 * `gongjj` is gong + j + j.
 */
function readings(letters: string, known: ReadonlySet<string>): string[][] {
  const found: string[][] = [];
  const read = (place: number, items: readonly string[]): void => {
    if (found.length >= MOST_READINGS) return;
    if (place === letters.length) {
      if (items.some((item) => item.length > 1)) found.push([...items]);
      return;
    }
    for (let length = Math.min(6, letters.length - place); length >= 1; length -= 1) {
      const item = letters.slice(place, place + length);
      const grows = place + length === letters.length && [...known].some((syllable) => syllable.startsWith(item));
      if (length === 1 || known.has(item) || grows) read(place + length, [...items, item]);
    }
  };
  read(0, []);
  return found.toSorted((one, other) => one.length - other.length);
}

/** The unit whose syllable begins at `offset`. */
function unitAt(places: Uint32Array, offset: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((places[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
