import { PhoneOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { MissedCall, MissedState } from '../../../../shared/domain/calls/missed.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { Tag } from '../../../components/tags.tsx';
import { duration } from '../../../components/times.ts';
import { MISSED, MISSED_STATE_NAMES } from '../text.ts';

const TONES: Readonly<Record<MissedState, 'warn' | 'accent' | 'good' | 'neutral'>> = {
  waiting: 'warn',
  claimed: 'accent',
  reached: 'good',
  came: 'good',
  dropped: 'neutral',
};

export interface MissedTableProps {
  readonly rows: readonly MissedCall[];
  readonly renderActs: (row: MissedCall) => ReactNode;
}

/** Callers to be rung back. */
export function MissedTable({ rows, renderActs }: MissedTableProps): ReactNode {
  if (rows.length === 0) return <EmptyState icon={<PhoneOutlined />} text={MISSED.empty} />;
  return (
    <div className="calls-list panel">
      <DataTable
        label={MISSED.list}
        className="data-table calls-table"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { head: MISSED.number, className: 'num', render: ({ number }) => number },
          { head: MISSED.times, className: 'num', render: ({ times }) => times },
          { head: MISSED.last, render: ({ lastAt }) => <RelativeTime at={lastAt} /> },
          { head: MISSED.waited, className: 'num', render: waited },
          {
            head: MISSED.state,
            render: ({ state, claimedBy }) => (
              <>
                <Tag tone={TONES[state]}>{MISSED_STATE_NAMES[state]}</Tag> {claimedBy?.name}
              </>
            ),
          },
          { head: MISSED.attempts, className: 'calls-wrap', render: (row) => <Attempts row={row} /> },
          { head: MISSED.act, kind: 'acts', render: renderActs },
        ]}
      />
    </div>
  );
}

function waited({ closed, waitedSeconds }: MissedCall): string {
  if (closed) return MISSED.closed;
  return waitedSeconds === null ? MISSED.waitUnknown : duration(waitedSeconds * 1000);
}

function Attempts({ row: { attempts, note } }: { row: MissedCall }): ReactNode {
  return (
    <>
      {attempts.length === 0 && MISSED.noAttempts}
      {attempts.map(({ callId, at, byName, answered }) => (
        <div key={callId}>
          <RelativeTime at={at} /> {byName}{' '}
          {answered === null ? MISSED.running : answered ? MISSED.answered : MISSED.unanswered}
        </div>
      ))}
      {note && <div className="faint">{note}</div>}
    </>
  );
}
