import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportRow, RowsAsked } from '../../../shared/contract/reports.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/people.ts';
import { msOf } from '../../../shared/instant.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { StateTag } from '../../components/tags.tsx';
import { dueTime } from '../../components/times.ts';
import { useLive } from '../../data/live.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { ExportRows, PublishButton } from './export-button.tsx';
import { OpenOrder } from './open-order.tsx';
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
        {rows.length > 0 && <Rows rows={rows} chosen={publishes ? chosen : null} onChoose={setChosen} onGo={onClose} />}
        {page.loading && <ListSkeleton rows={4} height={36} />}
        {page.data && rows.length === 0 && hidden === 0 && <EmptyState text={TEXT.none} />}
        {hidden > 0 && <p className="order-faint">{TEXT.hidden(hidden)}</p>}
        {next && <Button onClick={more}>{TEXT.more}</Button>}
      </div>
    </Dialog>
  );
}

interface RowsProps {
  readonly rows: readonly ReportRow[];
  /** Null: nothing is to be chosen. */
  readonly chosen: readonly OrderId[] | null;
  readonly onChoose: (chosen: readonly OrderId[]) => void;
  readonly onGo: () => void;
}

function Rows({ rows, chosen, onChoose, onGo }: RowsProps): ReactNode {
  return (
    <DataTable
      label={TEXT.rows}
      rows={rows}
      keyOf={({ orderId, day }) => `${orderId} ${day}`}
      columns={[
        ...(chosen ? [choosing(chosen, onChoose)] : []),
        {
          head: TEXT.number,
          render: ({ orderId, number }) => <OpenOrder orderId={orderId} number={number} onGo={onGo} />,
        },
        { head: TEXT.day, className: 'num data-nowrap', render: ({ day }) => day },
        { head: TEXT.unit, render: ({ unitName }) => unitName },
        { head: TEXT.category, className: 'data-nowrap', render: ({ category }) => CATEGORY_NAMES[category] },
        { head: TEXT.state, render: ({ state }) => <StateTag state={state} /> },
        { head: TEXT.summary, className: 'data-wide', render: ({ summary }) => summary },
        {
          head: TEXT.due2,
          className: 'num data-nowrap',
          render: ({ due }) => (due === null ? '' : dueTime(msOf(due))),
        },
      ]}
    />
  );
}

function choosing(chosen: readonly OrderId[], onChoose: RowsProps['onChoose']): Column<ReportRow> {
  return {
    head: TEXT.choose,
    render: ({ orderId, number }) => (
      <Checkbox
        aria-label={TEXT.chooseOrder(number)}
        checked={chosen.includes(orderId)}
        onChange={({ target }) =>
          onChoose(target.checked ? [...chosen, orderId] : chosen.filter((id) => id !== orderId))
        }
      />
    ),
  };
}
