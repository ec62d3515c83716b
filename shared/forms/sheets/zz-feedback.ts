import { FINDING_NAMES, type Result } from '../../domain/life.ts';
import { numberOf } from '../../domain/outcome.ts';
import { liaisonOf, unitName, type FormDefinition } from '../facts.ts';
import { pair, signed, two, wide } from '../rows.ts';
import { BLANK_DATE, dateOf, together } from '../words.ts';

const NOTE =
  '注：①“调查处置结果”一栏需详细填写调查处理情况，并附相关证明材料。对于不予受理的投诉，经调查确属不予受理的，' +
  '要按规定出具《不予受理通知书》，并将其复印件连同反馈单一并反馈。②“整改措施”一栏，若投诉问题不属实，不用填写。';

/** 反馈单: what the unit found and did, sealed and signed, in three copies. 附件3. Z9, Z14. */
export const feedback: FormDefinition = {
  id: 'zz-feedback',
  reaches: 'unit',
  forUnits: true,
  copies: 3,
  hand: [
    { id: 'phone', label: '联系电话', rows: 1, suggest: (facts) => liaisonOf(facts)?.phone ?? '' },
    { id: 'proof', label: '证明材料', rows: 2, suggest: () => '' },
    { id: 'remark', label: '备注', rows: 2, suggest: () => '' },
  ],
  blocks: (facts, written) => {
    const { order } = facts.record;
    const { result } = order.life;
    const review = result?.review?.approved === true ? result.review : null;
    const proof = written('proof') && `附证明材料：${written('proof')}`;
    return [
      { kind: 'title', text: '枣庄市民中心政务服务投诉处置反馈单' },
      { kind: 'fields', parts: [{ label: '承办单位（盖章）', value: unitName(facts, order.unitId), share: 1 }] },
      { kind: 'gap', height: 3 },
      {
        kind: 'table',
        rows: [
          two(pair('编号', numberOf(order)), pair('处理日期', result ? dateOf(result.at) : '')),
          two(pair('投诉处置人', result?.by.name ?? ''), pair('联系电话', written('phone'))),
          wide('调查处置结果', together(result && findingOf(result), proof), 72, {
            text: '调查\n处置\n结果',
            hint: '（可附页）',
          }),
          wide('整改措施', measuresOf(result), 46, { text: '整改\n措施', hint: '（可附页）' }),
          signed(
            '承办单位分管领导（签字）',
            { signature: review?.signature ?? null, date: review ? dateOf(review.at) : BLANK_DATE },
            28,
          ),
          wide('备注', written('remark'), 16),
        ],
      },
      { kind: 'gap', height: 3 },
      { kind: 'paragraph', look: 'note', text: NOTE },
    ];
  },
};

function findingOf({ finding, text }: Result): string {
  return finding === 'notApplicable' ? text : `经调查，投诉${FINDING_NAMES[finding]}。${text}`;
}

/** Nothing to mend where nothing was proven. Z14. */
function measuresOf(result: Result | null): string {
  return result === null || result.finding === 'unproven' ? '' : result.measures;
}
