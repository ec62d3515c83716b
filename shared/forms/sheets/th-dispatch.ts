import { namedAssistants } from '../../domain/acts/course.ts';
import { CHANNEL_NAMES } from '../../domain/channel.ts';
import { CONTACT_HOW_NAMES } from '../../domain/life.ts';
import { CATEGORY_NAMES, type Order } from '../../domain/order.ts';
import { numberOf } from '../../domain/outcome.ts';
import { callerName, callerPhone, unitName, type Facts, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateOf, limitWords, momentOf } from '../words.ts';

/** 转派工单: the accurate work order that a unit gets, with room for what it does. T6, T7, T12. */
export const dispatchOrder: FormDefinition = {
  id: 'th-dispatch',
  reaches: 'unit',
  forUnits: true,
  copies: 1,
  hand: [
    { id: 'note', label: '派单意见', rows: 2, suggest: noteOf },
    { id: 'result', label: '办理结果', rows: 4, suggest: ({ record }) => record.order.life.result?.text ?? '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const { request, life } = order;
    const review = life.result?.review?.approved === true ? life.result.review : null;
    return [
      { kind: 'title', text: '通化市 12345 政务热线转派工单' },
      { kind: 'number', label: '工单编号', value: numberOf(order) },
      {
        kind: 'table',
        rows: [
          two(pair('受理时间', momentOf(order.createdAt)), pair('诉求来源', CHANNEL_NAMES[request.channel])),
          two(pair('诉求人', callerName(order)), pair('联系电话', callerPhone(order))),
          wide('联系地址', request.caller.address, 10),
          two(pair('诉求类别', CATEGORY_NAMES[request.category]), pair('紧急程度', request.urgent ? '紧急' : '一般')),
          wide('诉求事项', facts.subjectPath.join(' › '), 10),
          wide('诉求内容', request.content, 40),
          wide('诉求目的', request.wish, 14),
          two(pair('主办单位', unitName(facts, order.unitId)), pair('协办单位', assistantsOf(facts)), 14),
          wide('办理时限', limitWords(order.deadline), 10),
          two(pair('派单人', dispatcherOf(facts)), pair('派单时间', momentOf(life.dispatchedAt))),
          wide('派单意见', written('note'), 14),
          two(pair('签收人', life.signed?.by.name ?? ''), pair('签收时间', momentOf(life.signed?.at))),
          wide('办理结果', written('result'), 32),
          wide('答复诉求人情况', replyOf(order), 18),
          signed(
            '承办单位负责人审核',
            { signature: review?.signature ?? null, date: review ? dateOf(review.at) : BLANK_DATE },
            20,
          ),
        ],
      },
    ];
  },
};

function assistantsOf(facts: Facts): string {
  return namedAssistants(facts.record.order.life)
    .map(({ unitId }) => unitName(facts, unitId))
    .join('、');
}

/** Who sent it to the unit that has it now. */
function dispatcherOf({ record }: Facts): string {
  return lastDispatch(record.history)?.by.name ?? '';
}

function noteOf({ record }: Facts): string {
  return lastDispatch(record.history)?.text ?? '';
}

function lastDispatch(history: Facts['record']['history']) {
  return history.findLast(({ kind }) => kind === 'dispatched' || kind === 'forwarded');
}

function replyOf({ life }: Order): string {
  const reply = life.replies.at(-1);
  return reply ? `${momentOf(reply.at)} ${CONTACT_HOW_NAMES[reply.how]}答复：${reply.text}` : '';
}
