/** A ranking index in few large arrays: what a desk can hold in memory for all articles and 200,000 orders. */
export interface Bm25 {
  /** Documents held. */
  size(): number;
  /**
   * @param counts how often each term stands in the document; above 63 counts as 63
   * @returns the document's number, free again some time after its removal
   */
  add(counts: ReadonlyMap<string, number>): number;
  remove(doc: number): void;
  /** How telling a term is: 0 where no document has it. */
  readonly idf: (term: string) => number;
  /**
   * Ranks every document that has one of the terms, each term by its weight.
   * @returns the documents found and the scores by document number; good until the next search
   */
  search(query: Iterable<readonly [string, number]>): {
    readonly docs: Uint32Array;
    readonly scores: Float32Array;
  };
  /** The score a document of these counts would have in a search for the same terms and weights. */
  selfScore(query: Iterable<readonly [string, number]>, counts: ReadonlyMap<string, number>): number;
}

// A posting is one number: the document above, its term count in the low bits.
const COUNT_BITS = 6;
const COUNT_MAX = (1 << COUNT_BITS) - 1;
// A block is [next block, capacity, postings...]; block 0 is none.
const HEADER = 2;
const FIRST_CAPACITY = 2;
const LAST_CAPACITY = 512;
/** Removed documents are swept out of the postings once they are this many and a quarter of all. */
const SWEEP_AT = 512;

