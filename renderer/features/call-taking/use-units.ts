import type { Unit } from '../../../shared/domain/unit.ts';
import { useDeskQuery } from '../../data/use-query.ts';

/** The city's units, open and closed; none while the station has not answered yet. */
export function useUnits(): readonly Unit[] {
  return useDeskQuery({ key: ['units'], tables: ['units'], run: (desk) => desk.units.list() }).data ?? NONE;
}

const NONE: readonly Unit[] = [];
