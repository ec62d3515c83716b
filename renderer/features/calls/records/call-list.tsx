import { AudioOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CallListInput, CallRow } from '../../../../shared/contract/calls.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { ListSkeleton } from '../../../components/skeletons.tsx';
import { Tag } from '../../../components/tags.tsx';
import { useDeed } from '../../../data/use-deed.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import { outcomeText, talkedText, waitedText } from '../model.ts';
import { RECORDS } from '../text.ts';

export interface ChosenCall {
  readonly row: CallRow;
}

export interface CallListProps {
  readonly filter: Omit<CallListInput, 'after'>;
  /** The screen is in front: a list nobody sees asks for nothing. */
  readonly enabled: boolean;
  readonly chosen: string | null;
  readonly onChoose: (call: ChosenCall) => void;
}

/** The newest calls first; older ones are fetched below. */
export function CallList({ filter, enabled, chosen, onChoose }: CallListProps): ReactNode {
  const [older, setOlder] = useState<{ rows: readonly CallRow[]; more: boolean } | null>(null);
  const { busy, failure: failed, act } = useDeed();
  const first = useDeskQuery({
    key: ['calls', filter],
    tables: ['calls'],
    run: ({ calls }) => calls.list({ ...filter, after: null }),
    enabled,
  });
  const newest = first.data?.rows ?? [];
  const seen = new Set(newest.map(({ callId }) => callId));
  const rows = [...newest, ...(older?.rows ?? []).filter(({ callId }) => !seen.has(callId))];
  const more = older ? older.more : (first.data?.more ?? false);

  const fetchOlder = async (): Promise<void> => {
    const last = rows.at(-1);
    if (!last) return;
    await act(async ({ calls }) => {
      const page = await calls.list({ ...filter, after: { queuedAt: last.queuedAt, callId: last.callId } });
      setOlder({ rows: [...(older?.rows ?? []), ...page.rows], more: page.more });
    });
  };

  if (first.failure && !first.data) return <FailureNote failure={first.failure} onRetry={first.refresh} />;
  if (!first.data) return <ListSkeleton rows={8} height={36} />;
  if (rows.length === 0) return <EmptyState text={filter.mine ? RECORDS.emptyMine : RECORDS.emptyAll} />;
  return (
    <div className="calls-list panel">
      <DataTable
        label={RECORDS.list}
        className="data-table calls-table"
        rows={rows}
        keyOf={({ callId }) => callId}
        isChosen={({ callId }) => callId === chosen}
        onChoose={(row) => onChoose({ row })}
        columns={[
          {
            head: RECORDS.at,
            render: (row) => (
              <button type="button" className="calls-open" onClick={() => onChoose({ row })}>
                <RelativeTime at={row.queuedAt} />
              </button>
            ),
          },
          { head: RECORDS.direction, render: ({ direction }) => RECORDS.directions[direction] },
          { head: RECORDS.number, className: 'num', render: ({ callerNumber }) => callerNumber || '—' },
          { head: RECORDS.outcome, render: (row) => <Outcome row={row} /> },
          { head: RECORDS.waited, kind: 'figure', render: (row) => waitedText(row) ?? '—' },
          { head: RECORDS.talked, kind: 'figure', render: (row) => talkedText(row) ?? '—' },
          { head: RECORDS.who, render: ({ people }) => people.map(({ name }) => name).join('、') || '—' },
          {
            head: RECORDS.recording,
            render: ({ recordings }) =>
              recordings > 0 && <AudioOutlined role="img" aria-label={RECORDS.hasRecording} />,
          },
        ]}
      />
      {(more || failed) && (
        <div className="calls-more">
          {failed && <FailureNote failure={failed} look="line" />}
          <Button loading={busy} onClick={() => void fetchOlder()}>
            {RECORDS.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function Outcome({ row }: { row: CallRow }): ReactNode {
  if (row.live) return <Tag tone="accent">{RECORDS.live}</Tag>;
  const tone = row.unknown.length > 0 ? 'warn' : row.outcome === 'answered' ? 'good' : 'neutral';
  return <Tag tone={tone}>{outcomeText(row)}</Tag>;
}
