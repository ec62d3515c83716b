import { findOrder } from '../../db/desk/replica/orders.ts';
import { listSubjects, listUnits, readCentre } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import { orderIdSchema } from '../../shared/domain/ids.ts';
import type { Rules } from '../../shared/domain/outcome.ts';
import { calendarAt } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';

/**
 * What this desk decides by: the city's pack and the units and subjects the centre has sent.
 * @param city known from the first sign-in, before the centre's own row has come
 * @returns null before the desk knows its city
 */
export function rulesOf(replica: ReadableDb, city: string | null): Rules | null {
  const centre = readCentre(replica);
  const named = centre?.city ?? city;
  if (named === null) return null;
  const units = new Map<string, ReturnType<typeof listUnits>[number]>(
    listUnits(replica).map((unit) => [unit.id, unit]),
  );
  const subjects = new Map<string, ReturnType<typeof listSubjects>[number]>(
    listSubjects(replica).map((subject) => [subject.id, subject]),
  );
  return {
    pack: packOf(named),
    calendar: calendarAt(centre),
    unit: (id) => units.get(id) ?? null,
    subject: (id) => subjects.get(id) ?? null,
    related: (id) => findOrder(replica, orderIdSchema.parse(id))?.effective.order ?? null,
  };
}
