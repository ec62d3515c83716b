import type { Reader } from '../../db/central/database.ts';
import { referencePage } from '../../db/central/reference.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';

/** More units or subjects than any city has. */
const ALL = 100_000;
const NO_UNIT = '未派单位';
const NO_SUBJECT = '未选事项';

/** Units and subjects by key, for the rows of a report. */
export interface Names {
  readonly unit: (id: string) => string;
  readonly subject: (id: string) => string;
  /** The department or county that a unit belongs to; itself where it is one, or where it is not known. */
  readonly department: (id: string) => string;
  /** A unit with all below it. */
  readonly within: (unit: string) => string[];
  /** Subjects below a node of the tree; `path`: names from the root. */
  readonly subjectsIn: (path: readonly string[]) => string[];
}

export async function readNames(db: Reader): Promise<Names> {
  const units = new Map<string, Unit>((await referencePage(db, 'unit', '', ALL)).map((unit) => [unit.id, unit]));
  const subjects = new Map<string, Subject>(
    (await referencePage(db, 'subject', '', ALL)).map((subject) => [subject.id, subject]),
  );
  const department = (id: string): string => {
    const parentId = units.get(id)?.parentId ?? null;
    const above = parentId === null ? undefined : units.get(parentId);
    return !above || above.level === 'city' ? id : department(above.id);
  };
  const above = (id: string): string[] => {
    const parentId = units.get(id)?.parentId ?? null;
    return parentId === null ? [] : [parentId, ...above(parentId)];
  };
  return {
    unit: (id) => (id === '' ? NO_UNIT : (units.get(id)?.name ?? id)),
    subject: (id) => (id === '' ? NO_SUBJECT : (subjects.get(id)?.path.join(' › ') ?? id)),
    department,
    within: (wanted) => [wanted, ...[...units.keys()].filter((id) => id !== wanted && above(id).includes(wanted))],
    subjectsIn: (path) =>
      [...subjects.values()].filter((one) => path.every((name, at) => one.path[at] === name)).map(({ id }) => id),
  };
}
