import { ANKANG } from './cities/ankang.ts';
import { HEBI } from './cities/hebi.ts';
import { JILIN } from './cities/jilin.ts';
import { TONGHUA } from './cities/tonghua.ts';
import { ZAOZHUANG } from './cities/zaozhuang.ts';
import type { DemoCity } from './city.ts';

const CITIES: readonly DemoCity[] = [HEBI, JILIN, TONGHUA, ANKANG, ZAOZHUANG];

/** The demo of a city by its pack's key; a city without one cannot be started as a demo. */
export function demoCity(key: string): DemoCity {
  const city = CITIES.find((candidate) => candidate.key === key);
  if (!city) throw new RangeError(`no demo of city "${key}"`);
  return city;
}
