import { subjectIdSchema, unitIdSchema } from '../../shared/domain/ids.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import { CITY_FIELDS } from './subjects/city.ts';
import { ECONOMY_FIELDS } from './subjects/economy.ts';
import { PEOPLE_FIELDS } from './subjects/people.ts';

/** The three-level subject tree (事项分类), one entry per leaf, in the order a person would read it. */
export function demoSubjects(): Subject[] {
  return [...CITY_FIELDS, ...PEOPLE_FIELDS, ...ECONOMY_FIELDS].flatMap((field) =>
    field.groups.flatMap((group) =>
      group.leaves.map(([key, name, words, ownUnit]): Subject => {
        const unit = ownUnit ?? group.unit;
        return {
          id: subjectIdSchema.parse(`s-${field.key}-${group.key}-${key}`),
          path: [field.name, group.name, name],
          unitId: unit === null ? null : unitIdSchema.parse(unit),
          words: words.split(' '),
          version: 1,
        };
      }),
    ),
  );
}
