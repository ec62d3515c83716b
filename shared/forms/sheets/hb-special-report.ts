import { numberOf } from '../../domain/outcome.ts';
import { matterOf, unitName, type Facts, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateAt, dateOf } from '../words.ts';

/** 工作专报: what several units could not settle, to the city government for an instruction. H10. */
export const specialReport: FormDefinition = {
  id: 'hb-special-report',
  reaches: 'centre',
  forUnits: false,
  copies: 1,
  hand: [
    { id: 'issue', label: '期号', rows: 1, suggest: () => '' },
    { id: 'to', label: '呈报', rows: 1, suggest: ({ record }) => record.order.life.submission?.to ?? '市政府' },
    {
      id: 'report',
      label: '有关情况和难点',
      rows: 6,
      suggest: ({ record }) => record.order.life.submission?.report ?? '',
    },
    { id: 'proposal', label: '工作建议', rows: 3, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const instruction = order.life.submission?.instruction ?? null;
    return [
      { kind: 'title', text: '工 作 专 报' },
      { kind: 'number', label: '期号', value: written('issue') },
      {
        kind: 'table',
        rows: [
          two(pair('呈报', written('to')), pair('呈报日期', dateOf(order.life.submission?.at))),
          two(pair('工单编号', numberOf(order)), pair('诉求日期', dateOf(order.createdAt))),
          wide('涉及单位', unitsOf(facts), 14),
          wide('诉求情况', matterOf(order), 38),
          wide('有关情况和难点', written('report'), 58),
          wide('工作建议', written('proposal'), 28),
          signed(
            '市领导批示',
            {
              value: instruction?.text ?? '',
              signature: instruction?.signature ?? null,
              date: instruction ? dateOf(instruction.at) : BLANK_DATE,
            },
            40,
          ),
        ],
      },
      { kind: 'gap', height: 4 },
      { kind: 'paragraph', look: 'note', text: '批示后移交市委市政府督查局督导办理。' },
      { kind: 'closing', office: facts.pack.office, date: dateAt(facts.nowMs), seal: false },
    ];
  },
};

function unitsOf(facts: Facts): string {
  const { unitId, life } = facts.record.order;
  return [unitId, ...life.assistants.map(({ unitId: assistant }) => assistant)]
    .map((id) => unitName(facts, id))
    .filter((name) => name !== '')
    .join('、');
}
