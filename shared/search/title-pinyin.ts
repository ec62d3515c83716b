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

/** Titles one behind the other, unit by unit with a blank between. */
export interface Sounds {
  readonly titles: string;
  /** First letters; whatever has no sound is a blank. */
  readonly initials: string;
  /** The syllable of each unit as its place in `names`. */
  readonly codes: Uint16Array;
  readonly names: readonly string[];
}

/** A title with the syllable of each of its units. */
export interface Sounded {
  readonly title: string;
  readonly sound: readonly string[];
}

/** Reads a title aloud. @param title normalised */
export function sounded(title: string): Sounded {
  return { title, sound: syllables(title) };
}

export function makeSounds(titles: readonly Sounded[]): Sounds {
  const places = new Map<string, number>();
  const codes: number[] = [];
  for (const { sound } of titles) {
    for (const syllable of [...sound, ' ']) {
      const place = places.get(syllable) ?? places.size;
      places.set(syllable, place);
      codes.push(place);
    }
  }
  const names = [...places.keys()];
  return {
    titles: titles.map(({ title }) => `${title} `).join(''),
    initials: codes.map((code) => initialOf(names[code] ?? ' ')).join(''),
    codes: Uint16Array.from(codes),
    names,
  };
}

/** A title at its place among others. */
export interface Slice {
  readonly sounds: Sounds;
  /** In units, without the blank behind. */
  readonly start: number;
  readonly length: number;
}

/** Takes some titles out of others, in the given order. */
export function pickSounds(slices: readonly Slice[]): Sounds {
  const places = new Map<string, number>();
  const placeFor = (syllable: string): number => {
    const place = places.get(syllable) ?? places.size;
    places.set(syllable, place);
    return place;
  };
  const tables = new Map<Sounds, Uint16Array>();
  const tableOf = (sounds: Sounds): Uint16Array => {
    const known = tables.get(sounds);
    if (known) return known;
    const made = Uint16Array.from(sounds.names, placeFor);
    tables.set(sounds, made);
    return made;
  };
  const total = slices.reduce((sum, { length }) => sum + length + 1, 0);
  const codes = new Uint16Array(total);
  const blank = placeFor(' ');
  const titles: string[] = [];
  const initials: string[] = [];
  let end = 0;
  for (const { sounds, start, length } of slices) {
    const table = tableOf(sounds);
    for (let unit = 0; unit < length; unit += 1) codes[end + unit] = table[sounds.codes[start + unit] ?? 0] ?? blank;
    codes[end + length] = blank;
    end += length + 1;
    titles.push(sounds.titles.slice(start, start + length));
    initials.push(sounds.initials.slice(start, start + length));
  }
  const joined = (parts: readonly string[]): string => parts.map((part) => `${part} `).join('');
  return { titles: joined(titles), initials: joined(initials), codes, names: [...places.keys()] };
}

const MOST_LETTERS = 120;
/** zhuang, chuang, shuang. */
const LONGEST_SYLLABLE = 6;
const MOST_STRETCHES = 4;
const MOST_MATCHES = 1500;
/** Initials fit many words by chance; whole syllables do not. */
const INITIALS_WEIGHT = 0.5;
const LEAST_SHARE = 0.15;

/**
 * Finds what is meant by letters, from the titles there are: `gjj`, `gongjijin`, `gongjj`, `tiq`.
 * @param letters a to z
 * @returns the best stretches first, none for a single letter
 */
export function stretchesOf(all: readonly Sounds[], letters: string): Stretch[] {
  if (letters.length < 2 || letters.length > MOST_LETTERS) return [];
  const counts = new Map<string, number>();
  let left = MOST_MATCHES;
  for (const sounds of all) {
    for (const second of secondInitials(sounds, letters)) {
      for (const from of beginningAt(sounds, [letterOf(letters.charCodeAt(0)), second])) {
        const end = readFrom(sounds, from, letters, 0);
        if (end - from < 2) continue;
        count(counts, sounds.titles.slice(from, end), end - from === letters.length ? INITIALS_WEIGHT : 1);
        left -= 1;
        if (left === 0) return best(counts);
      }
    }
  }
  return best(counts);
}

/** With what letter the second character may begin, as the first is said by its initial or by the whole of a syllable. */
function secondInitials(sounds: Sounds, letters: string): Set<number> {
  const found = new Set<number>();
  const { whole } = knownOf(sounds);
  for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, letters.length - 1); length += 1)
    if (length === 1 || whole.has(letters.slice(0, length))) found.add(letterOf(letters.charCodeAt(length)));
  found.delete(0);
  return found;
}

/**
 * Reads letters along a title, each character by its whole syllable or its initial; the last syllable may still be
 * growing under the typist's hand.
 * @returns where in the title the letters end; -1 where they do not stand there
 */
