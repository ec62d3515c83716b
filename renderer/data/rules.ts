import { useMemo } from 'react';
import { SHIPPED_CALENDAR, type Calendar } from '../../shared/policy/calendar.ts';
import type { Pack } from '../../shared/policy/pack.ts';
import { PACKS } from '../../shared/policy/packs.ts';
import { useLive } from './live.ts';

/** The rules a centre works by: its city's pack, and the days it counts as working days. */
export interface CityRules {
  readonly pack: Pack;
  readonly calendar: Calendar;
  /** Working days on which this city's offices are closed. */
  readonly closures: ReadonlySet<string>;
}

/**
 * The rules of the centre this desk belongs to.
 * @returns null before the desk knows its centre, and for a city that this version has no pack of
 */
export function useRules(): CityRules | null {
  const city = useLive(({ centre }) => centre?.city ?? null);
  return useMemo(() => {
    const pack = PACKS.find((candidate) => candidate.city === city);
    return pack ? { pack, calendar: SHIPPED_CALENDAR, closures: new Set() } : null;
  }, [city]);
}
