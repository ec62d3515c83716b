import { Tooltip } from 'antd';
import type { ReactNode, Ref } from 'react';
import { KeyHint, useChord, type KeyAction } from '../../keys/keys.ts';

export interface ControlButtonProps {
  readonly action: KeyAction;
  readonly label: string;
  readonly icon: ReactNode;
  /** Why it cannot be used now; null where it can. */
  readonly hindrance: string | null;
  /** What it would do, where the label alone does not say. */
  readonly hint?: string | undefined;
  readonly tone?: 'plain' | 'answer' | 'hangUp';
  readonly pressed?: boolean | undefined;
  readonly onAct: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** One control of the bar: icon over word, its key and its hindrance in the tooltip. Stays focusable while hindered, so that the reason can be read. */
export function ControlButton(props: ControlButtonProps): ReactNode {
  const { action, label, icon, hindrance, hint, tone = 'plain', pressed, onAct, ref } = props;
  const chord = useChord(action);
  const tip = `${hint ?? label}（${chord}）${hindrance ? `：${hindrance}` : ''}`;
  return (
    <Tooltip title={tip} placement="bottom" mouseEnterDelay={0.35}>
      <button
        ref={ref}
        type="button"
        className={`control control-${tone} key-host ${pressed ? 'control-pressed' : ''}`}
        aria-label={hindrance ? `${label}，${hindrance}` : label}
        aria-disabled={hindrance !== null}
        aria-pressed={pressed}
        aria-keyshortcuts={chord}
        onClick={hindrance === null ? onAct : undefined}
      >
        <span className="control-icon" aria-hidden>
          {icon}
        </span>
        <span className="control-label">{label}</span>
        {hindrance === null && <KeyHint action={action} />}
      </button>
    </Tooltip>
  );
}
