import type { Step } from '../../../shared/domain/knowledge/steps.ts';

/** How far a conversation along the steps has come. */
export interface StepsPath {
  readonly passed: readonly { readonly step: Step; readonly answer: number }[];
  /** What is to be asked now; null at an end. */
  readonly current: Step | null;
  /** What the caller is told; null while there is still something to ask. */
  readonly outcome: string | null;
}

/** Follows the answers given so far; one that is not there ends the way before it. @param given places of the answers */
export function pathOf(steps: readonly Step[], given: readonly number[]): StepsPath {
  const passed: { step: Step; answer: number }[] = [];
  let step: Step | null = steps[0] ?? null;
  for (const answer of given) {
    const chosen: Step['answers'][number] | undefined = step?.answers[answer];
    if (!step || !chosen) break;
    passed.push({ step, answer });
    if (chosen.next === null) return { passed, current: null, outcome: chosen.outcome };
    step = steps.find(({ id }) => id === chosen.next) ?? null;
  }
  return { passed, current: step, outcome: null };
}
