import { keepPackVersion, listPackVersions, readPackVersion } from '../../db/central/pack-versions.ts';
import type { Instant } from '../../shared/instant.ts';
import { now, type Service } from '../service.ts';

/** Keeps the whole of the rules this centre starts with, so that a later version can be held against it. */
export async function keepPack(service: Service): Promise<void> {
  await service.db.transaction((tx) => keepPackVersion(tx, service.pack, now(service)));
}

/** The versions this centre has worked by, the newest first. */
export async function packVersions({ db, pack }: Service): Promise<{ version: number; firstAt: Instant }[]> {
  return listPackVersions(db, pack.city);
}

/** The whole of one version, as JSON; null for one this centre never had. */
export async function packOfVersion({ db, pack }: Service, version: number): Promise<string | null> {
  return readPackVersion(db, pack.city, version);
}
