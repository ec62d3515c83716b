import { keepPackVersion, listPackVersions, readPackVersion } from '../../db/central/pack-versions.ts';
import { fail } from '../../shared/failure.ts';
import type { Instant } from '../../shared/instant.ts';
import { now, type Service } from '../service.ts';

/**
 * Keeps the whole of the rules this centre starts with, so that a later version can be held against it. The limits of
 * open orders name the version they were set by: what it said must not be told otherwise afterwards. A demo may, with a
 * word in the log, so that a pack can be tried while it is being written.
 * @throws PACK_CHANGED where a version this centre has worked by says something else than it did
 */
export async function keepPack(service: Service): Promise<void> {
  const { db, pack, demo, log } = service;
  await db.transaction(async (tx) => {
    const kept = await readPackVersion(tx, pack.city, pack.version);
    if (kept !== null && saysOtherwise(JSON.parse(kept), pack)) {
      if (!demo) fail('PACK_CHANGED', { detail: `${pack.cityName}第 ${pack.version} 版` });
      log.warn({ city: pack.city, version: pack.version }, 'the rule pack says something else under the same version');
    }
    await keepPackVersion(tx, pack, now(service));
  });
}

/** Whether anything that was said is said otherwise or no more. A field that a newer program has added says nothing else. */
function saysOtherwise(before: unknown, after: unknown): boolean {
  if (typeof before !== 'object' || before === null) return before !== after;
  if (typeof after !== 'object' || after === null) return true;
  if (Array.isArray(before) && (!Array.isArray(after) || before.length !== after.length)) return true;
  const later = new Map(Object.entries(after));
  return Object.entries(before).some(([key, value]) => saysOtherwise(value, later.get(key)));
}

/** The versions this centre has worked by, the newest first. */
export async function packVersions({ db, pack }: Service): Promise<{ version: number; firstAt: Instant }[]> {
  return listPackVersions(db, pack.city);
}

/** The whole of one version, as JSON; null for one this centre never had. */
export async function packOfVersion({ db, pack }: Service, version: number): Promise<string | null> {
  return readPackVersion(db, pack.city, version);
}
