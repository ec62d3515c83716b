import type { BenchDocument } from './search-lines.ts';

/** A search engine under measurement: filled once, then asked. */
export interface Engine {
  /** What it is and how it is set up. */
  readonly setUp: string;
  /** Takes a document in; it may wait until {@link finish}. */
  add(document: BenchDocument): void | Promise<void>;
  /** Everything that was added can be found from here on. */
  finish(): void | Promise<void>;
  /** Takes in one more, to be found at once. */
  insert(document: BenchDocument): void | Promise<void>;
  /** The ids of the best ten, best first. */
  search(query: string): readonly string[] | Promise<readonly string[]>;
  /** What of it lies on the disk, or would; null where it has no form to be stored in. */
  bytes(): number | null;
  /** Opened from what another process has stored: ms until the first answer, its dictionary included. */
  openedMs?(): number | null;
}

/** Hits compared. */
export const TOP = 10;
