import type { UnitId } from './ids.ts';
import type { Unit } from './unit.ts';

/**
 * The units whose articles are wanted.
 * @param asked `area`: a county or district with all that is below it; `unitId`: one unit
 * @returns null: all, and the centre's own
 */
export function unitsWithin(
  units: readonly Pick<Unit, 'id' | 'parentId'>[],
  { unitId, area }: { readonly unitId: UnitId | null; readonly area: UnitId | null },
): ReadonlySet<UnitId> | null {
  if (unitId !== null) return new Set([unitId]);
  if (area === null) return null;
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const isWithin = (id: UnitId): boolean => {
    for (let at: UnitId | null | undefined = id, steps = 0; at && steps < 10; at = parents.get(at), steps += 1)
      if (at === area) return true;
    return false;
  };
  return new Set(units.filter(({ id }) => isWithin(id)).map(({ id }) => id));
}
