import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../../../shared/contract/desk.ts';
import { isRunning } from '../../../../shared/domain/order.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { RemainingTime } from '../../../components/remaining-time.tsx';
import { StateTag, Tag } from '../../../components/tags.tsx';
import { useContinue } from '../use-continue.ts';
import { CALLER } from '../text.ts';

export interface OrderItemProps {
  readonly order: OrderRow;
  /** What picking it does, for the tooltip. */
  readonly hint?: string;
  /** Continues it; absent where it can only be looked at. */
  readonly onPick?: (() => void) | undefined;
  readonly sameCaller?: boolean;
  /** Reads like what is being written. */
  readonly similar?: boolean;
  /** May be named in the draft being written. */
  readonly quotable?: boolean;
}

/** An order in the narrow column: number, state, time left, what it was about. */
export function OrderItem({
  order,
  hint,
  onPick,
  sameCaller = false,
  similar = false,
  quotable = false,
}: OrderItemProps): ReactNode {
  const { quote } = useContinue();
  const look = (): void => useNavigation.getState().go('orders', { orderId: order.id });
  const number = order.number ?? order.provisionalNumber;
  return (
    <div className="ct-order">
      <button
        type="button"
        className="ct-order-main"
        data-order={order.id}
        title={onPick ? hint : CALLER.look}
        aria-label={CALLER.orderName(number, order.summary)}
        onClick={onPick ?? look}
      >
        <span className="ct-order-head">
          <span className="num ellipsis">{number}</span>
          {sameCaller && <Tag tone="warn">{CALLER.sameCaller}</Tag>}
          {similar && <Tag tone="warn">{CALLER.looksLike}</Tag>}
          <StateTag state={order.state} />
        </span>
        <span className="ct-order-summary">{order.summary}</span>
        <span className="ct-order-facts">
          {order.due && isRunning(order.state) ? (
            <RemainingTime due={order.due} />
          ) : (
            <RelativeTime at={order.createdAt} />
          )}
          {order.unitName && <span className="ellipsis">{order.unitName}</span>}
        </span>
      </button>
      {(quotable || onPick) && (
        <span className="ct-order-actions">
          {quotable && (
            <Button size="small" type="text" onClick={() => quote(order)}>
              {CALLER.quote}
            </Button>
          )}
          {onPick && (
            <Button size="small" type="text" onClick={look}>
              {CALLER.look}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
