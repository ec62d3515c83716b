import { CheckOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { KeyHint, useTip } from '../../../keys/keys.ts';
import { DRAFT } from '../text.ts';
import { Decline } from './offers.tsx';

export interface SuggestionProps {
  readonly label: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** The key takes this one; of several, the first. */
  readonly first?: boolean;
  readonly onAccept: () => void;
  /** Turns it down: it is not offered again in this draft. */
  readonly onReject: () => void;
}

/** What the program would choose, how sure it is and which words speak for it; taken by a click or a key. */
export function Suggestion({
  label,
  confidence,
  reasons,
  first = true,
  onAccept,
  onReject,
}: SuggestionProps): ReactNode {
  const because = reasons.length > 0 ? DRAFT.because(reasons.join('、')) : '';
  const words = [label, because].filter(Boolean).join(' ');
  const tip = useTip('acceptSuggestion', words);
  const name = DRAFT.acceptSuggestion(label, percent(confidence));
  return (
    <span className="ct-offer">
      <button
        type="button"
        className="ct-suggestion key-host"
        onClick={onAccept}
        title={first ? tip : words}
        aria-label={name}
      >
        <CheckOutlined aria-hidden />
        <span className="ellipsis">
          {DRAFT.suggested} {label}
        </span>
        <span className="num">{percent(confidence)}</span>
        {because && <span className="ct-because ellipsis">{because}</span>}
        {first && <KeyHint action="acceptSuggestion" />}
      </button>
      <Decline name={label} onDecline={onReject} />
    </span>
  );
}

function percent(confidence: number): string {
  return `${Math.round(confidence * 100)}%`;
}
