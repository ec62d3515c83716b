import type { ReactNode } from 'react';
import type { OwnOrder } from '../../../shared/contract/mine.ts';
import { RATING_NAMES } from '../../../shared/domain/life.ts';
import { CATEGORY_NAMES } from '../../../shared/domain/order.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateTag } from '../../components/tags.tsx';
import { OpenOrder } from '../reports/open-order.tsx';
import { MINE } from './text.ts';

const ORDER: readonly Column<OwnOrder>[] = [
  { head: MINE.number, render: ({ orderId, number }) => <OpenOrder orderId={orderId} number={number} /> },
  { head: MINE.at, className: 'data-nowrap', render: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  { head: MINE.category, className: 'data-nowrap', render: ({ category }) => CATEGORY_NAMES[category] },
  { head: MINE.state, render: ({ state }) => <StateTag state={state} /> },
  { head: MINE.summary, className: 'data-wide', render: ({ summary }) => summary },
];

interface OwnOrdersProps {
  readonly rows: readonly OwnOrder[];
}

/** What callers said of what one has written down. */
export function Ratings({ rows }: OwnOrdersProps): ReactNode {
  return (
    <DataTable
      label={MINE.ratings}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      empty={<EmptyState text={MINE.noRatings} />}
      columns={[
        ...ORDER,
        {
          head: MINE.rating,
          className: 'data-nowrap',
          render: ({ rating }) =>
            rating && (
              <span className={rating === 'dissatisfied' ? 'work-bad' : undefined}>{RATING_NAMES[rating]}</span>
            ),
        },
        { head: MINE.ratingNote, className: 'data-wide', render: ({ ratingNote }) => ratingNote || MINE.none },
      ]}
    />
  );
}

/** What units sent back of it. */
export function Returns({ rows }: OwnOrdersProps): ReactNode {
  return (
    <DataTable
      label={MINE.returns}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      empty={<EmptyState text={MINE.noReturns} />}
      columns={[
        ...ORDER,
        {
          head: MINE.returned,
          className: 'data-nowrap',
          render: ({ returns }) => returns.map((one) => <div key={one.at}>{`${one.unitName} ${decided(one)}`}</div>),
        },
        {
          head: MINE.reason,
          className: 'data-wide',
          render: ({ returns }) => returns.map(({ at, reason }) => <div key={at}>{reason}</div>),
        },
      ]}
    />
  );
}

function decided({ agreed }: OwnOrder['returns'][number]): string {
  if (agreed === null) return MINE.agreed.waiting;
  return agreed ? MINE.agreed.yes : MINE.agreed.no;
}
