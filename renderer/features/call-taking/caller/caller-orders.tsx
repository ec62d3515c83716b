import { Button } from 'antd';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { OrderRow } from '../../../../shared/contract/desk.ts';
import { KeyHint, useKey, useTip, type KeyAction } from '../../../keys/keys.ts';
import { useContinue } from '../use-continue.ts';
import { useInsights } from '../insights.tsx';
import { CALLER } from '../text.ts';
import { OrderItem } from './order-item.tsx';
import { SimilarOrders } from './similar-orders.tsx';

export interface CallerOrdersProps {
  readonly open: readonly OrderRow[];
  readonly recent: readonly OrderRow[];
  readonly active: boolean;
  /** A draft is being written: an open order may take its place. */
  readonly writable: boolean;
}

/** Earlier requests of this caller: an open one is continued instead of written again. */
export function CallerOrders({ open, recent, active, writable }: CallerOrdersProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const { begin } = useContinue();
  const { similar } = useInsights();
  const earlier = recent.filter((order) => !open.some(({ id }) => id === order.id));
  const [first] = open;
  // The order the focus is on, otherwise the newest open one.
  const meant = (): OrderRow | undefined => {
    const focused = document.activeElement?.closest('[data-order]')?.getAttribute('data-order');
    return open.find(({ id }) => id === focused) ?? first;
  };
  const continueAs = (kind: 'supplement' | 'urge'): void => {
    const order = meant();
    if (order) begin(order, kind);
  };
  const keys = active && writable && first !== undefined;
  useKey('supplement', () => continueAs('supplement'), keys);
  useKey('urge', () => continueAs('urge'), keys);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLElement)) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-order]') ?? [])];
    items[items.indexOf(event.target) + step]?.focus();
    event.preventDefault();
  };

  return (
    <div ref={list} className="ct-orders" role="presentation" onKeyDown={onKeyDown}>
      {open.length > 0 && (
        <>
          <div className="ct-orders-title">
            <h3>{CALLER.open(open.length)}</h3>
            {writable && (
              <>
                <Continue action="supplement" words={CALLER.supplement} onAct={() => continueAs('supplement')} />
                <Continue action="urge" words={CALLER.urge} onAct={() => continueAs('urge')} />
              </>
            )}
          </div>
          {open.map((order) => (
            <OrderItem
              key={order.id}
              order={order}
              hint={CALLER.continueHint}
              similar={similar.some(({ id }) => id === order.id)}
              onPick={writable ? () => begin(order, 'supplement') : undefined}
            />
          ))}
        </>
      )}
      {writable && <SimilarOrders except={open} />}
      {earlier.length > 0 && (
        <>
          <h3 className="ct-orders-title">{CALLER.earlier}</h3>
          {earlier.map((order) => (
            <OrderItem key={order.id} order={order} quotable={writable} />
          ))}
        </>
      )}
    </div>
  );
}

function Continue({ action, words, onAct }: { action: KeyAction; words: string; onAct: () => void }): ReactNode {
  return (
    <Button className="key-host" size="small" type="link" title={useTip(action, words)} onClick={onAct}>
      {words}
      <KeyHint action={action} />
    </Button>
  );
}
