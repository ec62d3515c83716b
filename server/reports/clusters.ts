import { findClusters } from '../../db/central/clusters.ts';
import type { Cluster } from '../../shared/contract/reports.ts';
import type { Actor } from '../../shared/domain/people.ts';
import { addDays } from '../../shared/policy/calendar.ts';
import type { Service } from '../service.ts';
import { daysOf, lookedAt, requirePeriod, type Period } from './looked-at.ts';
import { readNames } from './names.ts';

/** Where grievances concentrate: by the unit concerned, the subject and the place, most first. H16, T16. */
export async function reportClusters(
  { db }: Pick<Service, 'db'>,
  actor: Actor,
  asked: Period & { readonly least: number },
): Promise<Cluster[]> {
  requirePeriod(asked);
  const { from, least } = asked;
  const names = await readNames(db);
  const { scope, narrowing } = lookedAt(actor, names, asked);
  const found = await findClusters(db, scope, narrowing, addDays(from, -daysOf(asked)), least);
  const nameOf = { concerned: names.unit, subject: names.subject, place: (key: string) => key };
  return found.map((one) => ({ ...one, name: nameOf[one.by](one.key) }));
}
