import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ReportRow, RowsAsked } from '../../../shared/contract/reports.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/people.ts';
import { msOf } from '../../../shared/instant.ts';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { StateTag } from '../../components/tags.tsx';
import { exactTime } from '../../components/times.ts';
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
    <table className="work-table">
      <thead>
        <tr>
          {chosen && <th scope="col">{TEXT.choose}</th>}
          <th scope="col">{TEXT.number}</th>
          <th scope="col">{TEXT.day}</th>
          <th scope="col">{TEXT.unit}</th>
          <th scope="col">{TEXT.category}</th>
          <th scope="col">{TEXT.state}</th>
          <th scope="col">{TEXT.summary}</th>
          <th scope="col">{TEXT.due2}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ orderId, number, day, unitName, category, state, summary, due }) => (
          <tr key={`${orderId} ${day}`}>
            {chosen && (
              <td>
                <Checkbox
                  aria-label={TEXT.chooseOrder(number)}
                  checked={chosen.includes(orderId)}
                  onChange={({ target }) =>
                    onChoose(target.checked ? [...chosen, orderId] : chosen.filter((id) => id !== orderId))
                  }
                />
              </td>
            )}
            <td>
              <OpenOrder orderId={orderId} number={number} onGo={onGo} />
            </td>
            <td className="num reports-nowrap">{day}</td>
            <td>{unitName}</td>
            <td className="reports-nowrap">{CATEGORY_NAMES[category]}</td>
            <td>
              <StateTag state={state} />
            </td>
            <td className="reports-summary">{summary}</td>
            <td className="num reports-nowrap">{due === null ? '' : exactTime(msOf(due) - 1000)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
