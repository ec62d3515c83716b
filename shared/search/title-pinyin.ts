import { isHan, isLatin } from './normalise.ts';
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
  readonly sound: readonly string[];
}

/** All titles one behind the other, unit by unit, so that the engine's own search runs over them at once. */
interface Whole {
  readonly titles: string;
  /** First letters; whatever has no sound is a blank. */
  readonly initials: string;
  readonly sounds: readonly string[];
}

const MOST_LETTERS = 40;
const MOST_READINGS = 4;
/** zhuang, chuang, shuang. */
const LONGEST_SYLLABLE = 6;
const MOST_STRETCHES = 4;
const MOST_MATCHES = 3000;
/** Initials fit many words by chance; whole syllables do not. */
const INITIALS_WEIGHT = 0.5;
const LEAST_SHARE = 0.15;

export function createTitlePinyin(): TitlePinyin {
  const titles = new Map<string, Sounded>();
  const known = new Set<string>();
  const beginnings = new Set<string>();
  let whole: Whole | null = null;

  function learn(syllable: string): void {
    if (known.has(syllable)) return;
    known.add(syllable);
    for (let length = 1; length <= syllable.length; length += 1) beginnings.add(syllable.slice(0, length));
  }

  function put(key: string, title: string): void {
    const sound = syllables(title);
    for (const [place, syllable] of sound.entries()) if (isHan(title.charCodeAt(place))) learn(syllable);
    titles.set(key, { title, sound });
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
      countReading(whole, letters.split(''), INITIALS_WEIGHT, counts);
      for (const reading of readings(letters, known, beginnings)) countReading(whole, reading, 1, counts);
      return best(counts);
    },
  };
}

function joined(titles: readonly Sounded[]): Whole {
  const sounds = titles.flatMap(({ sound }) => [...sound, ' ']);
  return {
    titles: titles.map(({ title }) => `${title} `).join(''),
    initials: sounds.map((syllable) => (isLatin(syllable.charCodeAt(0)) ? syllable.charAt(0) : ' ')).join(''),
    sounds,
  };
}

/** Counts what stands in the titles for a reading: found by its initials, then compared syllable by syllable. */
function countReading(whole: Whole, reading: readonly string[], weight: number, counts: Map<string, number>): void {
  const initials = reading.map((item) => item.charAt(0)).join('');
  if (initials.length < 2) return;
  let left = MOST_MATCHES;
  for (let from = whole.initials.indexOf(initials); from !== -1 && left > 0; left -= 1) {
    if (saysSo(whole, from, reading)) count(counts, whole.titles.slice(from, from + reading.length), weight);
    from = whole.initials.indexOf(initials, from + 1);
  }
}

/** Single letters are initials; the last syllable may still be growing under the typist's hand. */
function saysSo(whole: Whole, from: number, reading: readonly string[]): boolean {
  return reading.every((item, place) => {
    const syllable = whole.sounds[from + place];
    return item.length === 1 || syllable === item || (place === reading.length - 1 && syllable?.startsWith(item));
  });
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
 * The ways to read letters as syllables and initials, with at least one whole syllable, the longest
 * syllables first: `gongjj` is gong + j + j.
 */
function readings(letters: string, known: ReadonlySet<string>, beginnings: ReadonlySet<string>): string[][] {
  const found: string[][] = [];
  const read = (place: number, items: readonly string[]): void => {
    if (found.length >= MOST_READINGS) return;
    if (place === letters.length) {
      if (items.some((item) => item.length > 1)) found.push([...items]);
      return;
    }
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - place); length >= 1; length -= 1) {
      const item = letters.slice(place, place + length);
      const grows = place + length === letters.length && beginnings.has(item);
      if (length === 1 || known.has(item) || grows) read(place + length, [...items, item]);
    }
  };
  read(0, []);
  return found;
}
