import type { OrderId } from '../../shared/domain/ids.ts';
import { createBm25 } from '../../shared/search/bm25.ts';
import { normalise } from '../../shared/search/normalise.ts';
import { countInto, wordsOf, type Segment } from '../../shared/search/terms.ts';

/** An earlier order about the same matter. `score`: 1 would be the same text. */
export interface SimilarOrder {
  readonly id: OrderId;
  readonly score: number;
}

/** The orders of the desk by what they are about. */
export interface SimilarOrders {
  /** Takes in an order's content; a second time replaces the first and makes it the most recent. */
  put(id: OrderId, text: string): void;
  remove(id: OrderId): void;
  /** The orders about the same matter, best first; none where nothing is like it. */
  similar(text: string, limit: number): SimilarOrder[];
  /** The orders nearest to a text however far they are: what was done with them tells what it may be about. */
  nearest(text: string, limit: number): SimilarOrder[];
  /** How like a text another one is, by what the orders here tell of words; 1 would be the same text. */
  likeness(text: string, other: string): number;
  size(): number;
}

/** The terms that tell most about a text; more of them only cost time. */
const TERMS = 25;
/** A term that more than every ninth order has costs most of a look-up and tells next to nothing... */
const TELLING_IDF = 2.2;
/** ... where the text has as many others. */
const ENOUGH_TELLING = 5;
/** Orders looked at for all terms together; past that, those that tell less are left out. */
const MOST_READ = 40_000;
/** Measured: nine of ten pairs above this share of the own score are about the same matter. */
export const SIMILAR_FROM = 0.42;
/** About 300 bytes an order: 60 MB at most. The oldest make room. */
const CAPACITY = 200_000;

export function createSimilarOrders({
  segment,
  capacity = CAPACITY,
  mostRead = MOST_READ,
}: {
  segment: Segment;
  capacity?: number;
  mostRead?: number;
}): SimilarOrders {
  const ranking = createBm25();
  const docs = new Map<OrderId, number>();
  const ids = new Map<number, OrderId>();
  /** At a pause of the writer's the same is asked for the subject, for the unit and for the list. */
  let last: { readonly text: string; readonly limit: number; readonly found: SimilarOrder[] } | null = null;

  function countsOf(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    countInto(counts, wordsOf(normalise(text), segment), 1);
    return counts;
  }

  function remove(id: OrderId): void {
    const doc = docs.get(id);
    if (doc === undefined) return;
    last = null;
    docs.delete(id);
    ids.delete(doc);
    ranking.remove(doc);
  }

  /** The most telling terms of a text, each weighted by how often it stands there. */
  function telling(counts: ReadonlyMap<string, number>): [string, number][] {
    const known = Array.from(counts, ([term, count]) => ({ term, count, idf: ranking.idf(term) }));
    let read = 0;
    const rare = known.filter(({ idf }) => idf >= TELLING_IDF);
    return (rare.length >= ENOUGH_TELLING ? rare : known.filter(({ idf }) => idf > 0))
      .toSorted((one, other) => other.count * other.idf - one.count * one.idf)
      .slice(0, TERMS)
      .filter(({ idf }, place) => {
        read += ranking.size() * Math.exp(-idf);
        return place < ENOUGH_TELLING || read <= mostRead;
      })
      .map(({ term, count }) => [term, count]);
  }

  function nearest(text: string, limit: number): SimilarOrder[] {
    if (last?.text !== text || last.limit !== limit) last = { text, limit, found: look(text, limit) };
    return last.found;
  }

  function look(text: string, limit: number): SimilarOrder[] {
    const counts = countsOf(text);
    const query = telling(counts);
    const own = ranking.selfScore(query, counts);
    if (own === 0) return [];
    const { docs: found, scores } = ranking.search(query);
    let best: SimilarOrder[] = [];
    let least = 0;
    for (const doc of found) {
      const score = Math.min(1, (scores[doc] ?? 0) / own);
      // Nearly all of them: nothing else may be looked up for these.
      if (score <= least) continue;
      const id = ids.get(doc);
      if (id === undefined) continue;
      best.push({ id, score });
      if (best.length < limit * 4) continue;
      best = bestFirst(best).slice(0, limit);
      least = best.at(-1)?.score ?? 0;
    }
    return bestFirst(best).slice(0, limit);
  }

  function likeness(text: string, other: string): number {
    const counts = countsOf(text);
    const query = telling(counts);
    const own = ranking.selfScore(query, counts);
    return own === 0 ? 0 : Math.min(1, ranking.selfScore(query, countsOf(other)) / own);
  }

  return {
    put(id, text) {
      remove(id);
      last = null;
      const doc = ranking.add(countsOf(text));
      docs.set(id, doc);
      ids.set(doc, id);
      for (const oldest of docs.keys()) {
        if (docs.size <= capacity) break;
        remove(oldest);
      }
    },
    remove,
    similar: (text, limit) => nearest(text, limit).filter(({ score }) => score >= SIMILAR_FROM),
    nearest,
    likeness,
    size: () => docs.size,
  };
}

function bestFirst(orders: readonly SimilarOrder[]): SimilarOrder[] {
  return orders.toSorted((one, other) => other.score - one.score);
}
