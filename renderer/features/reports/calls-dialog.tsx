import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CallsAsked, ReportCall } from '../../../shared/contract/report-calls.ts';
import { msOf } from '../../../shared/instant.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { duration, exactTime } from '../../components/times.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { OUTCOME_NAMES } from '../calls/text.ts';
import { CALLS, TEXT } from './text.ts';

export interface CallsDialogProps {
  readonly title: string;
  readonly asked: Omit<CallsAsked, 'after'>;
  readonly onClose: () => void;
}

/** The calls behind a number, page after page; numbers come masked. GB/T 33358. */
export function CallsDialog({ title, asked, onClose }: CallsDialogProps): ReactNode {
  const [before, setBefore] = useState<readonly ReportCall[]>([]);
  const [after, setAfter] = useState<CallsAsked['after']>(null);
  const page = useDeskQuery({
    key: ['reportCalls', asked, after],
    tables: [],
    run: (desk) => desk.reports.calls({ ...asked, after }),
  });
  const rows = [...before, ...(page.data?.rows ?? [])];
  const next = page.data?.next ?? null;
  const more = (): void => {
    setBefore(rows);
    setAfter(next);
  };
  return (
    <Dialog title={title} width={880} onClose={onClose}>
      <div className="reports-rows">
        {page.failure && <FailureNote failure={page.failure} onRetry={page.refresh} />}
        {rows.length > 0 && (
          <DataTable<ReportCall>
            label={CALLS.title}
            rows={rows}
            keyOf={({ callId }) => callId}
            columns={[
              { head: CALLS.queuedAt, className: 'num data-nowrap', render: (row) => exactTime(msOf(row.queuedAt)) },
              { head: CALLS.number, className: 'num data-nowrap', render: ({ number }) => number },
              { head: CALLS.outcome, render: ({ outcome }) => OUTCOME_NAMES[outcome] },
              { head: CALLS.wait, kind: 'figure', render: ({ waitMs }) => lasted(waitMs) },
              { head: CALLS.talk, kind: 'figure', render: ({ talkMs }) => lasted(talkMs) },
              { head: CALLS.agent, render: ({ agent }) => agent },
            ]}
          />
        )}
        {page.loading && <ListSkeleton rows={4} height={36} />}
        {page.data && rows.length === 0 && next === null && <EmptyState text={CALLS.none} />}
        {next && <Button onClick={more}>{TEXT.more}</Button>}
      </div>
    </Dialog>
  );
}

function lasted(ms: number | null): string {
  return ms === null ? '' : duration(ms);
}
