import type { ReactNode } from 'react';
import { useInsights } from '../insights.tsx';
import { CALLER } from '../text.ts';
import { isOpen } from '../model/similar.ts';
import { useContinue } from '../use-continue.ts';
import { OrderItem } from './order-item.tsx';

/** 相似诉求: shown while one writes; the same caller's first. */
export function SimilarOrders(): ReactNode {
  const { similar } = useInsights();
  const { begin } = useContinue();
  if (similar.length === 0) return null;
  return (
    <section className="ct-similar" aria-label={CALLER.similar(similar.length)}>
      <h3 className="ct-orders-title">{CALLER.similar(similar.length)}</h3>
      {similar.map((order) => (
        <OrderItem
          key={order.id}
          order={order}
          sameCaller={order.sameCaller}
          hint={CALLER.continueHint}
          quotable={!(order.sameCaller && isOpen(order))}
          onPick={order.sameCaller && isOpen(order) ? () => begin(order, 'supplement') : undefined}
        />
      ))}
    </section>
  );
}
