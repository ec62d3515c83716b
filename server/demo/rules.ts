import type { Rules } from '../../shared/domain/outcome.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';
import type { Matter } from './matter.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import { demoSubjects } from './subjects.ts';
import { demoUnits } from './units.ts';

const units = new Map<string, Unit>(demoUnits().map((unit) => [unit.id, unit]));
const subjects = new Map(demoSubjects().map((subject): [string, typeof subject] => [subject.id, subject]));

/** What the demo's decisions look at. */
export const demoRules: Rules = {
  pack: packOf('hebi'),
  calendar: SHIPPED_CALENDAR,
  unit: demoUnit,
  subject: (id) => subjects.get(id) ?? null,
  related: () => null,
};

export function demoUnit(id: string): Unit | null {
  return units.get(id) ?? null;
}

/** Who would handle this; null for what goes to nobody. */
export function unitFor(random: Random, matter: Matter, place: Place | null): string | null {
  if (matter.kind === 'refusal') return null;
  if (matter.kind === 'question') return matter.question.article.unit;
  const { unit, subject } = matter.scenario;
  const usual = subjects.get(subject)?.unitId ?? null;
  if (unit === 'township') return place?.townshipId ?? place?.countyId ?? usual;
  if (unit === 'county') return place?.countyId ?? usual;
  // A county's own people often handle what the department has delegated.
  if (unit === undefined && place && place.countyId !== 'u-qibin' && random.chance(0.35)) return place.countyId;
  return unit ?? usual ?? place?.countyId ?? null;
}
