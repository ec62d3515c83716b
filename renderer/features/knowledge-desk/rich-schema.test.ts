import { describe, expect, it } from 'vitest';
import { attachmentIdSchema } from '../../../shared/domain/ids.ts';
import { richTextSchema, type Block } from '../../../shared/domain/knowledge/rich-text.ts';
import { docOf, picturePlaces, textOf } from './rich-schema.ts';
import { formatSteps, parseSteps } from './steps-text.ts';

const BLOCKS: Block[] = [
  { type: 'heading', level: 2, content: [{ text: '条件' }] },
  { type: 'paragraph', content: [{ text: '满' }, { text: '三个月', bold: true }] },
  { type: 'say', content: [{ text: '您好，请带上合同。' }] },
  { type: 'list', ordered: true, items: [[{ text: '身份证' }], [{ text: '合同' }]] },
  {
    type: 'table',
    header: true,
    rows: [
      [[{ text: '地点' }], [{ text: '电话' }]],
      [[{ text: '中心' }], [{ text: '12329', link: { to: 'phone', number: '12329' } }]],
    ],
  },
];

describe('the editor’s document', () => {
  it('is the article’s text, there and back', () => {
    const text = richTextSchema.parse({ blocks: BLOCKS });
    const doc = docOf(text);
    doc.check();
    expect(textOf(doc, null)).toEqual(text);
  });

  it('has the pictures of the text, by themselves enough of one, and finds those of a file', () => {
    const [one, other] = [1, 2].map((n) => attachmentIdSchema.parse(`00000000-0000-8000-b000-00000000000${n}`));
    const pictures = [one, other, one].map((fileId, n) => ({ type: 'picture' as const, fileId, says: `图${n}` }));
    const text = richTextSchema.parse({ blocks: pictures });
    const doc = docOf(text);
    doc.check();
    expect(textOf(doc, null)).toEqual(text);
    expect(picturePlaces(doc, one)).toEqual([2, 0]);
  });

  it('of nothing is an empty paragraph, which is no text', () => {
    expect(textOf(docOf(null), null)).toBeNull();
  });
});

describe('decision steps as they are typed', () => {
  const typed = '1 是否已婚？\n- 已婚 > 2\n- 未婚：带身份证。\n2 配偶是否提取？\n- 否：带结婚证。';

  it('are read and written alike', () => {
    const { steps, problem } = parseSteps(typed);
    expect(problem).toBeNull();
    expect(steps && formatSteps(steps.steps)).toBe(typed);
  });

  it('say in words what is wrong with them', () => {
    expect(parseSteps('').steps).toBeNull();
    expect(parseSteps('- 是：好').problem).toContain('前面没有问题');
    expect(parseSteps('1 问\n- 是').problem).toContain('既没有下一步');
    expect(parseSteps('1 问\n- 是 > 5').problem).toContain('不存在的一步');
    expect(parseSteps('闲话').problem).toContain('看不懂');
  });
});
