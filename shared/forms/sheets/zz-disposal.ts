import { RATING_NAMES } from '../../domain/life.ts';
import { numberOf } from '../../domain/outcome.ts';
import type { Order } from '../../domain/order.ts';
import type { Block } from '../blocks.ts';
import { accusedUnit, callerName, callerPhone, matterOf, type Facts, type FormDefinition } from '../facts.ts';
import { limitWords, momentOf, together } from '../words.ts';

const TITLE = '枣庄市民中心政务服务投诉处置单';

const hand: FormDefinition['hand'] = [
  {
    id: 'advice',
    label: '处理建议',
    rows: 2,
    suggest: ({ record }) => record.order.life.submission?.instruction?.text ?? '',
  },
  { id: 'outcome', label: '处理结果及回访情况', rows: 4, suggest: ({ record }) => outcomeOf(record.order) },
];

/** What was done, and what the caller said of it when rung up. */
function outcomeOf({ life }: Order): string {
  const last = life.followUps.findLast(({ reached }) => reached);
  const rating = last?.rating ? `回访：${RATING_NAMES[last.rating]}` : null;
  return together(life.result?.text, rating && together(`${rating}。${last?.note ?? ''}`));
}

/** 附件2: the same fields on both halves. */
function half(name: string, facts: Facts, written: (id: string) => string, roomy: boolean): Block[] {
  const { order } = facts.record;
  return [
    { kind: 'title', text: `${TITLE}（${name}）` },
    {
      kind: 'fields',
      parts: [
        { label: '编号', value: numberOf(order), share: 4 },
        { label: '办理时限', value: limitWords(order.deadline), share: 7 },
      ],
    },
    {
      kind: 'fields',
      parts: [
        { label: '投诉人', value: callerName(order), share: 4 },
        { label: '联系电话', value: callerPhone(order), share: 7 },
      ],
    },
    {
      kind: 'fields',
      parts: [
        { label: '接诉人', value: order.createdBy.name, share: 4 },
        { label: '时间', value: momentOf(order.createdAt), share: 7 },
      ],
    },
    { kind: 'fields', parts: [{ label: '被投诉窗口（单位）', value: accusedUnit(facts), share: 1 }] },
    { kind: 'fields', parts: [{ label: '被投诉工作人员', value: order.request.accused.person, share: 1 }] },
    { kind: 'ruled', label: '投诉内容', value: matterOf(order), lines: roomy ? 6 : 4 },
    { kind: 'ruled', label: '处理建议', value: written('advice'), lines: roomy ? 3 : 1 },
    { kind: 'ruled', label: '处理结果及回访情况', value: written('outcome'), lines: roomy ? 6 : 3 },
  ];
}

/** 处置单 as the centre prints it: 存根 to keep and 发文 to send, one above the other. Z13. */
export const disposalStub: FormDefinition = {
  id: 'zz-disposal-stub',
  reaches: 'centre',
  forUnits: false,
  copies: 1,
  hand,
  blocks: (facts, written) => [...half('存根', facts, written, false), { kind: 'cut' }],
  counterpart: (facts, written) => half('发文', facts, written, false),
};

/** 处置单（发文）alone, as the unit has it. Z13. */
export const disposalIssue: FormDefinition = {
  id: 'zz-disposal-issue',
  reaches: 'unit',
  forUnits: true,
  copies: 1,
  hand,
  blocks: (facts, written) => half('发文', facts, written, true),
};
