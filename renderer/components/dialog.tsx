import { CloseOutlined } from '@ant-design/icons';
import { Button, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { KeyLayer } from '../keys/key-layer.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** Px. */
  readonly width: number;
  /** Absent: it cannot be put away, only answered; keys of the call are still too. */
  readonly onClose?: (() => void) | undefined;
  /** Hides what lies behind from whoever passes by. */
  readonly veil?: boolean;
  /** Buttons, the leading one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A question over the screens, on screen as long as it is rendered. The browser's own dialog, not antd's: everything
 * behind it is inert to keyboard and screen reader, and it writes no style of its own that the content security policy
 * would refuse.
 */
export function Dialog({ title, width, onClose, veil = false, footer, children }: DialogProps): ReactNode {
  return (
    <dialog
      ref={showModal}
      className={`dialog ${veil ? 'dialog-veil' : ''}`}
      style={{ width }}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <KeyLayer sealed={!onClose}>
        <header className="dialog-head">
          <h2>{title}</h2>
          {onClose && (
            <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label="关闭" onClick={onClose} />
          )}
        </header>
        {/* In the dialog itself: it lies above the page, and so would hide what opens in the page's own layer. */}
        <ConfigProvider getPopupContainer={(field) => field?.closest('dialog') ?? document.body}>
          <div className="dialog-body">{children}</div>
        </ConfigProvider>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </KeyLayer>
    </dialog>
  );
}

/** Closing by itself, as it leaves, the dialog gives the focus back to where it was: into the sentence being written. */
function showModal(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  return () => dialog.close();
}
