import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OrderRow } from '../../../../shared/contract/desk.ts';
import { useInsights } from '../insights.tsx';
import { CALLER } from '../text.ts';
import { isOpen } from '../model/similar.ts';
import { useContinue } from '../use-continue.ts';
import { OrderItem } from './order-item.tsx';

/** The rest would push the caller's own earlier requests out of sight. */
const SHOWN_FIRST = 4;

/** 相似诉求: shown while one writes; the same caller's first. `except`: those that stand above already. */
export function SimilarOrders({ except }: { except: readonly OrderRow[] }): ReactNode {
  const insights = useInsights();
  const similar = insights.similar.filter((order) => !except.some(({ id }) => id === order.id));
  const { begin } = useContinue();
  const [all, setAll] = useState(false);
  if (similar.length === 0) return null;
  return (
    <section className="ct-similar" aria-label={CALLER.similar(similar.length)}>
      <h3 className="ct-orders-title">{CALLER.similar(similar.length)}</h3>
      {similar.slice(0, all ? undefined : SHOWN_FIRST).map((order) => (
        <OrderItem
          key={order.id}
          order={order}
          sameCaller={order.sameCaller}
          hint={CALLER.continueHint}
          quotable={!(order.sameCaller && isOpen(order))}
          onPick={order.sameCaller && isOpen(order) ? () => begin(order, 'supplement') : undefined}
        />
      ))}
      {!all && similar.length > SHOWN_FIRST && (
        <Button block type="text" size="small" onClick={() => setAll(true)}>
          {CALLER.more(similar.length - SHOWN_FIRST)}
        </Button>
      )}
    </section>
  );
}
