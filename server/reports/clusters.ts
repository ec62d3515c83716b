import { findClusters } from '../../db/central/clusters.ts';
import type { Cluster } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import type { Service } from '../service.ts';
import { readNames } from './names.ts';
import { requirePeriod, unitsOf } from './table.ts';

const DAY_MS = 86_400_000;

/** Where grievances concentrate: by the unit concerned, the subject and the place, most first. H16, T16. */
export async function reportClusters(
  { db }: Pick<Service, 'db'>,
  actor: Actor,
  asked: { readonly from: string; readonly to: string; readonly least: number },
): Promise<Cluster[]> {
  requirePeriod(asked);
  const { from, to, least } = asked;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const names = await readNames(db);
  const found = await findClusters(db, { from, to, units: unitsOf(actor) }, addDays(from, -days), least);
  const nameOf = { concerned: names.unit, subject: names.subject, place: (key: string) => key };
  return found.map((one) => ({ ...one, name: nameOf[one.by](one.key) }));
}
