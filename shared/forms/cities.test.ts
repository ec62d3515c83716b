import { describe, expect, it } from 'vitest';
import { fixtureActor } from '../domain/fixtures.ts';
import { EMPTY_LIFE } from '../domain/life.ts';
import { everyPack } from '../policy/packs.ts';
import { formsFor } from './catalogue.ts';
import { drawForm } from './draw.ts';
import { at, by, filledFields, refusedBy, sampleFacts, UNIT } from './samples.ts';

const values = (fields: { label: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ label, value }) => [label, value]));
const labels = (fields: { label: string }[]): string[] => fields.map(({ label }) => label);

describe('every form that a pack lists', () => {
  const all = everyPack().flatMap((pack) => pack.forms.map(({ id }) => [pack.city, id] as const));

  it.each(all)('%s %s can be printed', (city, id) => {
    const offered = formsFor(sampleFacts({ city }).pack, fixtureActor('dispatcher'));
    expect(offered.map(({ form }) => form.id)).toContain(id);
  });

  it.each(all)('%s %s fits one sheet when filled as usual, and prints of an order without a life too', (city, id) => {
    const form = formsFor(sampleFacts({ city }).pack, fixtureActor('dispatcher')).find(
      (one) => one.form.id === id,
    )?.form;
    if (!form) throw new Error(id);
    const drawn = (life: object): number =>
      drawForm({ form, facts: sampleFacts({ city, life }), masked: false, values: {} }).sheets.length;
    expect(drawn({})).toBe(1);
    expect(drawn(EMPTY_LIFE)).toBe(1);
  });
});

describe('吉林', () => {
  const city = 'jilin';

  it('J6: 不予受理通知书 tells the caller the reason and the article', () => {
    const ground = refusedBy(city, 0);
    const fields = values(filledFields('jl-refusal', { city, order: { refusal: ground } }));
    expect(fields).toMatchObject({
      编号: 'JL2611-000431',
      举报投诉人: '张三丰',
      收到日期: '2026年11月3日',
      渠道: '12345 热线',
      反映事项: expect.stringContaining('十一月三日') as string,
      依据: ground.citation.article,
      落款: '市政府政务公开办公室',
      日期: '2026年11月10日',
    });
    expect(fields['不予受理的原因']).not.toBe('');
  });

  it('J8: the written reply to a letter says what was asked, who handled it and what came of it', () => {
    expect(filledFields('jl-written-reply', { city, request: { channel: 'letter' } })).toEqual([
      { label: '编号', value: 'JL2611-000431' },
      { label: '诉求人', value: '张三丰' },
      { label: '收到日期', value: '2026年11月3日' },
      { label: '渠道', value: '信函' },
      { label: '类别', value: '投诉' },
      {
        label: '诉求事项',
        value: '十一月三日上午在三楼窗口办理过户，工作人员两次要求补交材料，没有一次讲清，态度生硬。',
      },
      { label: '办理单位', value: '市不动产登记中心' },
      { label: '答复内容', value: '您反映的窗口要求重复提交材料一事属实，我单位已向您致歉并当场收件。' },
      { label: '落款', value: '市政府政务公开办公室' },
      { label: '日期', value: '2026年11月10日' },
    ]);
  });

  it('J22: a suggestion is answered with accepted and what follows, or not accepted and why', () => {
    const reply = {
      at: at('2026-11-06 15:10'),
      by: by('李承办'),
      how: 'written',
      reached: true,
      text: '感谢建议。',
    } as const;
    const answered = (adopted: boolean) =>
      values(
        filledFields('jl-written-reply', {
          city,
          life: {
            replies: [{ ...reply, adoption: { adopted, reason: '经费未列入本年预算', nextSteps: '下月增设窗口' } }],
          },
        }),
      );
    expect(answered(true)).toMatchObject({ 建议是否接受: '接受', 下一步工作安排和承诺: '下月增设窗口' });
    expect(answered(false)).toMatchObject({ 建议是否接受: '不接受', 不接受的原因: '经费未列入本年预算' });
  });
});