function readFrom(sounds: Sounds, at: number, letters: string, place: number): number {
  if (place === letters.length) return at;
  const syllable = sounds.names[sounds.codes[at] ?? 0] ?? ' ';
  if (!isLatin(syllable.charCodeAt(0)) || at >= sounds.codes.length) return -1;
  if (syllable.length > 1 && letters.startsWith(syllable, place)) {
    const end = readFrom(sounds, at + 1, letters, place + syllable.length);
    if (end >= 0) return end;
  }
  if (place > 0 && syllable.startsWith(letters.slice(place))) return at + 1;
  return letters.charAt(place) === syllable.charAt(0) ? readFrom(sounds, at + 1, letters, place + 1) : -1;
}

/**
 * What sounds like some characters and is written otherwise: 公鸡金 is 公积金 in the titles.
 * @param sound whole syllables, two at least
 */
export function soundingLike(all: readonly Sounds[], sound: readonly string[]): Stretch[] {
  const counts = new Map<string, number>();
  const letters = sound.map((syllable) => letterOf(syllable.charCodeAt(0)));
  if (letters.length < 2 || letters.includes(0)) return [];
  let left = MOST_MATCHES;
  for (const sounds of all) {
    for (const from of beginningAt(sounds, letters)) {
      if (left === 0) break;
      left -= 1;
      if (sound.every((syllable, place) => sounds.names[sounds.codes[from + place] ?? 0] === syllable))
        count(counts, sounds.titles.slice(from, from + sound.length), 1);
    }
  }
  return best(counts);
}

function initialOf(syllable: string): string {
  return isLatin(syllable.charCodeAt(0)) ? syllable.charAt(0) : ' ';
}

function count(counts: Map<string, number>, stretch: string, weight: number): void {
  for (let place = 0; place < stretch.length; place += 1) if (!isHan(stretch.charCodeAt(place))) return;
  counts.set(stretch, (counts.get(stretch) ?? 0) + weight);
}

function best(counts: ReadonlyMap<string, number>): Stretch[] {
  const sorted = [...counts]
    .filter(([text]) => text.length > 1)
    .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const most = sorted[0]?.[1] ?? 1;
  return sorted
    .slice(0, MOST_STRETCHES)
    .map(([text, times]) => ({ text, times, share: times / most }))
    .filter(({ share }) => share >= LEAST_SHARE);
}

/** Letters and digits from 1 on, all else 0. */
function letterOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x60 : code >= 0x30 && code <= 0x39 ? code - 0x30 + 27 : 0;
}

const LETTERS = 37;

/** Every place in the titles, by the first three letters from there. */
interface Places {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** Made when letters are first typed, from a list that never changes: 4 bytes a character, some 10 ms for 30,000 titles. */
const placesIn = new WeakMap<Sounds, Places>();

function placesOf(sounds: Sounds): Places {
  const known = placesIn.get(sounds);
  if (known) return known;
  const { initials } = sounds;
  const starts = new Uint32Array(LETTERS ** 3 + 1);
  const places = new Uint32Array(initials.length);
  // Plain loops: over two million letters anything else is felt by who asks first.
  const threes = new Uint16Array(initials.length);
  let [second, third] = [0, 0];
  for (let at = initials.length - 1; at >= 0; at -= 1) {
    const first = letterOf(initials.charCodeAt(at));
    const three = (first * LETTERS + second) * LETTERS + third;
    threes[at] = three;
    starts[three + 1] = (starts[three + 1] ?? 0) + 1;
    third = second;
    second = first;
  }
  for (let three = 0; three < LETTERS ** 3; three += 1)
    starts[three + 1] = (starts[three + 1] ?? 0) + (starts[three] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < threes.length; at += 1) {
    const three = threes[at] ?? 0;
    const place = next[three] ?? 0;
    places[place] = at;
    next[three] = place + 1;
  }
  const made = { starts, places };
  placesIn.set(sounds, made);
  return made;
}

/** The places in the titles from where on the initials are these letters. */
function* beginningAt(sounds: Sounds, letters: readonly number[]): Generator<number> {
  const { starts, places } = placesOf(sounds);
  const [first = 0, second = 0, third] = letters;
  const two = (first * LETTERS + second) * LETTERS;
  const last = starts[third === undefined ? two + LETTERS : two + third + 1] ?? 0;
  for (let at = starts[two + (third ?? 0)] ?? 0; at < last; at += 1) {
    const from = places[at] ?? 0;
    if (letters.every((letter, place) => place < 3 || letterOf(sounds.initials.charCodeAt(from + place)) === letter))
      yield from;
  }
}

interface Known {
  readonly whole: ReadonlySet<string>;
}

/** The syllables there are, read once: a list never changes. */
const knownIn = new WeakMap<Sounds, Known>();

function knownOf(sounds: Sounds): Known {
  const known = knownIn.get(sounds);
  if (known) return known;
  const whole = new Set(sounds.names.filter((name) => name.length > 1 && isLatin(name.charCodeAt(0))));
  const made = { whole };
  knownIn.set(sounds, made);
  return made;
}
