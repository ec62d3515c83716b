import { hebi } from './packs/hebi.ts';
import type { Pack } from './pack.ts';

const PACKS: readonly Pack[] = [hebi];

/** The pack of a city by its key; a centre that names an unknown one does not start. */
export function packOf(city: string): Pack {
  const pack = PACKS.find((candidate) => candidate.city === city);
  if (!pack)
    throw new RangeError(`no rule pack for city "${city}"; known: ${PACKS.map(({ city: key }) => key).join(', ')}`);
  return pack;
}
