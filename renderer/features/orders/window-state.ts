/** Rows of one list that are in memory: pages of a longer list of which only the count is known. */
export interface WindowState<T extends { readonly id: string }> {
  /** Counted up whenever the rows may have changed; pages of an older one are shown until the new ones are there. */
  readonly generation: number;
  /** The generation of the latest answer; -1 before the first. */
  readonly answered: number;
  /** Rows of the whole list; null before the first answer. */
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, Page<T>>;
}

interface Page<T> {
  readonly generation: number;
  readonly rows: readonly T[];
}

/** What to ask for next. */
export interface Wanted {
  readonly generation: number;
  readonly offset: number;
  readonly limit: number;
}

/** Rows of a page: a screen of rows and a half, so that most scrolling is inside what is there. */
export const PAGE_ROWS = 50;

/** Pages kept: 20 screens each way cost a few hundred kB and make scrolling back instant. */
export const KEPT_PAGES = 40;

/** Pages asked for at once at most: 200 rows stay far below the contract's 500 and below 5 ms in the station. */
const REQUEST_PAGES = 4;

export function emptyWindow<T extends { readonly id: string }>(): WindowState<T> {
  return { generation: 0, answered: -1, total: null, pages: new Map() };
}

/** The rows may have changed: what is there stays visible and is asked for again. */
export function invalidate<T extends { readonly id: string }>(state: WindowState<T>): WindowState<T> {
  return { ...state, generation: state.generation + 1 };
}

/**
 * The next request for the visible rows and one page on each side, visible ones first.
 * @returns null where everything is there and fresh
 */
export function wanted<T extends { readonly id: string }>(
  state: WindowState<T>,
  first: number,
  last: number,
): Wanted | null {
  // Until this generation has answered, the length known is of an older truth: an empty list may have filled.
  const end =
    state.total === null || state.answered !== state.generation ? Infinity : Math.ceil(state.total / PAGE_ROWS);
  const lacking = (page: number): boolean =>
    page >= 0 && page < end && state.pages.get(page)?.generation !== state.generation;
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
  const to = Math.floor(Math.max(0, last) / PAGE_ROWS);
  const start = pagesFrom(from, to).find(lacking) ?? [to + 1, from - 1].find(lacking);
  if (start === undefined) return null;
  let stop = start + 1;
  while (stop - start < REQUEST_PAGES && stop <= to + 1 && lacking(stop)) stop += 1;
  return { generation: state.generation, offset: start * PAGE_ROWS, limit: (stop - start) * PAGE_ROWS };
}

/**
 * Takes an answer in. One for an older generation is thrown away. The first answer of a generation replaces
 * everything older at once, so that rows of two truths never stand side by side.
 */
export function accept<T extends { readonly id: string }>(
  state: WindowState<T>,
  request: Wanted,
  answer: { readonly rows: readonly T[]; readonly total: number },
): WindowState<T> {
  if (request.generation !== state.generation) return state;
  const pages = new Map([...state.pages].filter(([, page]) => page.generation === state.generation));
  const firstPage = request.offset / PAGE_ROWS;
  const count = Math.ceil(answer.rows.length / PAGE_ROWS);
  for (let index = 0; index < count; index += 1) {
    const rows = answer.rows.slice(index * PAGE_ROWS, (index + 1) * PAGE_ROWS);
    pages.set(firstPage + index, { generation: state.generation, rows });
  }
  return {
    generation: state.generation,
    answered: state.generation,
    total: answer.total,
    pages: nearest(pages, firstPage),
  };
}

/** The row at an index of the whole list, where it is in memory. */
export function rowAt<T extends { readonly id: string }>(state: WindowState<T>, index: number): T | undefined {
  return state.pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS];
}

/** Where a row stands in the whole list, where it is in memory. */
export function indexOf<T extends { readonly id: string }>(state: WindowState<T>, id: string): number | null {
  for (const [page, { rows }] of state.pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE_ROWS + at;
  }
  return null;
}

/** By how many rows the one with this id has moved down; 0 where that cannot be told. */
export function shiftOf<T extends { readonly id: string }>(
  before: WindowState<T>,
  after: WindowState<T>,
  id: string,
): number {
  const old = indexOf(before, id);
  const now = indexOf(after, id);
  return old === null || now === null ? 0 : now - old;
}

function pagesFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function nearest<T>(pages: Map<number, Page<T>>, around: number): Map<number, Page<T>> {
  if (pages.size <= KEPT_PAGES) return pages;
  const kept = [...pages].toSorted(([a], [b]) => Math.abs(a - around) - Math.abs(b - around)).slice(0, KEPT_PAGES);
  return new Map(kept);
}
