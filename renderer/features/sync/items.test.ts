import { describe, expect, it } from 'vitest';
import { outboxItemSchema, type OutboxItem } from '../../../shared/contract/desk.ts';
import { canRedraft, groupItems, itemNumber } from './items.ts';

function item(deskSeq: number, state: OutboxItem['state'], number: string | null = null): OutboxItem {
  const id = `00000000-0000-7000-8000-${String(deskSeq).padStart(12, '0')}`;
  return outboxItemSchema.parse({
    commandId: id,
    orderId: id,
    deskSeq,
    what: '转办',
    number,
    provisionalNumber: `待编-7K2M-${String(deskSeq).padStart(4, '0')}`,
    summary: '噪音扰民',
    by: '王芳',
    recordedAt: '2026-11-21T05:00:00.000Z',
    state,
    failure: null,
    attempts: 0,
  });
}

describe('the outbox on screen', () => {
  it('lists what waits in the order it is sent, and what arrived with the latest first', () => {
    const groups = groupItems([
      item(5, 'waiting'),
      item(1, 'done'),
      item(4, 'sending'),
      item(2, 'refused'),
      item(3, 'done'),
    ]);
    expect(groups.unsent.map(({ deskSeq }) => deskSeq)).toEqual([4, 5]);
    expect(groups.done.map(({ deskSeq }) => deskSeq)).toEqual([3, 1]);
    expect(groups.refused.map(({ deskSeq }) => deskSeq)).toEqual([2]);
  });

  it('calls an order by its official number once it has one', () => {
    expect(itemNumber(item(1, 'done', 'HB2611-000431'))).toBe('HB2611-000431');
    expect(itemNumber(item(1, 'waiting'))).toBe('待编-7K2M-0001');
  });

  it('offers 重新编辑 only for refused commands that made an order', () => {
    expect(canRedraft(item(1, 'refused'))).toBe(true);
    expect(canRedraft(item(1, 'done'))).toBe(false);
    expect(canRedraft({ ...item(1, 'refused'), what: '催办' })).toBe(false);
  });
});
