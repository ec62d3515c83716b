import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutboxItem } from '../../../shared/contract/desk.ts';
import type { Failure } from '../../../shared/failure.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
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
  const desk = useDesk();
  const go = useNavigation(({ go: navigate }) => navigate);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const number = itemNumber(item);

  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const redraft = (): Promise<void> =>
    act(async () => {
      const draft = await desk.sync.redraft({ commandId: item.commandId });
      go('desk', { draftId: draft.id });
    });
  const settle = (): Promise<void> =>
    act(async () => {
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
