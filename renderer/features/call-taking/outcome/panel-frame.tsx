import type { ReactNode } from 'react';
import { PrimaryButton } from '../../../components/primary-button.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useEntry } from '../drafts.tsx';
import { RepeatWarning } from './repeat-warning.tsx';

export interface PanelFrameProps {
  readonly title: string;
  /** The article that stands behind this way, or what it sets. */
  readonly article: ReactNode;
  readonly primary: { readonly label: string; readonly disabled?: boolean; readonly run: () => void };
  readonly active: boolean;
  /** Further actions, left of the primary one. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What every outcome's panel has: its rule, the quiet warning, and the primary action on Ctrl+Enter. */
export function PanelFrame({ title, article, primary, active, actions, children }: PanelFrameProps): ReactNode {
  const submitting = useEntry(({ view }) => view.submitting);
  const disabled = primary.disabled === true || submitting;
  // Answered for while disabled too: otherwise the key would reach a list that happens to be open and choose from it.
  useKey('primary', () => !disabled && primary.run(), active);
  return (
    <section className="ct-panel-frame" aria-label={title}>
      <header className="ct-panel-head">
        <h2>{title}</h2>
        {article && <span className="ct-panel-article faint">{article}</span>}
      </header>
      <div className="ct-panel-body">
        {children}
        <RepeatWarning />
      </div>
      <div className="ct-dock-actions">
        {actions}
        <PrimaryButton loading={submitting} disabled={disabled} onClick={primary.run}>
          {primary.label}
        </PrimaryButton>
      </div>
    </section>
  );
}
