import { describe, expect, it } from 'vitest';
import { FIXTURE_UNIT, fixtureActor } from '../domain/fixtures.ts';
import { packOf } from '../policy/packs.ts';
import { formsFor } from './catalogue.ts';
import { filledFields, formOf, refusedBy, sampleFacts, UNIT, type Sample } from './samples.ts';

const city = 'zaozhuang';
const labels = (fields: { label: string }[]): string[] => fields.map(({ label }) => label);
const values = (fields: { label: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ label, value }) => [label, value]));

const DISPOSAL = [
  '编号',
  '办理时限',
  '投诉人',
  '联系电话',
  '接诉人',
  '时间',
  '被投诉窗口（单位）',
  '被投诉工作人员',
  '投诉内容',
  '处理建议',
  '处理结果及回访情况',
];

describe('枣庄 处置单', () => {
  it('Z13: 存根 and 发文 stand on one sheet, each with the eleven fields of 附件2', () => {
    expect(labels(filledFields('zz-disposal-stub', { city }))).toEqual([...DISPOSAL, ...DISPOSAL]);
    expect(labels(filledFields('zz-disposal-issue', { city }))).toEqual(DISPOSAL);
  });

  it('Z13: is filled from the order', () => {
    expect(values(filledFields('zz-disposal-issue', { city }))).toEqual({
      编号: 'ZZ2611-000431',
      办理时限: '3 个工作日，2026年11月6日24时前',
      投诉人: '张三丰',
      联系电话: '19900005521',
      接诉人: '陈接诉',
      时间: '2026年11月3日 9:20',
      '被投诉窗口（单位）': '不动产登记 12 号窗口',
      被投诉工作人员: '刘某',
      投诉内容:
        '十一月三日上午在三楼窗口办理过户，工作人员两次要求补交材料，没有一次讲清，态度生硬。\n诉求：请说明所需材料并道歉。',
      处理建议: '请两家单位当日统一收件标准，并向群众说明。',
      处理结果及回访情况:
        '当事工作人员未按一次性告知制度说明所需材料，致使群众往返两次。\n回访：满意。诉求人表示材料已受理。',
    });
  });

  it('Z13: what the hand writes stands in place of what the order suggests', () => {
    const fields = filledFields('zz-disposal-issue', { city }, { advice: '转进驻单位核实。', outcome: '' });
    expect(values(fields)).toMatchObject({ 处理建议: '转进驻单位核实。', 处理结果及回访情况: '' });
  });

  it('Z6: somebody who wants no name is 匿名, and the number is the one they rang from', () => {
    const call = {
      source: 'manual',
      number: '13900001111',
      startedAt: sampleFacts({ city }).record.order.createdAt,
      endedAt: null,
      reason: '',
    } as const;
    const sample: Sample = {
      city,
      request: { identity: 'anonymous', caller: { name: '', phone: '', address: '' } },
      order: { call },
    };
    expect(values(filledFields('zz-disposal-issue', sample))).toMatchObject({
      投诉人: '匿名',
      联系电话: '13900001111',
    });
  });
});

describe('枣庄 反馈单', () => {
  it('Z14: has the fields of 附件3, filled, in three copies', () => {
    expect(filledFields('zz-feedback', { city }, { remark: '无' })).toEqual([
      { label: '承办单位（盖章）', value: '市不动产登记中心' },
      { label: '编号', value: 'ZZ2611-000431' },
      { label: '处理日期', value: '2026年11月6日' },
      { label: '投诉处置人', value: '李承办' },
      { label: '联系电话', value: '0600-1234567' },
      {
        label: '调查处置结果',
        value: '经调查，投诉属实。当事工作人员未按一次性告知制度说明所需材料，致使群众往返两次。',
      },
      { label: '整改措施', value: '对当事人批评教育，窗口公示材料清单，安排专人复核。' },
      { label: '承办单位分管领导（签字）', value: '' },
      { label: '备注', value: '无' },
    ]);
    expect(formOf(city, 'zz-feedback').copies).toBe(3);
  });

  it('Z14: 整改措施 stays empty where the complaint was not proven', () => {
    const { result } = sampleFacts({ city }).record.order.life;
    const sample: Sample = { city, life: { result: result && { ...result, finding: 'unproven' } } };
    expect(values(filledFields('zz-feedback', sample))).toMatchObject({ 整改措施: '' });
  });

  it('Z14: proof is named beside the finding', () => {
    const fields = filledFields('zz-feedback', { city }, { proof: '监控录像 1 份' });
    expect(values(fields)['调查处置结果']).toContain('附证明材料：监控录像 1 份');
  });

  it('Z9: bears no signature that the leader has not given', () => {
    const { result } = sampleFacts({ city }).record.order.life;
    const life = { result: result && { ...result, review: null } };
    const drawn = (sample: Sample): boolean =>
      JSON.stringify(formOf(city, 'zz-feedback').blocks(sampleFacts(sample), () => '')).includes('"drawn"');
    expect(drawn({ city })).toBe(true);
    expect(drawn({ city, life })).toBe(false);
  });
});

