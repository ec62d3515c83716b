import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { OutboxItem } from '../../../shared/contract/desk.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { Group } from './group.tsx';
import { ItemFacts } from './item-facts.tsx';
import { canRedraft, itemNumber } from './items.ts';
import { TEXT } from './text.ts';

/** 需处理: what the centre declined, why, by which article, and the two ways on. */
export function RefusedList({ items }: { items: readonly OutboxItem[] }): ReactNode {
  return (
    <Group title={TEXT.refused} hint={TEXT.refusedHint} count={items.length}>
      {items.map((item) => (
        <Refused key={item.commandId} item={item} />
      ))}
    </Group>
  );
}

function Refused({ item }: { item: OutboxItem }): ReactNode {
  const go = useNavigation(({ go: navigate }) => navigate);
  const { busy, failure, act } = useDeed();
  const number = itemNumber(item);

  const redraft = (): Promise<boolean> =>
    act(async (desk) => {
      const draft = await desk.sync.redraft({ commandId: item.commandId });
      go('desk', { draftId: draft.id });
    });
  const settle = (): Promise<boolean> =>
    act(async (desk) => {
      await desk.sync.settle({ commandId: item.commandId });
    });
  return (
    <li className="sync-item">
      <ItemFacts item={item} />
      {item.failure && (
        <FailureNote failure={item.failure}>
          {canRedraft(item) && (
            <Button
              size="small"
              type="primary"
              disabled={busy}
              aria-label={TEXT.redraftOf(number)}
              onClick={() => void redraft()}
            >
              {TEXT.redraft}
            </Button>
          )}
          <Button size="small" disabled={busy} aria-label={TEXT.settleOf(number)} onClick={() => void settle()}>
            {TEXT.settle}
          </Button>
        </FailureNote>
      )}
      {failure && <FailureNote failure={failure} look="line" />}
    </li>
  );
}
