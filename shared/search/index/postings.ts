/** Documents a list of postings can hold: their numbers are 16 bits. */
export const MOST_DOCUMENTS = 65_536;

// Measured on officials' replies as articles.
const K1 = 0.8;
const B = 0.9;
const BYTE = 255;

/**
 * Which documents have which terms, and how much each term says there, in few flat arrays that are written and read as
 * they are. Never changed once made.
 */
export interface Postings {
  /** How many documents there are; their numbers run from 0. */
  readonly size: number;
  /** Words in each document, for the mean and for the order of equals. */
  readonly lengths: Uint16Array;
  /** Term keys, ascending. */
  readonly keys: Float64Array;
  /** Where the postings of each term begin, and behind the last where they end. */
  readonly starts: Uint32Array;
  /** Documents, ascending within a term. */
  readonly docs: Uint16Array;
  /** BM25's part of the term and the document (frequency against length), 255 for the most there can be. */
  readonly impacts: Uint8Array;
  /** The largest impact of each term. */
  readonly peaks: Uint8Array;
}

/** The terms of one document with how often each stands there. */
export type Counts = ReadonlyMap<number, number>;

/**
 * @param mean the length at which a document is neither long nor short, in terms. The same for ever: what a document's
 * terms say must not depend on what came before it
 * @throws RangeError for more documents than {@link MOST_DOCUMENTS}
 */
export function makePostings(documents: readonly Counts[], mean: number): Postings {
  const size = documents.length;
  if (size > MOST_DOCUMENTS) throw new RangeError('too many documents for one list of postings');
  const frequencies = new Map<number, number>();
  for (const counts of documents)
    for (const key of counts.keys()) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  const keys = Float64Array.from(frequencies.keys()).toSorted();
  const starts = new Uint32Array(keys.length + 1);
  const next = new Map<number, number>();
  let end = 0;
  for (const [at, key] of keys.entries()) {
    starts[at] = end;
    next.set(key, end);
    end += frequencies.get(key) ?? 0;
  }
  starts[keys.length] = end;
  const docs = new Uint16Array(end);
  const impacts = new Uint8Array(end);
  const lengths = new Uint16Array(size);
  const peaks = new Uint8Array(keys.length);
  for (const [doc, counts] of documents.entries()) {
    let length = 0;
    for (const count of counts.values()) length += count;
    lengths[doc] = Math.min(0xffff, Math.round(length));
    for (const [key, count] of counts) {
      const place = next.get(key) ?? 0;
      docs[place] = doc;
      impacts[place] = impactOf(count, length, mean);
      next.set(key, place + 1);
    }
  }
  notePeaks(peaks, starts, impacts);
  return { size, lengths, keys, starts, docs, impacts, peaks };
}

function notePeaks(peaks: Uint8Array, starts: Uint32Array, impacts: Uint8Array): void {
  for (let term = 0; term < peaks.length; term += 1) {
    let peak = 0;
    const last = starts[term + 1] ?? 0;
    for (let posting = starts[term] ?? 0; posting < last; posting += 1) peak = Math.max(peak, impacts[posting] ?? 0);
    peaks[term] = peak;
  }
}

function impactOf(count: number, length: number, mean: number): number {
  const share = count / (count + K1 * (1 - B + (B * length) / Math.max(1, mean)));
  return Math.max(1, Math.round(share * BYTE));
}

/** Guesses before halving takes over: keys and documents are spread evenly, so that two or three nearly always do. */
const GUESSES = 6;

/** Where a term stands among the keys; -1 where no document has it. */
export function placeOf({ keys }: Pick<Postings, 'keys'>, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  for (let tries = 0; low <= high; tries += 1) {
    const least = keys[low] ?? 0;
    const most = keys[high] ?? 0;
    if (key < least || key > most) return -1;
    const share = tries < GUESSES && most > least ? (key - least) / (most - least) : 0.5;
    const middle = low + Math.floor(share * (high - low));
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The impact of a term in one document, 0 where it does not stand there. */
export function impactIn({ starts, docs, impacts }: Postings, term: number, doc: number): number {
  let low = starts[term] ?? 0;
  let high = (starts[term + 1] ?? 0) - 1;
  for (let tries = 0; low <= high; tries += 1) {
    const first = docs[low] ?? 0;
    const last = docs[high] ?? 0;
    if (doc < first || doc > last) return 0;
    const share = tries < GUESSES && last > first ? (doc - first) / (last - first) : 0.5;
    const middle = low + Math.floor(share * (high - low));
    const found = docs[middle] ?? 0;
    if (found === doc) return impacts[middle] ?? 0;
    if (found < doc) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** How many documents have a term, by its place. */
export function frequencyAt({ starts }: Pick<Postings, 'starts'>, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** A list of postings with the documents of it that are kept. */
export interface Part {
  readonly postings: Postings;
  /** The document's number afterwards; -1 for one that is left out. */
  readonly moved: Int32Array;
}

/** Terms joined between two pauses of {@link mergePostings}: some milliseconds. */
const PIECE = 60_000;

/**
 * Joins lists of postings into one, pausing at each `yield` so that whoever drives it can do other things in between.
 * @param size documents afterwards
 */
export function* mergePostings(parts: readonly Part[], size: number): Generator<void, Postings, void> {
  const lengths = new Uint16Array(size);
  let most = 0;
  let terms = 0;
  for (const { postings, moved } of parts) {
    for (const [doc, to] of moved.entries()) if (to >= 0) lengths[to] = postings.lengths[doc] ?? 0;
    most += postings.docs.length;
    terms += postings.keys.length;
  }
  const keys = new Float64Array(terms);
  const starts = new Uint32Array(terms + 1);
  const docs = new Uint16Array(most);
  const impacts = new Uint8Array(most);
  const at = new Uint32Array(parts.length);
  let made = 0;
  let end = 0;
  let pause = PIECE;
  for (;;) {
    let key = Infinity;
    for (const [index, { postings }] of parts.entries()) key = Math.min(key, postings.keys[at[index] ?? 0] ?? Infinity);
    if (key === Infinity) break;
    const start = end;
    // The parts stand in the order of their documents' new numbers, so that these stay ascending.
    for (const [index, { postings, moved }] of parts.entries()) {
      const place = at[index] ?? 0;
      if (postings.keys[place] !== key) continue;
      at[index] = place + 1;
      const last = postings.starts[place + 1] ?? 0;
      for (let posting = postings.starts[place] ?? 0; posting < last; posting += 1) {
        const to = moved[postings.docs[posting] ?? 0] ?? -1;
        if (to < 0) continue;
        docs[end] = to;
        impacts[end] = postings.impacts[posting] ?? 0;
        end += 1;
      }
    }
    pause -= end - start + 1;
    if (end > start) {
      keys[made] = key;
      starts[made] = start;
      made += 1;
    }
    if (pause > 0) continue;
    pause = PIECE;
    yield;
  }
  starts[made] = end;
  yield;
  const kept = { starts: starts.slice(0, made + 1), impacts: impacts.slice(0, end) };
  const peaks = new Uint8Array(made);
  notePeaks(peaks, kept.starts, kept.impacts);
  return { size, lengths, keys: keys.slice(0, made), docs: docs.slice(0, end), peaks, ...kept };
}
