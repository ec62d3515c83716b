import type { ReactNode } from 'react';
import type { ScoringDetail } from '../../../shared/contract/scoring.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { CATEGORY_NAMES, MODE_NAMES } from '../../../shared/domain/order.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { PANE } from './text.ts';

/** What was written in the call: read beside the recording, opened whole with one press. */
export function Orders({ orders }: Pick<ScoringDetail, 'orders'>): ReactNode {
  return (
    <>
      <h3>{PANE.orders}</h3>
      {orders.length === 0 && <p className="faint">{PANE.noOrders}</p>}
      {orders.map(({ id, number }) => (
        <OrderBrief key={id} id={id} number={number} />
      ))}
    </>
  );
}

function OrderBrief({ id, number }: { id: OrderId; number: string }): ReactNode {
  const go = useNavigation((navigation) => navigation.go);
  const { data } = useDeskQuery({
    key: ['scoring-order', id],
    tables: ['orders'],
    run: (desk) => desk.orders.get({ id }),
  });
  const facts = data && [
    CATEGORY_NAMES[data.order.request.category],
    data.subjectPath.join(' › '),
    MODE_NAMES[data.order.mode],
    data.unitName,
  ];
  return (
    <div className="scoring-order">
      <div>
        <button type="button" className="calls-open num" onClick={() => go('orders', { orderId: id })}>
          {number}
        </button>{' '}
        <span className="muted">{facts?.filter(Boolean).join(' · ')}</span>
      </div>
      {data && <blockquote className="scoring-order-text">{data.order.request.content}</blockquote>}
    </div>
  );
}
