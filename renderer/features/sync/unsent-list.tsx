import { ClockCircleOutlined, CloudUploadOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { OutboxItem } from '../../../shared/contract/desk.ts';
import { describeFailure } from '../../../shared/failure.ts';
import { Group } from './group.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ITEM_STATES, TEXT } from './text.ts';

/** 待送出: in the order in which they go, each with its state and why it is still here. `total` counts those not listed too. */
export function UnsentList({ items, total }: { items: readonly OutboxItem[]; total: number }): ReactNode {
  return (
    <Group title={TEXT.unsent} hint={TEXT.unsentHint} count={Math.max(total, items.length)}>
      {items.map((item, index) => (
        <li key={item.commandId} className="sync-item sync-item-line">
          <ItemFacts item={item} />
          <span className={`sync-item-state sync-item-${item.state}`}>
            {item.state === 'sending' ? <CloudUploadOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
            {ITEM_STATES[item.state]}
          </span>
          <span className="sync-why">{whyHere(item, index)}</span>
        </li>
      ))}
      {total > items.length && <li className="sync-more">{TEXT.showingFirst(items.length)}</li>}
    </Group>
  );
}

/** The last attempt's failure, else the place in the queue. */
function whyHere(item: OutboxItem, index: number): string {
  const cause = item.failure && describeFailure(item.failure).sentence;
  const place = index === 0 ? TEXT.firstInQueue : TEXT.queued(index);
  const attempts = item.attempts > 0 ? TEXT.attempts(item.attempts) : null;
  return [cause ?? (item.state === 'waiting' ? place : null), attempts].filter((part) => part !== null).join(' · ');
}
