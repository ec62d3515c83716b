import type { ReactNode } from 'react';
import type { FormSection } from '../../../shared/domain/scoring/form.ts';
import type { SectionScore } from '../../../shared/domain/scoring/sheet.ts';
import { SHEET } from './text.ts';

export interface ScoredSectionProps {
  readonly section: Pick<FormSection, 'id' | 'name' | 'weight'>;
  /** Of the whole form. */
  readonly scores: readonly SectionScore[];
  readonly children: ReactNode;
}

/** A section of a form: its name, its weight, how much of it was won, and its items. */
export function ScoredSection({ section: { id, name, weight }, scores, children }: ScoredSectionProps): ReactNode {
  const { got, full } = scores.find(({ sectionId }) => sectionId === id) ?? { got: 0, full: 0 };
  return (
    <section className="scoring-section" aria-label={name}>
      <h3>
        {name} <span className="faint num">{SHEET.weight(weight)}</span>
        <span className="scoring-got num">{SHEET.got(got, full)}</span>
      </h3>
      {children}
    </section>
  );
}
