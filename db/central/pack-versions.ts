import type { Pack } from '../../shared/policy/pack.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Reader, Writer } from './database.ts';

// A version that was still being worked on has the text it had last.
const KEEP = `
INSERT INTO pack_versions (city, version, first_at, data) VALUES ($1, $2, $3, $4::jsonb)
ON CONFLICT (city, version) DO UPDATE SET data = EXCLUDED.data WHERE pack_versions.data <> EXCLUDED.data`;
// index pack_versions_pkey
const LIST = `SELECT version, first_at AS "firstAt" FROM pack_versions WHERE city = $1 ORDER BY version DESC`;
const ONE = `SELECT data::text AS json FROM pack_versions WHERE city = $1 AND version = $2`;

/** Keeps the version of the rules that a centre works by from now on. */
export async function keepPackVersion(db: Writer, pack: Pack, at: Instant): Promise<void> {
  await db.write(KEEP, [pack.city, pack.version, at, JSON.stringify(pack)]);
}

/** The versions a city's centre has worked by, the newest first. */
export async function listPackVersions(db: Reader, city: string): Promise<{ version: number; firstAt: Instant }[]> {
  return db.read(LIST, [city]);
}

/** The whole of one version as JSON; null for one this centre never had. */
export async function readPackVersion(db: Reader, city: string, version: number): Promise<string | null> {
  const [row] = await db.read<{ json: string }>(ONE, [city, version]);
  return row?.json ?? null;
}
