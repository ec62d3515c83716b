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
    <div className="empty-state" role="status">
      {icon && (
        <span className="empty-state-icon" aria-hidden>
          {icon}
        </span>
      )}
      <p className="empty-state-text">{text}</p>
      {action}
    </div>
  );
}
