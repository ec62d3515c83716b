import { accept, emptyWindow, invalidate, rowAt, wanted, type WindowState } from './window-state.ts';

type Answer<T> = { readonly rows: readonly T[]; readonly total: number };

/** Asks for rows `[offset, offset + limit)` of a list. */
export type LoadRows<T> = (offset: number, limit: number) => Promise<Answer<T>>;

export interface RowWindowView<T extends { readonly id: string }> {
  readonly state: WindowState<T>;
  /** What the latest request failed with; null once one succeeds. */
  readonly error: unknown;
}

/** The rows of one list around what is on screen, loaded as it scrolls and again as the data changes. */
export interface RowWindow<T extends { readonly id: string }> {
  readonly view: () => RowWindowView<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which rows are on screen, both included. */
  readonly show: (first: number, last: number) => void;
  /**
   * The list with this key. Another one than before begins at its top, and what is there stays until its first rows
   * are here; the same one, as when its screen comes to the front again, is read afresh where it stands.
   */
  readonly open: (key: string, load: LoadRows<T>) => void;
  /** The data may have changed. */
  readonly refresh: () => void;
  /**
   * The row at this place of the list that was opened last, as soon as it is that list's: what is on screen until then
   * belongs to the one before. Null where there is none, its rows cannot be had, or yet another list was opened.
   */
  readonly rowOnceHere: (index: number) => Promise<T | null>;
}

/** Rows taken to be on screen before the list has told. */
const FIRST_ROWS = 40;

/**
 * One request at a time: while one is under way the wish is only remembered, so a scrollbar dragged across 200,000
 * rows asks for where it stops and not for everything it passes.
 */
export function createRowWindow<T extends { readonly id: string }>(): RowWindow<T> {
  let load: LoadRows<T> | null = null;
  let openKey: string | null = null;
  /** Whose rows are here. */
  let hereKey: string | null = null;
  /** Who waits for the rows of the list that is open. */
  let waiting: (() => void)[] = [];
  let current: RowWindowView<T> = { state: emptyWindow<T>(), error: null };
  let range = { first: 0, last: FIRST_ROWS };
  let busy = false;
  const listeners = new Set<() => void>();

  function update(next: RowWindowView<T>): void {
    current = next;
    for (const listener of listeners) listener();
  }

  function endWaiting(): void {
    const ended = waiting;
    waiting = [];
    for (const end of ended) end();
  }

  async function fetchWanted(): Promise<void> {
    if (busy || !load) return;
    const request = wanted(current.state, range.first, range.last);
    if (!request) return;
    busy = true;
    try {
      const answer = await load(request.offset, request.limit);
      if (request.generation === current.state.generation) hereKey = openKey;
      update({ state: accept(current.state, request, answer), error: null });
      if (hereKey === openKey) endWaiting();
    } catch (error) {
      // Not asked again by itself: the next change, scroll or press of the button does.
      if (request.generation === current.state.generation) {
        update({ ...current, error });
        endWaiting();
        return;
      }
    } finally {
      busy = false;
    }
    void fetchWanted();
  }

  return {
    view: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(first, last) {
      range = { first, last };
      void fetchWanted();
    },
    open(key, next) {
      load = next;
      const another = key !== openKey;
      if (another) range = { first: 0, last: FIRST_ROWS };
      openKey = key;
      if (another) endWaiting();
      current = { ...current, state: invalidate(current.state) };
      void fetchWanted();
    },
    refresh() {
      current = { ...current, state: invalidate(current.state) };
      void fetchWanted();
    },
    rowOnceHere(index) {
      const asked = openKey;
      const here = (): T | null =>
        (asked === hereKey && asked === openKey ? rowAt(current.state, index) : null) ?? null;
      if (hereKey === asked) return Promise.resolve(here());
      return new Promise((resolve) => waiting.push(() => resolve(here())));
    },
  };
}
