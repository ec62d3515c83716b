import { frequencyAt, impactIn, MOST_DOCUMENTS, placeOf, type Postings } from './postings.ts';

/** What is looked for: a term, and how much it counts. */
export interface Term {
  readonly key: number;
  readonly weight: number;
  /** Only adds to what other terms have found, and finds nothing by itself. */
  readonly helps?: boolean;
}

/** A list of postings, and which of its documents may be found. */
export interface Searched {
  readonly postings: Postings;
  readonly wanted: (doc: number) => boolean;
}

/** A document by its list (the place in what was searched) and its number there. */
export interface Scored {
  readonly part: number;
  readonly doc: number;
  readonly score: number;
}

/** A term with what it can add: `gain` by 255 at an impact of 255. */
interface Gain {
  readonly gain: number;
  readonly helps: boolean;
  /** Where it stands in each of the lists. */
  readonly places: ReadonlyMap<Postings, number>;
}

/** A term at its place in one list of postings. */
interface Placed {
  readonly term: number;
  readonly gain: number;
  readonly peak: number;
  readonly helps: boolean;
}

/** Postings read between two looks at what a document must reach by now. */
const LOOK_AFTER = 2_000;
/**
 * A document that has none of the rarer terms is passed over where the commoner ones could bring it to the least of the
 * best only at more than this share of the most they can say, which they never do. 1 would be exact: over 100,000
 * documents 2.5 answers as well in half the time.
 */
const SURE = 2.5;
/** So few documents are cheaper looked up than chosen among. */
const FEW = 64;

/** What is rare says a little more than its information: measured, from 1.2 to 1.4 the best. */
const RARITY = 1.3;

const scores = new Float32Array(MOST_DOCUMENTS);
const touched = new Uint16Array(MOST_DOCUMENTS);

/**
 * How telling each term is among all documents, with its weight: what rare terms say counts most.
 * @param documents how many there are
 */
export function gainsOf(parts: readonly Searched[], terms: Iterable<Term>, documents: number): Gain[] {
  const gains: Gain[] = [];
  for (const { key, weight, helps = false } of terms) {
    let frequency = 0;
    const places = new Map<Postings, number>();
    for (const { postings } of parts) {
      const place = placeOf(postings, key);
      if (place < 0) continue;
      frequency += frequencyAt(postings, place);
      places.set(postings, place);
    }
    if (frequency === 0) continue;
    const all = Math.max(documents, frequency);
    const rarity = Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5)) ** RARITY;
    gains.push({ gain: (weight * rarity) / 255, helps, places });
  }
  return gains;
}

/** What a document would reach that said everything that is asked, as strongly as can be. */
export function mostOf(gains: readonly Gain[]): number {
  return gains.reduce((sum, { gain, helps }) => sum + (helps ? 0 : gain * 255), 0);
}

/**
 * The best documents of all parts, best first; equals in the order of parts and documents. A document is passed over
 * where the remaining terms, all of them common ones, will not bring it among the best.
 */
export function bestOf(parts: readonly Searched[], gains: readonly Gain[], limit: number): Scored[] {
  const best = makeBest(limit);
  for (const [part, searched] of parts.entries()) {
    const placed = placedIn(searched.postings, gains);
    if (placed.length > 0) scorePart(part, searched, placed, best);
  }
  return best.sorted();
}

/** A document's own score, whether or not it is among the best. */
export function scoreIn(postings: Postings, doc: number, gains: readonly Gain[]): number {
  let score = 0;
  for (const { gain, places } of gains) {
    const place = places.get(postings);
    if (place !== undefined) score += gain * impactIn(postings, place, doc);
  }
  return score;
}

/** Rarest first: they say most, and leave few documents for the common ones. What only helps comes last. */
function placedIn(postings: Postings, gains: readonly Gain[]): Placed[] {
  const placed: (Placed & { readonly frequency: number })[] = [];
  for (const { gain, helps, places } of gains) {
    const term = places.get(postings);
    if (term === undefined) continue;
    const peak = gain * (postings.peaks[term] ?? 0);
    placed.push({ term, gain, peak, helps, frequency: frequencyAt(postings, term) });
  }
  return placed.toSorted((one, other) => Number(one.helps) - Number(other.helps) || one.frequency - other.frequency);
}

