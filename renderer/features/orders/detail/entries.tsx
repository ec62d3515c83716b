import type { ReactNode } from 'react';
import type { Author } from '../../../../shared/domain/people.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { Moment } from './moment.tsx';
import { Section } from './section.tsx';

/** One thing that was said or done about an order, and what was answered. */
export interface Entry {
  readonly key: string;
  readonly title: string;
  readonly at: Instant;
  readonly by: Author;
  readonly body: ReactNode;
  /** What was decided or answered; null: it waits. Absent: nothing is waited for. */
  readonly answer?: {
    readonly title: string;
    readonly tone: 'good' | 'bad' | 'plain';
    readonly at: Instant;
    readonly by: Author;
    readonly body: ReactNode;
  } | null;
  /** While it waits. */
  readonly waits?: string;
}

/** Entries of one kind, the latest first; nothing at all where there are none. */
export function Entries({ title, entries }: { title: string; entries: readonly Entry[] }): ReactNode {
  if (entries.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="order-entries">
        {entries.toReversed().map((entry) => (
          <li key={entry.key} className="order-entry">
            <Said title={entry.title} at={entry.at} by={entry.by} />
            {entry.body && <div className="order-step-text">{entry.body}</div>}
            {entry.answer && (
              <div className={`order-entry-answer order-entry-${entry.answer.tone}`}>
                <Said title={entry.answer.title} at={entry.answer.at} by={entry.answer.by} />
                {entry.answer.body && <div className="order-step-text">{entry.answer.body}</div>}
              </div>
            )}
            {entry.answer === null && entry.waits && <div className="order-entry-waits">{entry.waits}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was said, when and by whom, on one line. */
export function Said({ title, at, by }: { title: string; at: Instant; by: Author }): ReactNode {
  return (
    <div className="order-step">
      <strong>{title}</strong>
      <Moment at={at} />
      <span className="order-faint">
        {by.name} <span className="num">{by.jobNumber}</span>
      </span>
    </div>
  );
}