/** @param options k1 and b of the BM25 formula */
export function createBm25({ k1 = 1.2, b = 0.75 }: { k1?: number; b?: number } = {}): Bm25 {
  const vocabulary = new Map<string, number>();
  let heads = new Uint32Array(1024);
  let tails = new Uint32Array(1024);
  let fills = new Uint16Array(1024);
  let frequencies = new Uint32Array(1024);
  let pool = new Uint32Array(1 << 14);
  let poolEnd = 1;

  let lengths = new Float32Array(256);
  let alive = new Uint8Array(256);
  let scores = new Float32Array(256);
  let touched = new Uint32Array(256);
  let docsEver = 0;
  let removed: number[] = [];
  const free: number[] = [];
  let living = 0;
  let totalLength = 0;

  function termNumber(term: string): number {
    const known = vocabulary.get(term);
    if (known !== undefined) return known;
    const made = vocabulary.size;
    vocabulary.set(term, made);
    if (made >= heads.length) {
      heads = grown(heads, new Uint32Array(made * 2));
      tails = grown(tails, new Uint32Array(made * 2));
      fills = grown(fills, new Uint16Array(made * 2));
      frequencies = grown(frequencies, new Uint32Array(made * 2));
    }
    return made;
  }

  function newBlock(capacity: number): number {
    const start = poolEnd;
    poolEnd += HEADER + capacity;
    if (poolEnd > pool.length) pool = grown(pool, new Uint32Array(Math.max(poolEnd, pool.length * 2)));
    pool[start] = 0;
    pool[start + 1] = capacity;
    return start;
  }

  function append(term: number, posting: number): void {
    let block = at(tails, term);
    const capacity = block === 0 ? 0 : at(pool, block + 1);
    if (at(fills, term) === capacity) {
      const next = newBlock(block === 0 ? FIRST_CAPACITY : Math.min(capacity * 2, LAST_CAPACITY));
      if (block === 0) heads[term] = next;
      else pool[block] = next;
      tails[term] = next;
      fills[term] = 0;
      block = next;
    }
    pool[block + HEADER + at(fills, term)] = posting;
    fills[term] = at(fills, term) + 1;
    frequencies[term] = at(frequencies, term) + 1;
  }

  function eachPosting(term: number, visit: (posting: number) => void): void {
    const tail = at(tails, term);
    for (let block = at(heads, term); block !== 0; block = at(pool, block)) {
      const end = block + HEADER + (block === tail ? at(fills, term) : at(pool, block + 1));
      for (let place = block + HEADER; place < end; place += 1) visit(at(pool, place));
    }
  }

  /** Writes the postings anew without the removed documents, whose numbers may then be given again. */
  function sweep(): void {
    const kept: number[][] = [];
    for (let term = 0; term < vocabulary.size; term += 1) {
      const own: number[] = [];
      eachPosting(term, (posting) => {
        if (alive[posting >>> COUNT_BITS]) own.push(posting);
      });
      kept.push(own);
    }
    poolEnd = 1;
    heads.fill(0);
    tails.fill(0);
    fills.fill(0);
    frequencies.fill(0);
    kept.forEach((own, term) => {
      for (const posting of own) append(term, posting);
    });
    free.push(...removed);
    removed = [];
  }

  function takeNumber(): number {
    const reused = free.pop();
    if (reused !== undefined) return reused;
    const made = docsEver;
    docsEver += 1;
    if (made >= lengths.length) {
      lengths = grown(lengths, new Float32Array(made * 2));
      alive = grown(alive, new Uint8Array(made * 2));
      scores = new Float32Array(made * 2);
      touched = new Uint32Array(made * 2);
    }
    return made;
  }

  function idfOf(frequency: number): number {
    // Removed documents still count here until they are swept: so the share stays one of what the postings hold.
    const all = living + removed.length;
    return frequency === 0 ? 0 : Math.log(1 + (all - frequency + 0.5) / (frequency + 0.5));
  }

  function lengthNorm(length: number): number {
    const mean = totalLength / Math.max(1, living);
    return k1 * (1 - b + (b * length) / mean);
  }

  return {
    size: () => living,
    add(counts) {
      const doc = takeNumber();
      let length = 0;
      for (const [term, count] of counts) {
        const kept = Math.min(COUNT_MAX, Math.max(1, Math.round(count)));
        append(termNumber(term), ((doc << COUNT_BITS) | kept) >>> 0);
        length += kept;
      }
      lengths[doc] = length;
      alive[doc] = 1;
      living += 1;
      totalLength += length;
      return doc;
    },
    remove(doc) {
      if (!alive[doc]) return;
      alive[doc] = 0;
      living -= 1;
      totalLength -= at(lengths, doc);
      removed.push(doc);
      if (removed.length >= SWEEP_AT && removed.length * 4 >= living + removed.length) sweep();
    },
    idf(term) {
      const number = vocabulary.get(term);
      return number === undefined ? 0 : idfOf(at(frequencies, number));
    },
    search(query) {
      let found = 0;
      scores.fill(0, 0, docsEver);
      const base = lengthNorm(0);
      const perLength = living === 0 ? 0 : (k1 * b * living) / totalLength;
      for (const [term, weight] of query) {
        const number = vocabulary.get(term);
        if (number === undefined) continue;
        const gain = weight * idfOf(at(frequencies, number)) * (k1 + 1);
        // Not through eachPosting: a call per posting costs half of the search.
        const tail = at(tails, number);
        for (let block = at(heads, number); block !== 0; block = at(pool, block)) {
          const end = block + HEADER + (block === tail ? at(fills, number) : at(pool, block + 1));
          for (let place = block + HEADER; place < end; place += 1) {
            const posting = at(pool, place);
            const doc = posting >>> COUNT_BITS;
            if (!alive[doc]) continue;
            const count = posting & COUNT_MAX;
            const before = at(scores, doc);
            if (before === 0) {
              touched[found] = doc;
              found += 1;
            }
            scores[doc] = before + (gain * count) / (count + base + perLength * at(lengths, doc));
          }
        }
      }
      return { docs: touched.subarray(0, found), scores };
    },
    selfScore(query, counts) {
      let length = 0;
      for (const count of counts.values()) length += Math.min(COUNT_MAX, count);
      let score = 0;
      for (const [term, weight] of query) {
        const number = vocabulary.get(term);
        const count = Math.min(COUNT_MAX, counts.get(term) ?? 0);
        const idf = idfOf(number === undefined ? 1 : Math.max(1, at(frequencies, number)));
        score += (weight * idf * (k1 + 1) * count) / (count + lengthNorm(length));
      }
      return score;
    },
  };
}

type Numbers = Uint32Array | Uint16Array | Uint8Array | Float32Array;

/** In range by construction; the fallback only satisfies the type. */
function at(array: Numbers, place: number): number {
  return array[place] ?? 0;
}

function grown<T extends Numbers>(from: T, into: T): T {
  into.set(from);
  return into;
}
