import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** At the right end of the title's line. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, extra, children }: SectionProps): ReactNode {
  return (
    <section className="order-section" aria-label={title}>
      <header className="order-section-head">
        <h3>{title}</h3>
        {extra}
      </header>
      {children}
    </section>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Labelled facts in two columns; those without a value are not there at all. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  const said = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (said.length === 0) return null;
  return (
    <dl className="order-facts">
      {said.map(({ label, value }) => (
        <div key={label} className="order-fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
