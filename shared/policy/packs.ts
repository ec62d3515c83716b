import { packSchema, type Pack } from './pack.ts';
import { ankang } from './packs/ankang.ts';
import { hebi } from './packs/hebi.ts';
import { jilin } from './packs/jilin.ts';
import { tonghua } from './packs/tonghua.ts';
import { zaozhuang } from './packs/zaozhuang.ts';

/** Parsed, because a pack is data: one that contradicts itself must not start. */
export const PACKS: readonly Pack[] = [jilin, hebi, tonghua, ankang, zaozhuang].map((pack) => packSchema.parse(pack));

/** The pack of a city by its key; a centre that names an unknown one does not start. */
export function packOf(city: string): Pack {
  const pack = PACKS.find((candidate) => candidate.city === city);
  if (!pack)
    throw new RangeError(`no rule pack for city "${city}"; known: ${PACKS.map(({ city: key }) => key).join(', ')}`);
  return pack;
}
