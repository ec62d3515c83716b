import { packSchema, type Pack } from './pack.ts';
import { ankang } from './packs/ankang.ts';
import { hebi } from './packs/hebi.ts';
import { jilin } from './packs/jilin.ts';
import { tonghua } from './packs/tonghua.ts';
import { zaozhuang } from './packs/zaozhuang.ts';

const SHIPPED: readonly Pack[] = [jilin, hebi, tonghua, ankang, zaozhuang];
const parsed = new Map<string, Pack>();

/** The keys of the cities that there are rules for. */
export const CITIES: readonly string[] = SHIPPED.map(({ city }) => city);

/**
 * The pack of a city by its key; a centre that names an unknown one does not start. Parsed, because a pack is data: one
 * that contradicts itself must not start. The others are left alone: every thread of a desk and every page begins here.
 */
export function packOf(city: string): Pack {
  const known = parsed.get(city);
  if (known) return known;
  const shipped = SHIPPED.find((candidate) => candidate.city === city);
  if (!shipped) throw new RangeError(`no rule pack for city "${city}"; known: ${CITIES.join(', ')}`);
  const pack = packSchema.parse(shipped);
  parsed.set(city, pack);
  return pack;
}

let every: readonly Pack[] | null = null;

/** All cities' packs, each parsed. */
export function everyPack(): readonly Pack[] {
  return (every ??= CITIES.map(packOf));
}
