import type { Subject } from '../../../shared/domain/subject.ts';

/** A node of the subject tree: any of the three levels may be chosen. */
export interface SubjectNode {
  readonly value: string;
  readonly label: string;
  readonly children?: SubjectNode[];
}

/** The tree by names from the root, in the order of the list. */
export function nodesOf(subjects: readonly Pick<Subject, 'path'>[], depth = 0): SubjectNode[] {
  const below = Map.groupBy(subjects, ({ path }) => path[depth] ?? '');
  return [...below]
    .filter(([name]) => name !== '')
    .map(([name, own]) => {
      const children = nodesOf(own, depth + 1);
      return children.length === 0 ? { value: name, label: name } : { value: name, label: name, children };
    });
}
