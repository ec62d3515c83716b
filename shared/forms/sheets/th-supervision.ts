import { numberOf } from '../../domain/outcome.ts';
import { matterOf, unitName, type Facts, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateAt, dateOf, limitWords } from '../words.ts';

/** 督办单: the trigger, the form, what is asked, and the unit's answer. T13. */
export const supervisionOrder: FormDefinition = {
  id: 'th-supervision',
  reaches: 'unit',
  forUnits: true,
  copies: 1,
  hand: [
    {
      id: 'demand',
      label: '督办要求',
      rows: 4,
      suggest: ({ record }) => record.order.life.supervisions.at(-1)?.text ?? '',
    },
    { id: 'approver', label: '签发人', rows: 1, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const last = order.life.supervisions.at(-1);
    const answer = last?.answer ?? null;
    const times = order.life.supervisions.length;
    return [
      { kind: 'title', text: '通化市 12345 政务热线督办单' },
      { kind: 'number', label: '编号', value: `${numberOf(order)}-督${Math.max(1, times)}` },
      {
        kind: 'table',
        rows: [
          wide('承办单位', unitName(facts, order.unitId), 10),
          two(pair('工单编号', numberOf(order)), pair('派单日期', dateOf(order.life.dispatchedAt))),
          wide('办理时限', limitWords(order.deadline), 10),
          two(pair('督办事由', triggerOf(facts)), pair('督办形式', formOf(facts)), 16),
          wide('诉求内容', matterOf(order), 50),
          wide('督办要求', written('demand'), 40),
          two(pair('督办人', last?.by.name ?? facts.by), pair('签发人', written('approver'))),
          signed(
            '承办单位回复',
            { value: answer?.text ?? '', signature: null, date: answer ? dateOf(answer.at) : BLANK_DATE },
            36,
          ),
        ],
      },
      { kind: 'gap', height: 6 },
      { kind: 'closing', office: facts.pack.office, date: last ? dateOf(last.at) : dateAt(facts.nowMs), seal: true },
    ];
  },
};

function triggerOf({ record, pack }: Facts): string {
  const id = record.order.life.supervisions.at(-1)?.trigger ?? '';
  return pack.supervision?.triggers.find((trigger) => trigger.id === id)?.name ?? id;
}

function formOf({ record, pack }: Facts): string {
  const id = record.order.life.supervisions.at(-1)?.form ?? '';
  return pack.supervision?.forms.find((form) => form.id === id)?.name ?? id;
}
