import type { ReactNode } from 'react';
import type { KeyAction } from './actions.ts';
import { showChord } from './chord.ts';
import { useKeys } from './registry.ts';

/**
 * Draws an action's key on the control it is placed in, while Alt is held; takes no room. The control's own box must
 * be `position: relative` (class `key-host`); buttons of this program's theme are.
 * `always`: the key stands in the text, as on 受理台's outcome buttons.
 */
export function KeyHint({ action, always = false }: { action: KeyAction; always?: boolean }): ReactNode {
  const chord = useKeys(({ bindings }) => showChord(bindings[action]));
  const shown = useKeys(({ hints }) => hints);
  if (always) return <kbd className="key-inline">{chord}</kbd>;
  return shown ? (
    <kbd className="key-hint" aria-hidden>
      {chord}
    </kbd>
  ) : null;
}
