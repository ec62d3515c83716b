import { useState, type ReactNode } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { KEY_ACTION_LIST, KEY_ACTIONS, KEY_GROUPS, type KeyAction, type KeyGroup } from '../keys/actions.ts';
import { useChord, useKey } from '../keys/keys.ts';

const GROUPS = Object.keys(KEY_GROUPS) as KeyGroup[];

/** 快捷键一览, on Ctrl+/. */
export function KeyList(): ReactNode {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  useKey('keyList', () => setOpen(true));
  if (!open) return null;
  return (
    <Dialog title="快捷键一览" width={780} onClose={close}>
      <KeyListKeys onClose={close} />
      <div className="key-list">
        {GROUPS.map((group) => (
          <section key={group} aria-label={KEY_GROUPS[group]}>
            <h3>{KEY_GROUPS[group]}</h3>
            <dl>
              {KEY_ACTION_LIST.filter((action) => KEY_ACTIONS[action].group === group).map((action) => (
                <KeyLine key={action} action={action} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="faint">可在“设置”中改键。输入法选词时快捷键不起作用。</p>
    </Dialog>
  );
}

/** The list's own key closes it again. */
function KeyListKeys({ onClose }: { onClose: () => void }): ReactNode {
  useKey('keyList', onClose);
  return null;
}

function KeyLine({ action }: { action: KeyAction }): ReactNode {
  return (
    <div className="key-line">
      <dt>{KEY_ACTIONS[action].label}</dt>
      <dd>
        <kbd className="key-cap">{useChord(action)}</kbd>
      </dd>
    </div>
  );
}
