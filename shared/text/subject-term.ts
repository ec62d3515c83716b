import type { Segment } from '../search/terms.ts';
import { textTerms } from './text-terms.ts';

/** What a unit is guessed from: the text, and the subject that was chosen for it. */
export function unitTerms(text: string, subjectId: string | null, segment: Segment): Map<string, number> {
  const terms = textTerms(text, segment);
  // No word of a text begins like this.
  if (subjectId !== null) terms.set(`@${subjectId}`, SUBJECT_COUNT);
  return terms;
}

/** The subject says more than any one word. */
const SUBJECT_COUNT = 4;
