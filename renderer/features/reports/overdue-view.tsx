import type { ReactNode } from 'react';
import { msOf } from '../../../shared/instant.ts';
import { Answer } from '../../components/answer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateTag } from '../../components/tags.tsx';
import { dueTime, exactTime } from '../../components/times.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import type { Asked } from './ask.ts';
import { OpenOrder } from './open-order.tsx';
import { TEXT } from './text.ts';

/** Every overdue order with what its unit has said of it. T19. */
export function OverdueView({ asked: { from, to, filter } }: { asked: Asked }): ReactNode {
  const list = useDeskQuery({
    key: ['reportOverdue', from, to, filter],
    tables: [],
    run: (desk) => desk.reports.overdue({ from, to, filter }),
  });
  return (
    <div className="reports-body">
      <p className="reports-what">{TEXT.overdueHint}</p>
      <Answer query={list}>
        {({ rows, more }) => (
          <>
            {more && <p className="reports-what">{TEXT.moreOverdue(rows.length)}</p>}
            <div className="reports-scroll">
              <DataTable
                label={TEXT.overdue}
                rows={rows}
                keyOf={({ orderId }) => orderId}
                empty={<EmptyState text={TEXT.noOverdue} />}
                columns={[
                  {
                    head: TEXT.number,
                    render: ({ orderId, number }) => <OpenOrder orderId={orderId} number={number} />,
                  },
                  { head: TEXT.unit, className: 'reports-unit', render: ({ unitName }) => unitName || TEXT.noneSuch },
                  { head: TEXT.state, render: ({ state }) => <StateTag state={state} /> },
                  {
                    head: TEXT.due2,
                    className: 'num data-nowrap',
                    render: ({ due }) => (due === null ? TEXT.noneSuch : dueTime(msOf(due))),
                  },
                  {
                    head: TEXT.finishedAt,
                    className: 'num data-nowrap',
                    render: ({ finishedAt }) =>
                      finishedAt === null ? <span className="work-bad">{TEXT.open}</span> : exactTime(msOf(finishedAt)),
                  },
                  { head: TEXT.summary, className: 'data-wide', render: ({ summary }) => summary },
                  {
                    head: TEXT.reason,
                    className: 'data-wide',
                    render: ({ reason }) => reason || <span className="order-faint">{TEXT.noReason}</span>,
                  },
                ]}
              />
            </div>
          </>
        )}
      </Answer>
    </div>
  );
}
