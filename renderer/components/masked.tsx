import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface MaskedProps {
  /** As it is shown now: masked or not. */
  readonly value: string;
  /** What it is, for the screen reader: 电话, 姓名. */
  readonly label: string;
  readonly revealed: boolean;
  /** The key that asks and hides, as it stands on the control. */
  readonly chord?: string;
  /** Absent where the role may not reveal. Asking is logged, which the tooltip says. */
  readonly onReveal?: (() => void) | undefined;
  readonly onHide?: (() => void) | undefined;
}

/** Personal data: masked until it is asked for. Who may ask, the log and hiding again are the owner's business. */
export function Masked({ value, label, revealed, chord, onReveal, onHide }: MaskedProps): ReactNode {
  const act = revealed ? onHide : onReveal;
  const tip = revealed ? '隐藏' : '显示完整信息，将留下查看记录';
  return (
    <span className="masked">
      <span className="num">{value === '' ? '—' : value}</span>
      {act && value !== '' && (
        <button
          type="button"
          className="masked-button"
          onClick={act}
          aria-label={revealed ? `隐藏${label}` : `显示完整${label}（将留下记录）`}
          title={chord ? `${tip}（${chord}）` : tip}
        >
          {revealed ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
        </button>
      )}
    </span>
  );
}
