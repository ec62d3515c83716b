import { CHANNEL_NAMES } from '../../domain/channel.ts';
import { CONTACT_HOW_NAMES, type CallerReply } from '../../domain/life.ts';
import { numberOf } from '../../domain/outcome.ts';
import { accusedUnit, callerName, callerPhone, unitName, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateOf, limitWords, momentOf } from '../words.ts';

/** 投诉受理登记表: filled at the hall's desk for every complaint, oral or written. H13, H14. */
export const complaintRegistration: FormDefinition = {
  id: 'hb-complaint-registration',
  reaches: 'centre',
  forUnits: false,
  copies: 1,
  hand: [
    { id: 'papers', label: '提交材料', rows: 2, suggest: ({ record }) => papersOf(record.order.request.attachments) },
    { id: 'remark', label: '备注', rows: 2, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const { request, life } = order;
    const reply = life.replies.at(-1);
    return [
      { kind: 'title', text: '鹤壁市行政服务大厅投诉受理登记表' },
      { kind: 'number', label: '登记编号', value: numberOf(order) },
      {
        kind: 'table',
        rows: [
          two(pair('受理时间', momentOf(order.createdAt)), pair('投诉方式', CHANNEL_NAMES[request.channel])),
          two(pair('投诉人', callerName(order)), pair('联系电话', callerPhone(order))),
          wide('住址或单位', request.caller.address, 10),
          two(pair('被投诉单位', accusedUnit(facts)), pair('被投诉人', request.accused.person)),
          wide('投诉内容', request.content, 46),
          wide('投诉诉求', request.wish, 18),
          wide('提交材料', written('papers'), 14),
          two(pair('承办单位', unitName(facts, order.unitId)), pair('受理人', order.createdBy.name)),
          wide('办理时限', limitWords(order.deadline), 10),
          wide('办理结果', life.result?.text ?? order.answer?.text ?? '', 36),
          wide('答复情况', reply ? replyOf(reply) : '', 18),
          signed('投诉人签字', { signature: null, date: BLANK_DATE }, 18),
          wide('备注', written('remark'), 12),
        ],
      },
    ];
  },
};

function papersOf(attachments: readonly { name: string }[]): string {
  return attachments.map(({ name }) => name).join('、');
}

function replyOf({ at, how, text }: CallerReply): string {
  return `${dateOf(at)}${CONTACT_HOW_NAMES[how]}答复：${text}`;
}
