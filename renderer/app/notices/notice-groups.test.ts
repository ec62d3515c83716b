import { describe, expect, it } from 'vitest';
import type { ShownNotice } from '../../../shared/contract/desk-notices.ts';
import { noticeKindSchema, type NoticeKind } from '../../../shared/domain/notice.ts';
import { instant } from '../../../shared/instant.ts';
import { grouped } from './notice-groups.ts';
import { countOf, TEXT } from './text.ts';

function notice(kind: NoticeKind, text: string): ShownNotice {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    version: 1,
    kind,
    orderId: null,
    orderNumber: null,
    unitId: null,
    permission: 'order.handle',
    sensitivity: 'normal',
    text,
    at: instant(0),
    due: null,
    read: false,
  };
}

describe('the bell', () => {
  it('puts limits first, then what is to be done, then what was decided, each as it came', () => {
    const groups = grouped([notice('dispatched', '一'), notice('returnDecided', '二'), notice('overdue', '三')]);
    expect(groups.map(({ name, notices }) => [name, notices.map(({ text }) => text)])).toEqual([
      ['时限提醒', ['三']],
      ['待办事项', ['一']],
      ['审批结果', ['二']],
    ]);
    expect(grouped([])).toEqual([]);
  });

  it('loses no kind', () => {
    const all = noticeKindSchema.options.map((kind) => notice(kind, kind));
    expect(grouped(all).flatMap(({ notices }) => notices)).toHaveLength(all.length);
  });

  it('says of a queue only what presses', () => {
    expect(TEXT.queue('办理中', 1, 2)).toBe('办理中：超期 1 件，将到期 2 件');
    expect(TEXT.queue('办理中', 0, 2)).toBe('办理中：将到期 2 件');
    expect([countOf(3), countOf(120)]).toEqual(['3', '99+']);
  });
});
