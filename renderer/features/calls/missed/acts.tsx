import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { MissedCall } from '../../../../shared/domain/calls/missed.ts';
import { MISSED } from '../text.ts';

export interface ActsProps {
  readonly row: MissedCall;
  readonly mine: boolean;
  readonly leads: boolean;
  readonly takes: boolean;
  readonly busy: boolean;
  /** Why nobody can be rung now. */
  readonly hindrance: string | null;
  readonly onClaim: () => void;
  readonly onRelease: () => void;
  readonly onCallBack: () => void;
  readonly onDrop: () => void;
  /** Writes down what is said in the call that rings them; null: no such call. */
  readonly onWrite: (() => void) | null;
}

/** What can be done about a caller nobody answered: taken, rung, given back, dropped, written down. */
export function Acts(props: ActsProps): ReactNode {
  const { row, mine, leads, takes, busy, hindrance, onWrite } = props;
  const open = row.state === 'waiting' || row.state === 'claimed';
  return (
    <span className="calls-row-acts">
      {onWrite && (
        <Button size="small" type="primary" onClick={onWrite}>
          {MISSED.write}
        </Button>
      )}
      {open && takes && row.state === 'waiting' && (
        <Button size="small" disabled={busy} onClick={props.onClaim}>
          {MISSED.claim}
        </Button>
      )}
      {open && mine && !onWrite && (
        <Button
          size="small"
          type="primary"
          disabled={busy || hindrance !== null}
          title={hindrance ?? undefined}
          onClick={props.onCallBack}
        >
          {MISSED.callBack}
        </Button>
      )}
      {open && row.state === 'claimed' && (mine || leads) && (
        <>
          <Button size="small" disabled={busy} onClick={props.onRelease}>
            {MISSED.release}
          </Button>
          <Button size="small" disabled={busy} onClick={props.onDrop}>
            {MISSED.drop}
          </Button>
        </>
      )}
    </span>
  );
}
