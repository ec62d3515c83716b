import type { OutboxItem } from '../../../shared/contract/desk.ts';
import { COMMAND_NAMES } from '../../../shared/domain/command.ts';

/** The outbox as the screen tells it: what needs somebody, what is on its way in the order it goes, what has arrived. */
export interface OutboxGroups {
  readonly refused: readonly OutboxItem[];
  readonly unsent: readonly OutboxItem[];
  /** Latest first. */
  readonly done: readonly OutboxItem[];
}

export function groupItems(items: readonly OutboxItem[]): OutboxGroups {
  const inOrder = items.toSorted((a, b) => a.deskSeq - b.deskSeq);
  return {
    refused: inOrder.filter(({ state }) => state === 'refused'),
    unsent: inOrder.filter(({ state }) => state === 'waiting' || state === 'sending'),
    done: inOrder.filter(({ state }) => state === 'done').toReversed(),
  };
}

/** What one calls the item's order: its official number, else the provisional one. */
export function itemNumber(item: Pick<OutboxItem, 'number' | 'provisionalNumber'>): string {
  return item.number ?? item.provisionalNumber ?? '';
}

const TAKES: ReadonlySet<string> = new Set([
  COMMAND_NAMES['order.answerImmediately'],
  COMMAND_NAMES['order.answerDirectly'],
  COMMAND_NAMES['order.forward'],
  COMMAND_NAMES['order.refuse'],
]);

/** Commands that made an order go back to a draft; a supplement or an urge is written again on its order. */
export function canRedraft(item: Pick<OutboxItem, 'what' | 'state'>): boolean {
  return item.state === 'refused' && TAKES.has(item.what);
}
