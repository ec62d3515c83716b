import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { useNavigation } from '../../app/navigation.ts';
import { TEXT } from './text.ts';

export interface OpenOrderProps {
  readonly orderId: OrderId;
  readonly number: string;
  /** Puts away what would stand over the order. */
  readonly onGo?: () => void;
}

/** An order's number that leads to the order; one this desk no longer keeps is said there to be gone. */
export function OpenOrder({ orderId, number, onGo }: OpenOrderProps): ReactNode {
  const go = useNavigation((state) => state.go);
  return (
    <Button
      type="link"
      size="small"
      className="num data-nowrap"
      title={TEXT.openOrder}
      onClick={() => {
        onGo?.();
        go('orders', { orderId });
      }}
    >
      {number}
    </Button>
  );
}
