import { listSubjects, listUnits } from '../../db/desk/replica/reference.ts';
import type { ReadableDb } from '../../db/desk/sqlite.ts';
import type { Table } from '../../shared/contract/desk.ts';
import type { Subject } from '../../shared/domain/subject.ts';
import type { Unit } from '../../shared/domain/unit.ts';

/** Units and subjects, read once and kept until they change. */
export interface Reference {
  units(): Unit[];
  subjects(): Subject[];
  unitName(id: string | null): string | null;
  subjectPath(id: string | null): readonly string[];
  forget(tables: readonly Table[]): void;
}

export function makeReference(replica: () => ReadableDb): Reference {
  let units: Map<string, Unit> | null = null;
  let subjects: Map<string, Subject> | null = null;
  const allUnits = (): Map<string, Unit> => (units ??= new Map(listUnits(replica()).map((unit) => [unit.id, unit])));
  const allSubjects = (): Map<string, Subject> =>
    (subjects ??= new Map(listSubjects(replica()).map((subject) => [subject.id, subject])));
  return {
    units: () => [...allUnits().values()],
    subjects: () => [...allSubjects().values()],
    unitName: (id) => (id === null ? null : (allUnits().get(id)?.name ?? id)),
    subjectPath: (id) => (id === null ? [] : (allSubjects().get(id)?.path ?? [])),
    forget: (tables) => {
      if (tables.includes('units')) units = null;
      if (tables.includes('subjects')) subjects = null;
    },
  };
}
