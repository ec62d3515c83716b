import { CheckOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OutboxItem } from '../../../shared/contract/desk.ts';
import { describeFailure } from '../../../shared/failure.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Group } from './group.tsx';
import { ItemFacts } from './item-facts.tsx';
import { TEXT } from './text.ts';

/** 最近送达: what was said to the caller beside what it is called now. */
export function DoneList({ items }: { items: readonly OutboxItem[] }): ReactNode {
  return (
    <Group title={TEXT.done} hint={TEXT.doneHint} count={items.length}>
      {items.map((item) => (
        <li key={item.commandId} className="sync-item sync-item-line">
          <ItemFacts item={item} numbers={<Numbers item={item} />} />
          {item.failure ? (
            <span className="sync-item-state sync-why" title={describeFailure(item.failure).sentence}>
              <ExclamationCircleOutlined aria-hidden /> {TEXT.settledState}
            </span>
          ) : (
            <span className="sync-item-state sync-item-done">
              <CheckOutlined aria-hidden /> {TEXT.doneState}
            </span>
          )}
        </li>
      ))}
    </Group>
  );
}

function Numbers({ item }: { item: OutboxItem }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  const { number, provisionalNumber } = item;
  return (
    <span className="sync-numbers num">
      {provisionalNumber && <span title={TEXT.provisional}>{provisionalNumber}</span>}
      {number && (
        <>
          {provisionalNumber && <span aria-hidden>{TEXT.becomes}</span>}
          <Button
            type="link"
            size="small"
            className="sync-number"
            title={TEXT.official}
            onClick={() => go('orders', { orderId: item.orderId })}
          >
            {number}
          </Button>
        </>
      )}
    </span>
  );
}
