import { z } from 'zod';

/** A place of the city's own list: county, road, community, village, with what people also call it. */
export const placeSchema = z.object({
  name: z.string().trim().min(2).max(60),
  aliases: z.array(z.string().trim().min(2).max(60)).max(10).default([]),
  /** What it lies in, written before it; empty for a county itself. */
  within: z.string().trim().max(60).default(''),
});
export type Place = z.infer<typeof placeSchema>;

export interface FoundPlace {
  /** As it would be written into 地点. */
  readonly text: string;
  /** The place alone, without what says where exactly on it. */
  readonly place: string;
  /** The names that were found, as the text says them. */
  readonly said: readonly string[];
}

export interface Gazetteer {
  /** The place a text names most exactly; null where it names none of the list. */
  find(text: string): FoundPlace | null;
}

interface Name {
  readonly said: string;
  readonly place: Place;
}

const KEY_LENGTH = 2;
/** What people say right behind a place to say where exactly. */
const DETAIL =
  /^(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|号|单元|期|区)(?:(?:\d+|[一二三四五六七八九十]+)(?:单元|号楼|层|楼|室|号))*|^(?:与[^，。,；\s]{2,8}(?:路|街|大道)交叉口|交叉口|路口|北段|南段|东段|西段|中段)/u;

export function createGazetteer(places: readonly Place[]): Gazetteer {
  const names = new Map<string, Name[]>();
  for (const place of places) {
    for (const said of [place.name, ...place.aliases]) {
      const key = said.slice(0, KEY_LENGTH);
      const known = names.get(key);
      if (known) known.push({ said, place });
      else names.set(key, [{ said, place }]);
    }
  }
  // Of names that begin alike the longest is meant.
  for (const known of names.values()) known.sort((one, other) => other.said.length - one.said.length);

  function namesIn(text: string): (Name & { readonly end: number })[] {
    const found: (Name & { end: number })[] = [];
    for (let at = 0; at + KEY_LENGTH <= text.length; at += 1) {
      const name = names.get(text.slice(at, at + KEY_LENGTH))?.find(({ said }) => text.startsWith(said, at));
      if (!name) continue;
      found.push({ ...name, end: at + name.said.length });
      at += name.said.length - 1;
    }
    return found;
  }

  return {
    find(text) {
      const found = namesIn(text);
      // A road or community says more than the county it lies in.
      const exact = found.find(({ place }) => place.within !== '') ?? found[0];
      if (!exact) return null;
      const { place, end } = exact;
      // Two counties may have a road of one name: the county that was said decides.
      const county = found.find(({ place: other }) => other.within === '' && other !== place);
      const own = places.find(({ name, within }) => name === place.name && within === county?.place.name) ?? place;
      const detail = DETAIL.exec(text.slice(end))?.[0] ?? '';
      return {
        text: `${own.within}${own.name}${detail}`,
        place: `${own.within}${own.name}`,
        said: [...new Set([county?.said, exact.said].filter((said) => said !== undefined))],
      };
    },
  };
}
