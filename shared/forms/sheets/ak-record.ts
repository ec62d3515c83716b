import { CHANNEL_NAMES } from '../../domain/channel.ts';
import { CONTACT_HOW_NAMES, FINDING_NAMES, type Life } from '../../domain/life.ts';
import type { Order } from '../../domain/order.ts';
import { numberOf } from '../../domain/outcome.ts';
import { limitName } from '../../policy/limit.ts';
import { accusedUnit, callerName, callerPhone, matterOf, unitName, type Facts, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateOf, momentOf, together } from '../words.ts';

/** 投诉处理记录: what was complained of, how it was settled and who was told; registered and filed. A2, A3. */
export const complaintRecord: FormDefinition = {
  id: 'ak-record',
  reaches: 'centre',
  forUnits: false,
  copies: 1,
  hand: [
    { id: 'office', label: '受理科室', rows: 1, suggest: ({ pack }) => pack.office },
    { id: 'penalty', label: '责任追究', rows: 2, suggest: ({ record }) => liabilityOf(record.order.life) },
    { id: 'remark', label: '备注', rows: 1, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const { request, life } = order;
    return [
      { kind: 'title', text: '安康市政务服务中心投诉处理记录' },
      { kind: 'number', label: '编号', value: numberOf(order) },
      {
        kind: 'table',
        rows: [
          two(pair('投诉时间', momentOf(order.createdAt)), pair('投诉途径', CHANNEL_NAMES[request.channel])),
          two(pair('投诉人', callerName(order)), pair('联系电话', callerPhone(order))),
          two(pair('受理科室', written('office')), pair('受理人', order.createdBy.name)),
          two(pair('被投诉窗口', accusedUnit(facts)), pair('被投诉人员', request.accused.person)),
          wide('投诉内容', matterOf(order), 42),
          two(pair('处理单位', handledBy(facts)), pair('处理方式', wayOf(order))),
          wide('调查处理情况', resultOf(order), 40),
          wide('协调会议意见', meetingOf(life), 20),
          two(
            pair('是否属实', life.result ? FINDING_NAMES[life.result.finding] : ''),
            pair('办结时间', momentOf(order.closedAt)),
          ),
          wide('反馈投诉人情况', replyOf(life), 20),
          wide('责任追究', written('penalty'), 14),
          signed('监督科负责人（签字）', { signature: null, date: BLANK_DATE }, 20),
          wide('备注', written('remark'), 12),
        ],
      },
    ];
  },
};

function handledBy(facts: Facts): string {
  const { unitId } = facts.record.order;
  return unitId === null ? facts.pack.office : unitName(facts, unitId);
}

/** At once with a record, by the unit within its days, or by a meeting. A3, A4, A5. */
function wayOf({ mode, deadline }: Order): string {
  if (mode === 'immediate' || mode === 'direct') return '当场答复';
  const way = mode === 'joint' ? '协调会议' : '窗口单位处理';
  return deadline === null ? way : `${way}（${limitName(deadline.limit)}）`;
}

function resultOf({ life, answer }: Order): string {
  return together(life.result?.text ?? answer?.text, life.result?.measures && `整改措施：${life.result.measures}`);
}

function meetingOf({ meetings }: Life): string {
  const last = meetings.at(-1);
  return last ? `${dateOf(last.heldAt)}，${last.attendees}。${last.text}` : '';
}

function replyOf({ replies }: Life): string {
  const last = replies.at(-1);
  return last ? `${momentOf(last.at)} ${CONTACT_HOW_NAMES[last.how]}：${last.text}` : '';
}

function liabilityOf({ liability }: Life): string {
  return liability.map(({ name }) => name).join('、');
}
