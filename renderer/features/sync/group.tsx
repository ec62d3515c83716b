import type { ReactNode } from 'react';
import { TEXT } from './text.ts';

export interface GroupProps {
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** A group of outbox items; not there at all where it has none. */
export function Group({ title, hint, count, children }: GroupProps): ReactNode {
  if (count === 0) return null;
  return (
    <section className="sync-group" aria-label={title}>
      <header className="sync-group-head">
        <h3>{title}</h3>
        <span className="sync-count num">{TEXT.itemCount(count)}</span>
        <span className="sync-hint">{hint}</span>
      </header>
      <ul className="sync-items">{children}</ul>
    </section>
  );
}
