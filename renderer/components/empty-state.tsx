import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** A sentence: what is not here, and why that may be. */
  readonly text: string;
  readonly icon?: ReactNode;
  /** The one thing to do about it, usually a Button. */
  readonly action?: ReactNode;
}

export function EmptyState({ text, icon, action }: EmptyStateProps): ReactNode {
  return (
    <output className="empty-state">
      {icon && (
        <span className="empty-state-icon" aria-hidden>
          {icon}
        </span>
      )}
      <p className="empty-state-text">{text}</p>
      {action}
    </output>
  );
}
