import { bind, fits, merge, type Document, type Volume } from './volume.ts';

/** Where an article stands. */
export interface Place {
  readonly volume: Volume;
  readonly at: number;
}

/**
 * The whole index: volumes of falling size, as new articles are bound into small ones and these, a few at a time, into
 * larger ones. Searching sees each change at once; binding larger volumes goes on in between, step by step.
 */
export interface Library {
  /**
   * Takes in a new or changed article in place of its former self.
   * @param many one of very many: larger volumes are bound at once, and a search in between has to wait for one
   */
  put(document: Document, many?: boolean): void;
  remove(id: string): void;
  readonly find: (id: string) => Place | undefined;
  /** How many articles there are, with those that are not listed. */
  size(): number;
  ids(): IterableIterator<string>;
  /** Everything to search, largest first; what was put last included. */
  volumes(): readonly Volume[];
  /** Does a piece of the work of keeping volumes few. @returns true while there is more */
  step(): boolean;
  /** Binds what was put last, so that all there is stands in volumes. */
  bindLoose(): void;
  /** Binds everything into one volume at once, as far as it fits, and without what was replaced. */
  rebind(): void;
  /** Takes over volumes as they were stored; an article in two of them counts in the later one. */
  open(stored: readonly Volume[]): void;
}

/** Articles bound together at once: few enough not to be felt by the search that binds them. */
const LOOSE = 16;
const LOOSE_OF_MANY = 512;
/** Volumes of one size are bound into one when there are so many. */
const TOGETHER = 4;
/** A volume of which so much has been replaced is bound anew. */
const MOST_DEAD = 0.2;

export function createLibrary(): Library {
  let volumes: Volume[] = [];
  const places = new Map<string, Place>();
  let loose: Document[] = [];
  let latest: Volume | null = null;
  let under: { readonly from: readonly Volume[]; readonly work: Generator<void, Volume, void> } | null = null;

  function remove(id: string): void {
    const at = loose.findIndex(({ card }) => card.id === id);
    if (at >= 0) {
      loose = loose.toSpliced(at, 1);
      latest = null;
    }
    const place = places.get(id);
    if (!place) return;
    place.volume.alive[place.at] = 0;
    places.delete(id);
  }

  function enter(volume: Volume): void {
    for (const [at, { id }] of volume.cards.entries()) {
      if (!volume.alive[at]) continue;
      const former = places.get(id);
      if (former && former.volume !== volume) former.volume.alive[former.at] = 0;
      places.set(id, { volume, at });
    }
  }

  function bindLoose(): void {
    if (loose.length === 0) return;
    const volume = latest ?? bind(loose);
    loose = [];
    latest = null;
    volumes = [...volumes, volume];
    enter(volume);
  }

  /** Volumes to be bound into one: those of one size where there are enough, or one with too much that is dead. */
  function due(): Volume[] | null {
    const sizes = Map.groupBy(volumes, ({ cards }) =>
      Math.floor(Math.log(Math.max(1, cards.length)) / Math.log(TOGETHER)),
    );
    for (const [, group] of [...sizes].toSorted((one, other) => one[0] - other[0])) {
      if (group.length < TOGETHER) continue;
      const chosen = group.slice(0, TOGETHER);
      if (
        fits(
          sum(chosen, ({ cards }) => cards.length),
          sum(chosen, ({ owners }) => owners.length),
        )
      )
        return chosen;
    }
    const worn = volumes.find(({ cards, alive }) => cards.length > 0 && deadIn(alive) > cards.length * MOST_DEAD);
    return worn ? [worn] : null;
  }

  function finish(from: readonly Volume[], made: Volume): void {
    // What was replaced meanwhile stands elsewhere by now.
    for (const [at, { id }] of made.cards.entries()) {
      const place = places.get(id);
      if (!place || !from.includes(place.volume)) made.alive[at] = 0;
    }
    volumes = [...volumes.filter((volume) => !from.includes(volume)), made]
      .filter(({ cards }) => cards.length > 0)
      .toSorted((one, other) => other.cards.length - one.cards.length);
    enter(made);
  }

  return {
    put(document, many = false) {
      remove(document.card.id);
      loose.push(document);
      latest = null;
      if (loose.length >= (many ? LOOSE_OF_MANY : LOOSE)) bindLoose();
    },
    remove,
    bindLoose,
    find(id) {
      const at = loose.findIndex(({ card }) => card.id === id);
      if (at < 0) return places.get(id);
      latest ??= bind(loose);
      return { volume: latest, at };
    },
    size: () => places.size + loose.length,
    *ids() {
      yield* places.keys();
      for (const { card } of loose) yield card.id;
    },
    volumes() {
      if (loose.length === 0) return volumes;
      latest ??= bind(loose);
      return [...volumes, latest];
    },
    step() {
      if (!under) {
        const from = due();
        if (!from) return false;
        under = { from, work: merge(from) };
      }
      const done = under.work.next();
      if (done.done) {
        finish(under.from, done.value);
        under = null;
      }
      return true;
    },
    rebind() {
      bindLoose();
      under = null;
      const from = volumes;
      const work = merge(from);
      for (let done = work.next(); ; done = work.next()) {
        if (!done.done) continue;
        finish(from, done.value);
        return;
      }
    },
    open(stored) {
      volumes = [...volumes, ...stored];
      for (const volume of stored) enter(volume);
    },
  };
}

function sum(volumes: readonly Volume[], of: (volume: Volume) => number): number {
  return volumes.reduce((total, volume) => total + of(volume), 0);
}

function deadIn(alive: Uint8Array): number {
  let dead = 0;
  for (const one of alive) if (one === 0) dead += 1;
  return dead;
}
