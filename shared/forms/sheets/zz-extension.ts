import type { ExtensionRequest } from '../../domain/life.ts';
import { numberOf } from '../../domain/outcome.ts';
import { liaisonOf, unitName, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateOf, together } from '../words.ts';

/** 延期申请单: the unit asks, the office sets the new limit. 附件4. Z9, Z15. */
export const extension: FormDefinition = {
  id: 'zz-extension',
  reaches: 'unit',
  forUnits: true,
  copies: 1,
  hand: [
    { id: 'phone', label: '联系电话', rows: 1, suggest: (facts) => liaisonOf(facts)?.phone ?? '' },
    { id: 'remark', label: '备注', rows: 2, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const asked = order.life.extensions.at(-1);
    const signature = asked?.signature ?? null;
    const decided = asked?.decision ? dateOf(asked.decision.at) : BLANK_DATE;
    return [
      { kind: 'title', text: '枣庄市民中心投诉处理延期申请单' },
      { kind: 'fields', parts: [{ label: '申请单位（盖章）', value: unitName(facts, order.unitId), share: 1 }] },
      { kind: 'gap', height: 3 },
      {
        kind: 'table',
        rows: [
          two(pair('编号', numberOf(order)), pair('申请日期', asked ? dateOf(asked.at) : ''), 12),
          two(pair('经办人', asked?.by.name ?? ''), pair('联系电话', written('phone')), 12),
          wide('申请延期时限', asked ? `${asked.days} 个工作日` : '', 16),
          wide('申请延期处置原因', asked?.reason ?? '', 64, { text: '申请\n延期\n处置\n原因', hint: '（可附页）' }),
          signed('申请单位分管领导（签字）', { signature, date: signature ? dateOf(signature.at) : BLANK_DATE }, 30),
          signed('市政管办领导意见', { value: opinionOf(asked), signature: null, date: decided }, 36),
          wide('备注', written('remark'), 16),
        ],
      },
    ];
  },
};

function opinionOf(asked: ExtensionRequest | undefined): string {
  const decision = asked?.decision;
  if (!decision) return '';
  const days = decision.days ?? asked.days;
  return together(decision.agreed ? `同意延期 ${days} 个工作日。` : '不同意延期。', decision.reason);
}
