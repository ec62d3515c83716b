import type { Subject } from '../../../../shared/domain/subject.ts';
import type { SubjectId } from '../../../../shared/domain/ids.ts';

/** A node of the three-level tree; leaves bear a subject's id as value. */
export interface SubjectOption {
  readonly value: string;
  readonly label: string;
  readonly children?: SubjectOption[];
  /** On leaves: everyday words that find it too. */
  readonly words?: string;
}

/** The tree of 事项 from its leaves, in the order they come. */
export function subjectTree(subjects: readonly Subject[]): SubjectOption[] {
  const firsts = Map.groupBy(subjects, ({ path }) => path[0]);
  return [...firsts].map(([first, below]) => ({
    value: first,
    label: first,
    children: [...Map.groupBy(below, ({ path }) => path[1])].map(([second, leaves]) => ({
      value: second,
      label: second,
      children: leaves.map(({ id, path, words }) => ({ value: id, label: path[2], words: words.join(' ') })),
    })),
  }));
}

/** The values from root to leaf, as the cascade wants them. */
export function pathTo(subjects: readonly Subject[], id: SubjectId | null): string[] | undefined {
  const subject = subjects.find((candidate) => candidate.id === id);
  return subject && [subject.path[0], subject.path[1], subject.id];
}

/** True where every word typed occurs in the path or among the everyday words. */
export function matchesSubject(input: string, path: readonly { label?: unknown; words?: unknown }[]): boolean {
  const text = path.map(({ label, words }) => `${String(label)} ${typeof words === 'string' ? words : ''}`).join(' ');
  return input
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
