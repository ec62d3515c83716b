import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OutboxItem } from '../../../shared/contract/desk.ts';
import { useNavigation } from '../../app/navigation.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { itemNumber } from './items.ts';
import { TEXT } from './text.ts';

/** What an item is: the kind, the order, the gist, who wrote it and when. */
export function ItemFacts({ item, numbers }: { item: OutboxItem; numbers?: ReactNode }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  return (
    <div className="sync-item-facts">
      <span className="sync-what">{item.what}</span>
      {numbers ?? (
        <Button
          type="link"
          size="small"
          className="sync-number num"
          title={TEXT.openOrder}
          onClick={() => go('orders', { orderId: item.orderId })}
        >
          {itemNumber(item)}
        </Button>
      )}
      <span className="sync-summary ellipsis" title={item.summary}>
        {item.summary}
      </span>
      <span className="sync-by">
        {item.by} · <RelativeTime at={item.recordedAt} />
      </span>
    </div>
  );
}
