import { writeLog } from '../../db/central/log.ts';
import { lockCentre, updateCentre } from '../../db/central/reference.ts';
import { placeSchema, type Place } from '../../shared/hints/gazetteer.ts';
import { fail } from '../../shared/failure.ts';
import { now, type Service } from '../service.ts';
import { renamePlaces } from '../topics/rename.ts';

/**
 * Reads a list of places: one a line, columns parted by tabs: what it lies in (empty for a county), name, other names.
 * @throws INVALID_INPUT naming the line
 */
export function placesOf(text: string): Place[] {
  return text.split(/\r?\n/u).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const [within = '', name = '', ...aliases] = line.split('\t').map((part) => part.trim());
    const parsed = placeSchema.safeParse({ within, name, aliases: aliases.filter(Boolean) });
    return parsed.success ? [parsed.data] : fail('INVALID_INPUT', { detail: `第 ${at + 1} 行：${line.slice(0, 40)}` });
  });
}

/**
 * Replaces the city's list of places; every desk gets it with the centre's row, and hot topics go by it.
 * @returns how many recent orders' places are called otherwise now
 */
export async function setPlaces(service: Service, places: readonly Place[]): Promise<number> {
  const at = now(service);
  await service.db.transaction(async (tx) => {
    const centre = await lockCentre(tx);
    if (!centre) throw new Error('the centre has no row');
    const version = centre.version + 1;
    await updateCentre(tx, { ...centre, version, places: [...places] });
    await writeLog(tx, {
      at,
      audit: [
        { at, accountId: null, deskId: null, action: 'office.places', subject: null, detail: { count: places.length } },
      ],
      changes: [
        { entity: 'centre', id: centre.id, version, op: 'put', scope: { sensitivity: 'normal', unitId: null } },
      ],
    });
  });
  return renamePlaces(service);
}
