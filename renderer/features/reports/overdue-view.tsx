import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { StateTag } from '../../components/tags.tsx';
import { exactTime } from '../../components/times.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import type { Asked } from './ask.ts';
import { OpenOrder } from './open-order.tsx';
import { TEXT } from './text.ts';

/** Every overdue order with what its unit has said of it. T19. */
export function OverdueView({ asked: { from, to } }: { asked: Asked }): ReactNode {
  const list = useDeskQuery({
    key: ['reportOverdue', from, to],
    tables: [],
    run: (desk) => desk.reports.overdue({ from, to }),
  });
  const rows = list.data ?? [];
  return (
    <div className="reports-body">
      <p className="reports-what">{TEXT.overdueHint}</p>
      {list.failure && <FailureNote failure={list.failure} onRetry={list.refresh} />}
      {!list.data && !list.failure && <ListSkeleton rows={8} height={36} />}
      {list.data && rows.length === 0 && <EmptyState text={TEXT.noOverdue} />}
      {rows.length > 0 && (
        <div className="reports-scroll">
          <table className="work-table" aria-label={TEXT.overdue}>
            <thead>
              <tr>
                <th scope="col">{TEXT.number}</th>
                <th scope="col">{TEXT.unit}</th>
                <th scope="col">{TEXT.state}</th>
                <th scope="col">{TEXT.due2}</th>
                <th scope="col">{TEXT.finishedAt}</th>
                <th scope="col">{TEXT.summary}</th>
                <th scope="col">{TEXT.reason}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ orderId, number, unitName, state, due, finishedAt, summary, reason }) => (
                <tr key={orderId}>
                  <td>
                    <OpenOrder orderId={orderId} number={number} />
                  </td>
                  <td>{unitName}</td>
                  <td>
                    <StateTag state={state} />
                  </td>
                  <td className="num reports-nowrap">{due === null ? '' : exactTime(msOf(due) - 1000)}</td>
                  <td className="num reports-nowrap">
                    {finishedAt === null ? <span className="work-bad">{TEXT.open}</span> : exactTime(msOf(finishedAt))}
                  </td>
                  <td className="reports-summary">{summary}</td>
                  <td className="reports-summary">
                    {reason === '' ? <span className="order-faint">{TEXT.noReason}</span> : reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
