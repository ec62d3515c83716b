import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportRow, RowsAsked } from '../../../shared/contract/reports.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/people.ts';
import { msOf } from '../../../shared/instant.ts';
import type { Column } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { dueTime } from '../../components/times.ts';
import { useLive } from '../../data/live.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { ExportRows, PublishButton } from './export-button.tsx';
import { OrderRows } from './order-rows.tsx';
import { TEXT } from './text.ts';

export interface RowsDialogProps {
  readonly title: string;
  readonly asked: Omit<RowsAsked, 'after'>;
  readonly onClose: () => void;
}

/** The orders behind a number, page after page. */
export function RowsDialog({ title, asked, onClose }: RowsDialogProps): ReactNode {
  const [before, setBefore] = useState<{ readonly rows: readonly ReportRow[]; readonly hidden: number }>({
    rows: [],
    hidden: 0,
  });
  const publishes = useLive(({ session }) => session !== null && may(session.actor, 'order.review'));
  const [chosen, setChosen] = useState<readonly OrderId[]>([]);
  const [after, setAfter] = useState<RowsAsked['after']>(null);
  const page = useDeskQuery({
    key: ['reportRows', asked, after],
    tables: [],
    run: (desk) => desk.reports.rows({ ...asked, after }),
  });
  const rows = [...before.rows, ...(page.data?.rows ?? [])];
  const hidden = before.hidden + (page.data?.hidden ?? 0);
  const next = page.data?.next ?? null;
  const more = (): void => {
    setBefore({ rows, hidden });
    setAfter(next);
  };
  return (
    <Dialog
      title={title}
      width={1080}
      onClose={onClose}
      footer={
        <>
          {publishes && <PublishButton orderIds={chosen} />}
          <ExportRows asked={asked} />
        </>
      }
    >
      <div className="reports-rows">
        {page.failure && <FailureNote failure={page.failure} onRetry={page.refresh} />}
        {rows.length > 0 && (
          <OrderRows
            label={TEXT.rows}
            rows={rows}
            choosing={publishes ? { head: TEXT.choose, labelOf: TEXT.chooseOrder, chosen, onChoose: setChosen } : null}
            more={[DUE]}
            onGo={onClose}
          />
        )}
        {page.loading && <ListSkeleton rows={4} height={36} />}
        {page.data && rows.length === 0 && hidden === 0 && <EmptyState text={TEXT.none} />}
        {hidden > 0 && <p className="order-faint">{TEXT.hidden(hidden)}</p>}
        {next && <Button onClick={more}>{TEXT.more}</Button>}
      </div>
    </Dialog>
  );
}

const DUE: Column<ReportRow> = {
  head: TEXT.due2,
  className: 'num data-nowrap',
  render: ({ due }) => (due === null ? TEXT.noneSuch : dueTime(msOf(due))),
};
