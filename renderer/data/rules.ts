import type { NamedCentre } from '../../shared/contract/desk.ts';
import { calendarOf, type Calendar } from '../../shared/policy/calendar.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { CITIES, packOf } from '../../shared/policy/packs.ts';
import { useLive } from './live.ts';

/** The rules a centre works by: its city's pack, and the days it counts as working days. */
export interface CityRules {
  readonly pack: Pack;
  readonly calendar: Calendar;
  /** Working days on which this city's offices are closed. */
  readonly closures: ReadonlySet<string>;
}

/** Worked out once for all who ask: a list asks in every row. */
const known = new WeakMap<NamedCentre, CityRules>();

/**
 * The rules of the centre this desk belongs to.
 * @returns null before the desk knows its centre, and for a city that this version has no pack of
 */
export function useRules(): CityRules | null {
  return useLive(({ centre }) => centre && rulesOf(centre));
}

function rulesOf(centre: NamedCentre): CityRules | null {
  const before = known.get(centre);
  if (before) return before;
  if (!CITIES.includes(centre.city)) return null;
  const pack = packOf(centre.city);
  const { calendar } = centre;
  const rules = { pack, calendar: calendarOf(calendar), closures: new Set(calendar.closures) };
  known.set(centre, rules);
  return rules;
}
