import type { UnitId } from '../../shared/domain/ids.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { standing } from './standing.ts';

/** The city's units, open and closed. */
export const useUnitList = standing('units', (desk) => desk.units.list());

/** The city's subjects. */
export const useSubjectList = standing('subjects', (desk) => desk.subjects.list());

const NONE: readonly Unit[] = [];

/** The city's units, open and closed; none while the station has not answered yet. */
export function useUnits(): readonly Unit[] {
  return useUnitList().data ?? NONE;
}

/** Names of units by id; the id itself while they are not known. */
export function useUnitNames(): (id: UnitId) => string {
  const units = useUnits();
  return (id) => units.find((unit) => unit.id === id)?.name ?? id;
}
