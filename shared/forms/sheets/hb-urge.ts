import { numberOf } from '../../domain/outcome.ts';
import { matterOf, unitName, type Facts, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateAt, dateOf, limitWords } from '../words.ts';
import { msOf } from '../../instant.ts';

const DAY_MS = 86_400_000;

/** 催办单: to a unit that is past its limit. H11. */
export const urgeNote: FormDefinition = {
  id: 'hb-urge',
  reaches: 'unit',
  forUnits: true,
  copies: 1,
  hand: [
    { id: 'demand', label: '催办要求', rows: 3, suggest: demandOf },
    { id: 'answer', label: '承办单位回复', rows: 2, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    return [
      { kind: 'title', text: '鹤壁市 12345 政务热线催办单' },
      { kind: 'number', label: '编号', value: `${numberOf(order)}-催${Math.max(1, order.urges)}` },
      {
        kind: 'table',
        rows: [
          wide('承办单位', unitName(facts, order.unitId), 10),
          two(pair('工单编号', numberOf(order)), pair('催办次数', `第 ${Math.max(1, order.urges)} 次`)),
          two(pair('转办日期', dateOf(order.life.dispatchedAt)), pair('超期情况', lateness(facts))),
          wide('办理时限', limitWords(order.deadline), 10),
          wide('诉求内容', matterOf(order), 58),
          wide('催办要求', written('demand'), 36),
          two(pair('催办人', facts.by), pair('催办日期', dateAt(facts.nowMs))),
          signed('承办单位回复', { value: written('answer'), signature: null, date: BLANK_DATE }, 36),
        ],
      },
      { kind: 'gap', height: 6 },
      { kind: 'closing', office: `${facts.pack.office}政务热线平台`, date: dateAt(facts.nowMs), seal: true },
    ];
  },
};

/** What was said when the order was last urged; otherwise what the text asks for. */
function demandOf({ record }: Facts): string {
  const said = record.history.findLast(({ kind }) => kind === 'urged')?.text ?? '';
  return said === '' ? '请抓紧办理，及时向诉求人反馈结果，并报告政务热线平台。' : said;
}

function lateness({ record, nowMs }: Facts): string {
  const { deadline } = record.order;
  if (deadline === null) return '';
  const late = nowMs - msOf(deadline.due);
  return late < 0 ? '未超期' : `已超期 ${Math.floor(late / DAY_MS) + 1} 天`;
}
