import { CHANNEL_NAMES } from '../../domain/channel.ts';
import { CATEGORY_NAMES } from '../../domain/order.ts';
import { numberOf } from '../../domain/outcome.ts';
import { callerName, type Facts, type FormDefinition } from '../facts.ts';
import { dateAt, dateOf } from '../words.ts';

/** 不予受理通知书: the reason in writing, where the caller asks for it. 第十条. J6. */
export const refusalNotice: FormDefinition = {
  id: 'jl-refusal',
  reaches: 'caller',
  forUnits: false,
  copies: 1,
  hand: [
    { id: 'reason', label: '不予受理的原因', rows: 4, suggest: reasonOf },
    { id: 'advice', label: '其他反映途径', rows: 2, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const { request } = order;
    const received = dateOf(order.createdAt);
    const kind = CATEGORY_NAMES[request.category];
    const channel = CHANNEL_NAMES[request.channel];
    return [
      { kind: 'title', text: '吉林市政务服务举报投诉不予受理通知书' },
      { kind: 'number', label: '编号', value: numberOf(order) },
      { kind: 'gap', height: 6 },
      {
        kind: 'paragraph',
        look: 'flush',
        text: `${callerName(order)}：`,
        fields: [{ label: '举报投诉人', value: callerName(order) }],
      },
      {
        kind: 'paragraph',
        look: 'body',
        text: `您于${received}通过${channel}提出的${kind}，我办已经收悉。`,
        fields: [
          { label: '收到日期', value: received },
          { label: '渠道', value: channel },
          { label: '类别', value: kind },
        ],
      },
      { kind: 'passage', label: '反映事项', value: request.content, lines: 8 },
      {
        kind: 'paragraph',
        look: 'body',
        text: `经审查，依照《${facts.pack.regulation}》${order.refusal?.citation.article ?? '第十条'}，决定不予受理。`,
        fields: [{ label: '依据', value: order.refusal?.citation.article ?? '第十条' }],
      },
      { kind: 'passage', label: '不予受理的原因', value: written('reason'), lines: 8 },
      ...(written('advice') === ''
        ? []
        : [{ kind: 'passage', label: '您可以通过以下途径反映', value: written('advice'), lines: 3 } as const]),
      { kind: 'paragraph', look: 'body', text: '特此通知。' },
      { kind: 'gap', height: 14 },
      { kind: 'closing', office: facts.pack.office, date: dateAt(facts.nowMs), seal: true },
    ];
  },
};

function reasonOf({ record, pack }: Facts): string {
  const { refusal } = record.order;
  return pack.refusalGrounds.find(({ id }) => id === refusal?.groundId)?.name ?? '';
}