describe('鹤壁', () => {
  const city = 'hebi';

  it('H13: 投诉受理登记表 records who complains of whom, how, and what is asked', () => {
    const fields = filledFields('hb-complaint-registration', { city, request: { channel: 'hall-written' } });
    expect(labels(fields)).toEqual([
      '登记编号',
      '受理时间',
      '投诉方式',
      '投诉人',
      '联系电话',
      '住址或单位',
      '被投诉单位',
      '被投诉人',
      '投诉内容',
      '投诉诉求',
      '提交材料',
      '承办单位',
      '受理人',
      '办理时限',
      '办理结果',
      '答复情况',
      '投诉人签字',
      '备注',
    ]);
    expect(values(fields)).toMatchObject({ 投诉方式: '大厅书面', 投诉人: '张三丰', 受理人: '陈接诉' });
    expect(values(fields)['答复情况']).toContain('2026年11月6日书面答复');
  });

  it('H11: 催办单 says what is late, by how much, and what is asked of the unit', () => {
    const fields = values(filledFields('hb-urge', { city }));
    expect(fields).toMatchObject({
      编号: 'HB2611-000431-催1',
      承办单位: '市不动产登记中心',
      超期情况: '已超期 4 天',
      办理时限: '3 个工作日，2026年11月6日24时前',
      催办要求: '群众再次来电，请尽快办理。',
      催办人: '周派单',
    });
  });

  it('H10: 工作专报 carries the report up and the instruction down', () => {
    expect(values(filledFields('hb-special-report', { city }, { issue: '第 12 期' }))).toMatchObject({
      期号: '第 12 期',
      呈报: '市政府分管领导',
      涉及单位: '市不动产登记中心、市税务局',
      有关情况和难点: expect.stringContaining('收件标准不一') as string,
      市领导批示: '请两家单位当日统一收件标准，并向群众说明。',
    });
  });
});

describe('通化', () => {
  const city = 'tonghua';

  it('T13: 督办单 names the trigger and the form in words, and has room for the answer', () => {
    const { pack } = sampleFacts({ city });
    const [trigger] = pack.supervision?.triggers ?? [];
    const form = pack.supervision?.forms.find(({ id }) => id === 'written');
    const [last] = sampleFacts({ city }).record.order.life.supervisions;
    if (!last || !trigger) throw new Error('no supervision');
    const life = { supervisions: [{ ...last, trigger: trigger.id, form: 'written' }] };
    expect(values(filledFields('th-supervision', { city, life }))).toMatchObject({
      编号: 'TH2611-000431-督1',
      承办单位: '市不动产登记中心',
      督办事由: trigger.name,
      督办形式: form?.name,
      督办要求: '该件已临近期限，请于 2 日内报送办理进展。',
      督办人: '钱督办',
      承办单位回复: '已约谈窗口负责人，明日答复诉求人。',
    });
  });

  it('T7: 转派工单 tells the unit everything it needs, with its limit and who sent it', () => {
    expect(values(filledFields('th-dispatch', { city }))).toMatchObject({
      工单编号: 'TH2611-000431',
      诉求人: '张三丰',
      诉求事项: '住房保障 › 不动产登记 › 过户',
      主办单位: '市不动产登记中心',
      协办单位: '市税务局',
      办理时限: '3 个工作日，2026年11月6日24时前',
      派单人: '周派单',
      派单意见: '请核实窗口告知情况，依法处理。',
      签收人: '李承办',
      答复诉求人情况: expect.stringContaining('书面答复') as string,
    });
  });

  it('T17: 转派工单 and 督办单 to the unit complained of never name the caller', () => {
    const request = { accused: { unit: '', person: '', unitId: UNIT }, content: '张三丰反映窗口刁难。' };
    for (const id of ['th-dispatch', 'th-supervision'] as const)
      expect(JSON.stringify(filledFields(id, { city, request }))).not.toMatch(/张三丰|19900005521|黎阳路/);
  });
});

describe('安康', () => {
  it('A2, A3: the record says how a complaint was settled, and what the caller was told', () => {
    expect(values(filledFields('ak-record', { city: 'ankang' }))).toMatchObject({
      编号: 'AK2611-000431',
      受理科室: '监督科',
      投诉人: '张三丰',
      被投诉窗口: '不动产登记 12 号窗口',
      处理方式: '窗口单位处理（3 个工作日）',
      是否属实: '属实',
      协调会议意见: '2026年11月5日，市不动产登记中心、市税务局。由市不动产登记中心牵头，三日内答复。',
      责任追究: '通报批评',
    });
  });

  it('A3: one that was answered on the spot says so', () => {
    const fields = values(
      filledFields('ak-record', {
        city: 'ankang',
        life: EMPTY_LIFE,
        order: { mode: 'immediate', unitId: null, deadline: null, answer: { text: '当场说明并补办。', articles: [] } },
      }),
    );
    expect(fields).toMatchObject({ 处理单位: '监督科', 处理方式: '当场答复', 调查处理情况: '当场说明并补办。' });
  });
});
