import type { CountyRow } from './units/places.ts';

/** Where people of a county call from. */
export interface Ground {
  readonly id: string;
  readonly name: string;
  /** Share of the calls. */
  readonly weight: number;
  readonly roads: readonly string[];
  readonly communities: readonly string[];
}

/** What a demo city has of its own; departments, subjects and articles are the same kind of thing everywhere. */
export interface DemoCity {
  /** The key of its rule pack. */
  readonly key: string;
  readonly name: string;
  /** Of landlines, e.g. `0392`. */
  readonly areaCode: string;
  /** The district where the city's departments sit. */
  readonly mainCounty: string;
  readonly counties: readonly CountyRow[];
  readonly grounds: readonly Ground[];
  /** Words of the common tables, written in one city's, and what this city says instead; the longer ones first. */
  readonly words: readonly (readonly [common: string, own: string])[];
}

/** A text of the common tables in the city's own words. */
export function inWordsOf({ words }: DemoCity, text: string): string {
  return words.reduce((told, [common, own]) => told.replaceAll(common, own), text);
}
