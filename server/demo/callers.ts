import { mix, personName } from './names.ts';
import { at, randomFrom } from './random.ts';
import { HEBI } from './cities/hebi.ts';
import type { DemoCity } from './city.ts';
import { placeOf, type Place } from './places.ts';

/** Someone who calls: the same place in the list is always the same person with the same number and home. */
export interface DemoCaller {
  readonly phone: string;
  /** As they give it: full, or only 刘女士. */
  readonly name: string;
  readonly homeKind: 'home' | 'village';
  readonly home: Place;
}

/** How many people there are: bounded by the numbers that can belong to nobody. */
export const CALLER_COUNT = 22_000;

/** One caller in eight calls from a landline. */
const LANDLINE_EVERY = 8;

/**
 * Every number is fictitious: mobiles 199 0000 xxxx and 188 0000 xxxx, landlines 555 5000 to 555 9999
 * (units have the lower half of that thousand block).
 */
function phoneOf({ areaCode }: DemoCity, index: number): string {
  if (index % LANDLINE_EVERY === LANDLINE_EVERY - 1) {
    return `${areaCode}-555${String(5000 + Math.floor(index / LANDLINE_EVERY))}`;
  }
  const mobile = index - Math.floor(index / LANDLINE_EVERY);
  const [prefix, rest] = mobile < 10_000 ? ['1990000', mobile] : ['1880000', mobile - 10_000];
  // 7,919 has no divisor in common with 10,000, so neighbours get numbers far apart and none twice.
  return `${prefix}${String((rest * 7919 + 4321) % 10_000).padStart(4, '0')}`;
}

/** @param index 0 to CALLER_COUNT - 1 */
export function callerOf(index: number, city: DemoCity = HEBI): DemoCaller {
  const mixed = mix(index + 90_000);
  const name = personName(index + 50_000);
  const homeKind = mixed % 4 === 3 ? 'village' : 'home';
  const title = mixed % 2 === 0 ? '女士' : '先生';
  return {
    phone: phoneOf(city, index),
    name: mixed % 5 < 3 ? name : `${at(Array.from(name), 0)}${title}`,
    homeKind,
    home: placeOf(randomFrom(mixed), city, homeKind),
  };
}

/** Numbers that have called before, those who call most first: the simulated traffic rings from these. */
export function demoCallerNumbers(city: DemoCity = HEBI): string[] {
  return Array.from({ length: 600 }, (_, index) => callerOf(index, city).phone);
}
