import type { Rules } from '../../shared/domain/outcome.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { SHIPPED_CALENDAR } from '../../shared/policy/calendar.ts';
import { packOf } from '../../shared/policy/packs.ts';
import type { DemoCity } from './city.ts';
import type { Matter } from './matter.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import { demoSubjects } from './subjects.ts';
import { demoUnits } from './units.ts';

/** A demo city as decisions look at it. */
export interface DemoRules {
  readonly city: DemoCity;
  /** What {@link transition} asks for. */
  readonly rules: Rules;
  readonly unit: (id: string) => Unit | null;
  /** Bodies that an order can be given to, townships apart. */
  readonly departments: readonly Unit[];
  /** The unit that a subject belongs to. */
  readonly usualUnit: (subjectId: string) => string | null;
}

export function demoRules(city: DemoCity): DemoRules {
  const all = demoUnits(city);
  const units = new Map<string, Unit>(all.map((unit) => [unit.id, unit]));
  const subjects = new Map(demoSubjects(city).map((subject): [string, typeof subject] => [subject.id, subject]));
  const unit = (id: string): Unit | null => units.get(id) ?? null;
  return {
    city,
    rules: {
      pack: packOf(city.key),
      calendar: SHIPPED_CALENDAR,
      unit,
      subject: (id) => subjects.get(id) ?? null,
      related: () => null,
    },
    unit,
    departments: all.filter(({ level }) => level === 'department'),
    usualUnit: (subjectId) => subjects.get(subjectId)?.unitId ?? null,
  };
}

/** Who would handle this; null for what goes to nobody. */
export function unitFor(known: DemoRules, random: Random, matter: Matter, place: Place | null): string | null {
  const wanted = wantedUnit(known, random, matter, place);
  // The tables name some bodies that only one city has.
  return wanted === null || known.unit(wanted) ? wanted : (place?.countyId ?? known.city.mainCounty);
}

function wantedUnit(known: DemoRules, random: Random, matter: Matter, place: Place | null): string | null {
  if (matter.kind === 'refusal') return null;
  if (matter.kind === 'question') return matter.question.article.unit;
  const { unit, subject } = matter.scenario;
  const usual = known.usualUnit(subject);
  if (unit === 'township') return place?.townshipId ?? place?.countyId ?? usual;
  if (unit === 'county') return place?.countyId ?? usual;
  // A county's own people often handle what the department has delegated.
  if (unit === undefined && place && place.countyId !== known.city.mainCounty && random.chance(0.35))
    return place.countyId;
  return unit ?? usual ?? place?.countyId ?? null;
}