function scorePart(part: number, { postings, wanted }: Searched, placed: readonly Placed[], best: Best): void {
  const rest = remaining(placed);
  let count = 0;
  let read = 0;
  let at = 0;
  for (; at < placed.length && placed[at]?.helps !== true; at += 1) {
    const { term, gain } = placed[at] ?? { term: 0, gain: 0 };
    const { docs, impacts } = postings;
    const first = postings.starts[term] ?? 0;
    const last = postings.starts[term + 1] ?? 0;
    const left = rest[at] ?? 0;
    // What other parts have found already may be enough to see that reading on does not pay.
    if (read + last - first > LOOK_AFTER && best.least() * SURE > left) break;
    // And nothing read so far can have reached more than its terms say.
    if (read > LOOK_AFTER && ((rest[0] ?? 0) - left) * SURE > left) {
      read = 0;
      if (leastAmong(count, wanted, best) * SURE > left) break;
    }
    for (let posting = first; posting < last; posting += 1) {
      const doc = docs[posting] ?? 0;
      const before = scores[doc] ?? 0;
      if (before === 0) {
        touched[count] = doc;
        count += 1;
      }
      scores[doc] = before + gain * (impacts[posting] ?? 0);
    }
    read += last - first;
  }
  // What no longer can come from nowhere: the remaining terms are looked up in those that still may win.
  for (; at < placed.length; at += 1) {
    const { term, gain } = placed[at] ?? { term: 0, gain: 0 };
    if (count > FEW) count = keepWhatMayWin(count, leastAmong(count, wanted, best) - (rest[at] ?? 0) / SURE);
    for (let place = 0; place < count; place += 1) {
      const doc = touched[place] ?? 0;
      scores[doc] = (scores[doc] ?? 0) + gain * impactIn(postings, term, doc);
    }
  }
  for (let place = 0; place < count; place += 1) {
    const doc = touched[place] ?? 0;
    const score = scores[doc] ?? 0;
    scores[doc] = 0;
    if (score >= best.least() && wanted(doc)) best.put({ part, doc, score });
  }
}

/** What the terms from each place on can add at most. */
function remaining(placed: readonly Placed[]): Float64Array {
  const rest = new Float64Array(placed.length + 1);
  for (let at = placed.length - 1; at >= 0; at -= 1) rest[at] = (rest[at + 1] ?? 0) + (placed[at]?.peak ?? 0);
  return rest;
}

/** What a document of this part must reach at least, by what those before it have reached already. */
function leastAmong(count: number, wanted: (doc: number) => boolean, best: Best): number {
  const trial = best.trial();
  for (let place = 0; place < count; place += 1) {
    const doc = touched[place] ?? 0;
    const score = scores[doc] ?? 0;
    if (score > trial.least() && wanted(doc)) trial.put(score);
  }
  return trial.least();
}

/** Lets go of the documents below a score. @returns how many are left */
function keepWhatMayWin(count: number, least: number): number {
  let kept = 0;
  for (let place = 0; place < count; place += 1) {
    const doc = touched[place] ?? 0;
    if ((scores[doc] ?? 0) < least) scores[doc] = 0;
    else {
      touched[kept] = doc;
      kept += 1;
    }
  }
  return kept;
}

interface Best {
  /** Below this a document does not come among the best; 0 while there is room. */
  least(): number;
  put(scored: Scored): void;
  sorted(): Scored[];
  /** The scores alone, to try out what others would make of them. */
  trial(): { least(): number; put(score: number): void };
}

function makeBest(limit: number): Best {
  let kept: Scored[] = [];
  let least = 0;
  const order = (one: Scored, other: Scored): number =>
    other.score - one.score || one.part - other.part || one.doc - other.doc;
  const trim = (): void => {
    if (kept.length < limit) return;
    kept = kept.toSorted(order).slice(0, limit);
    least = kept.at(-1)?.score ?? 0;
  };
  return {
    least: () => least,
    put: (scored) => {
      kept.push(scored);
      if (kept.length >= limit * 3) trim();
    },
    sorted: () => {
      kept = kept.toSorted(order).slice(0, limit);
      return kept;
    },
    trial: () => {
      trim();
      return makeHeap(
        kept.slice(0, limit).map(({ score }) => score),
        limit,
      );
    },
  };
}

/** The `limit` largest numbers of those put in; the least of them stands in front. */
function makeHeap(first: readonly number[], limit: number): { least(): number; put(score: number): void } {
  const heap = new Float64Array(limit);
  let size = 0;
  const sink = (score: number): void => {
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= limit) break;
      if (child + 1 < limit && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
      if ((heap[child] ?? 0) >= score) break;
      heap[place] = heap[child] ?? 0;
      place = child;
    }
    heap[place] = score;
  };
  // Empty places are 0 and stand in front: a score of nothing, which anything replaces.
  const put = (score: number): void => {
    if (score <= (heap[0] ?? 0)) return;
    sink(score);
    size = Math.min(limit, size + 1);
  };
  for (const score of first) put(score);
  return { least: () => (size < limit ? 0 : (heap[0] ?? 0)), put };
}
