import { CHANNEL_NAMES } from '../../domain/channel.ts';
import type { CallerReply } from '../../domain/life.ts';
import { CATEGORY_NAMES, type Order } from '../../domain/order.ts';
import { numberOf } from '../../domain/outcome.ts';
import type { Block } from '../blocks.ts';
import { callerName, unitName, type Facts, type FormDefinition } from '../facts.ts';
import { dateAt, dateOf } from '../words.ts';

/** 书面答复: on site where complex, to every letter, and wherever the caller asks for it. J4, J7, J8. */
export const writtenReply: FormDefinition = {
  id: 'jl-written-reply',
  reaches: 'caller',
  forUnits: false,
  copies: 1,
  hand: [{ id: 'reply', label: '答复内容', rows: 6, suggest: ({ record }) => replyOf(record.order) }],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const { request, life } = order;
    const received = dateOf(order.createdAt);
    const kind = CATEGORY_NAMES[request.category];
    const channel = CHANNEL_NAMES[request.channel];
    const adoption = life.replies.findLast((reply) => reply.adoption !== null)?.adoption ?? null;
    return [
      { kind: 'title', text: '吉林市政务服务举报投诉和咨询建议书面答复' },
      { kind: 'number', label: '编号', value: numberOf(order) },
      { kind: 'gap', height: 6 },
      {
        kind: 'paragraph',
        look: 'flush',
        text: `${callerName(order)}：`,
        fields: [{ label: '诉求人', value: callerName(order) }],
      },
      {
        kind: 'paragraph',
        look: 'body',
        text: `您于${received}通过${channel}提出的${kind}已经办理完毕，现答复如下。`,
        fields: [
          { label: '收到日期', value: received },
          { label: '渠道', value: channel },
          { label: '类别', value: kind },
        ],
      },
      { kind: 'passage', label: '诉求事项', value: request.content, lines: 7 },
      { kind: 'passage', label: '办理单位', value: handledBy(facts), lines: 1 },
      { kind: 'passage', label: '答复内容', value: written('reply'), lines: 12 },
      ...(adoption === null ? [] : adopted(adoption)),
      { kind: 'paragraph', look: 'body', text: '特此答复。' },
      { kind: 'gap', height: 12 },
      { kind: 'closing', office: facts.pack.office, date: dateAt(facts.nowMs), seal: true },
    ];
  },
};

function handledBy(facts: Facts): string {
  const { unitId } = facts.record.order;
  return unitId === null ? facts.pack.office : unitName(facts, unitId);
}

function replyOf({ life, answer }: Order): string {
  return life.replies.at(-1)?.text ?? life.result?.text ?? answer?.text ?? '';
}

/** 接受 or not: if not, why; if so, what follows. J22. */
function adopted({ adopted: taken, reason, nextSteps }: NonNullable<CallerReply['adoption']>): Block[] {
  return [
    { kind: 'passage', label: '建议是否接受', value: taken ? '接受' : '不接受', lines: 1 },
    taken
      ? { kind: 'passage', label: '下一步工作安排和承诺', value: nextSteps, lines: 4 }
      : { kind: 'passage', label: '不接受的原因', value: reason, lines: 4 },
  ];
}
