import { subjectIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import { HEBI } from './cities/hebi.ts';
import { inWordsOf, type DemoCity } from './city.ts';
import { CITY_FIELDS } from './subjects/city.ts';
import { ECONOMY_FIELDS } from './subjects/economy.ts';
import { PEOPLE_FIELDS } from './subjects/people.ts';
import { demoUnits } from './units.ts';

/** The three-level subject tree (事项分类), one entry per leaf, in the order a person would read it. */
export function demoSubjects(city: DemoCity = HEBI): Subject[] {
  // The tables name a zone that only one city has.
  const known = new Set<string>(demoUnits(city).map(({ id }) => id));
  return [...CITY_FIELDS, ...PEOPLE_FIELDS, ...ECONOMY_FIELDS].flatMap((field) =>
    field.groups.flatMap((group) =>
      group.leaves.map(([key, name, words, ownUnit]): Subject => {
        const unit = ownUnit ?? group.unit;
        return {
          id: subjectIdSchema.parse(`s-${field.key}-${group.key}-${key}`),
          path: [field.name, group.name, name],
          unitId: unit === null || !known.has(unit) ? null : unitIdSchema.parse(unit),
          words: inWordsOf(city, words).split(' '),
          version: 1,
        };
      }),
    ),
  );
}
