import { numberOf } from '../../domain/outcome.ts';
import type { Order } from '../../domain/order.ts';
import type { Facts, FormDefinition } from '../facts.ts';
import { BLANK_DATE, dateAt, dateOf } from '../words.ts';

/** 不予受理通知单: from the unit to the office, with the clause of 第十条 that it rests on. 附件5. Z16. */
export const unitRefusal: FormDefinition = {
  id: 'zz-refusal',
  reaches: 'unit',
  forUnits: true,
  copies: 1,
  hand: [
    { id: 'clause', label: '第十条哪一项（如：第3项）', rows: 1, suggest: ({ record }) => clauseOf(record.order) },
    { id: 'reason', label: '不予受理原因', rows: 3, suggest: reasonOf },
    { id: 'handler', label: '投诉处置人', rows: 1, suggest: ({ record }) => record.order.life.signed?.by.name ?? '' },
    { id: 'leader', label: '分管领导', rows: 1, suggest: () => '' },
    { id: 'receiver', label: '受送达人', rows: 1, suggest: () => '' },
    { id: 'served', label: '送达时间', rows: 1, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const sent = dateOf(order.life.dispatchedAt);
    const clause = `第十条${written('clause') || '第　项'}`;
    return [
      { kind: 'title', text: '枣庄市民中心政务服务投诉不予受理通知单' },
      { kind: 'gap', height: 4 },
      { kind: 'paragraph', look: 'flush', text: `${facts.pack.office}：` },
      {
        kind: 'paragraph',
        look: 'body',
        text:
          `你办于${sent}向我单位转办的枣庄市民中心政务服务投诉处置单（编号：${numberOf(order)}），经调查核实，` +
          `符合《枣庄市民中心政务服务投诉处置办法》${clause}有关规定，特决定不予受理该投诉案件。`,
        fields: [
          { label: '转办日期', value: sent },
          { label: '处置单编号', value: numberOf(order) },
          { label: '依据条款', value: clause },
        ],
      },
      { kind: 'gap', height: 2 },
      { kind: 'ruled', label: '不予受理原因', value: written('reason'), lines: 5 },
      { kind: 'gap', height: 2 },
      { kind: 'fields', parts: [{ label: '投诉处置人', value: written('handler'), share: 1 }] },
      { kind: 'fields', parts: [{ label: '分管领导', value: written('leader'), share: 1 }] },
      { kind: 'fields', parts: [{ label: '受送达人', value: written('receiver'), share: 1 }] },
      { kind: 'fields', parts: [{ label: '送达时间', value: written('served') || BLANK_DATE, share: 1 }] },
      { kind: 'gap', height: 12 },
      { kind: 'closing', office: '', date: dateAt(facts.nowMs), seal: true },
    ];
  },
};

function clauseOf({ refusal }: Order): string {
  return /第[^条]+项$/.exec(refusal?.citation.article ?? '')?.[0] ?? '';
}

function reasonOf({ record, pack }: Facts): string {
  const { refusal } = record.order;
  return pack.refusalGrounds.find(({ id }) => id === refusal?.groundId)?.name ?? '';
}