describe('枣庄 延期申请单', () => {
  it('Z15: has the fields of 附件4, filled from the wish and the decision', () => {
    expect(filledFields('zz-extension', { city })).toEqual([
      { label: '申请单位（盖章）', value: '市不动产登记中心' },
      { label: '编号', value: 'ZZ2611-000431' },
      { label: '申请日期', value: '2026年11月4日' },
      { label: '经办人', value: '李承办' },
      { label: '联系电话', value: '0600-1234567' },
      { label: '申请延期时限', value: '2 个工作日' },
      { label: '申请延期处置原因', value: '需要调取窗口监控并向当事工作人员核实，情由复杂。' },
      { label: '申请单位分管领导（签字）', value: '' },
      { label: '市政管办领导意见', value: '同意延期 2 个工作日。\n请按时办结。' },
      { label: '备注', value: '' },
    ]);
  });

  it('Z15: an order nobody asked an extension for gives an empty form to fill by hand', () => {
    expect(values(filledFields('zz-extension', { city, life: { extensions: [] } }))).toMatchObject({
      编号: 'ZZ2611-000431',
      经办人: '',
      申请延期时限: '',
      市政管办领导意见: '',
    });
  });
});

describe('枣庄 不予受理通知单', () => {
  it('Z16: names the transfer, the 处置单, the clause of 第十条, the reason and who received it', () => {
    const sample: Sample = { city, order: { refusal: refusedBy(city, 2) } };
    const fields = filledFields('zz-refusal', sample, { leader: '王分管', receiver: '张三丰' });
    expect(fields).toEqual([
      { label: '转办日期', value: '2026年11月3日' },
      { label: '处置单编号', value: 'ZZ2611-000431' },
      { label: '依据条款', value: '第十条第3项' },
      { label: '不予受理原因', value: '内容不具体或没有明确的投诉对象' },
      { label: '投诉处置人', value: '李承办' },
      { label: '分管领导', value: '王分管' },
      { label: '受送达人', value: '张三丰' },
      { label: '送达时间', value: '　　　年　　月　　日' },
      { label: '落款', value: '' },
      { label: '日期', value: '2026年11月10日' },
    ]);
  });
});

describe('a sheet that goes to the unit complained of', () => {
  const accused: Sample = {
    city,
    request: {
      content: '我叫张三丰，电话 19900005521，十一月三日在窗口被刁难。',
      accused: { unit: '', person: '', unitId: UNIT },
    },
  };

  it('J5, T17, Z7: never names who complained, whoever prints it and whatever a hand writes on it', () => {
    for (const id of ['zz-disposal-issue', 'zz-feedback', 'zz-extension', 'zz-refusal'] as const) {
      const said = JSON.stringify(
        filledFields(id, accused, { advice: '请向张三丰（19900005521）道歉', remark: '张三丰' }),
      );
      expect(said).not.toContain('张三丰');
      expect(said).not.toContain('19900005521');
    }
    expect(values(filledFields('zz-disposal-issue', accused))).toMatchObject({
      投诉人: '（已隐去）',
      联系电话: '（已隐去）',
    });
  });

  it('Z13: 存根, which the centre keeps, names them, and the 发文 below it does not', () => {
    const fields = filledFields('zz-disposal-stub', accused);
    expect(fields.slice(0, DISPOSAL.length)).toContainEqual({ label: '投诉人', value: '张三丰' });
    expect(JSON.stringify(fields.slice(DISPOSAL.length))).not.toContain('张三丰');
  });

  it('names them to another unit, which has to speak with them', () => {
    const elsewhere = { city, request: { accused: { unit: '', person: '', unitId: FIXTURE_UNIT } } };
    expect(filledFields('zz-disposal-issue', elsewhere)).toContainEqual({ label: '投诉人', value: '张三丰' });
  });
});

describe('who may print what', () => {
  it('Z13: a unit prints what was sent to it or is its to fill, never the 存根', () => {
    const pack = packOf(city);
    const unitActor = fixtureActor('handler');
    const ofUnit = formsFor(pack, { grants: { ...unitActor.grants, units: [UNIT] } }).map(({ form }) => form.id);
    expect(ofUnit).toEqual(['zz-disposal-issue', 'zz-feedback', 'zz-extension', 'zz-refusal']);
    expect(formsFor(pack, fixtureActor('dispatcher'))).toHaveLength(5);
    expect(formsFor(pack, fixtureActor('knowledgeEditor'))).toEqual([]);
  });

  it('masks personal data for whoever has not asked to see it', () => {
    expect(values(filledFields('zz-disposal-issue', { city }, {}, true))).toMatchObject({
      投诉人: '张**',
      联系电话: '199****5521',
    });
  });
});
