import { describe, expect, it } from 'vitest';
import { articleText, articleTree } from './article-text.ts';
import { articleSchema } from './article.ts';
import { articleIdSchema } from './ids.ts';
import { stepsProblem } from './knowledge/steps.ts';
import { richTextSchema, type RichText } from './knowledge/rich-text.ts';

const PLAIN = '连续缴存满三个月。\n可以提取。\n\n# 材料\n- 身份证\n- 租赁合同\n\n办理地点见附表。';

const TREE: RichText = richTextSchema.parse({
  blocks: [
    { type: 'paragraph', content: [{ text: '满三个月' }, { text: '可提取', bold: true }] },
    { type: 'heading', level: 2, content: [{ text: '窗口' }] },
    {
      type: 'table',
      header: true,
      rows: [
        [[{ text: '地点' }], [{ text: '电话' }]],
        [[{ text: '政务中心' }], [{ text: '12329', link: { to: 'phone', number: '12329' } }]],
      ],
    },
    { type: 'say', content: [{ text: '您好，请带上租赁合同。' }] },
    {
      type: 'steps',
      steps: [
        {
          id: 'a',
          question: '是否已婚？',
          answers: [
            { text: '已婚', next: 'b', outcome: '' },
            { text: '未婚', next: null, outcome: '带身份证。' },
          ],
        },
        { id: 'b', question: '配偶是否提取？', answers: [{ text: '否', next: null, outcome: '带结婚证。' }] },
      ],
    },
  ],
});

describe('the plain text of before', () => {
  it('is raised to a tree of headings, items and paragraphs', () => {
    expect(articleTree({ body: PLAIN }).blocks).toEqual([
      { type: 'paragraph', content: [{ text: '连续缴存满三个月。\n可以提取。' }] },
      { type: 'heading', level: 2, content: [{ text: '材料' }] },
      { type: 'list', ordered: false, items: [[{ text: '身份证' }], [{ text: '租赁合同' }]] },
      { type: 'paragraph', content: [{ text: '办理地点见附表。' }] },
    ]);
  });

  it('comes back unchanged from its tree', () => {
    expect(articleText({ body: articleTree({ body: PLAIN }) })).toBe(PLAIN);
  });
});

describe('the text of a tree', () => {
  it('says everything that can be looked for: cells, sentences to read out, steps', () => {
    expect(articleText({ body: TREE })).toBe(
      '满三个月可提取\n\n# 窗口\n- 地点 · 电话\n- 政务中心 · 12329\n\n您好，请带上租赁合同。\n\n' +
        '# 是否已婚？\n- 已婚\n- 未婚：带身份证。\n# 配偶是否提取？\n- 否：带结婚证。',
    );
  });
});

describe('what cannot be said in a tree', () => {
  const refused = (block: unknown): boolean => !richTextSchema.safeParse({ blocks: [block] }).success;

  it('is any block, link or number that is not known', () => {
    expect(refused({ type: 'html', html: '<b>x</b>' })).toBe(true);
    expect(refused({ type: 'paragraph', content: [{ text: 'x', link: { to: 'url', url: 'javascript:1' } }] })).toBe(
      true,
    );
    expect(
      refused({ type: 'paragraph', content: [{ text: 'x', link: { to: 'phone', number: 'javascript:1' } }] }),
    ).toBe(true);
    expect(
      refused({ type: 'paragraph', content: [{ text: 'x', link: { to: 'article', articleId: 'https://x' } }] }),
    ).toBe(true);
  });

  it('is anything beside what is known: it is left out', () => {
    const parsed = richTextSchema.parse({
      blocks: [{ type: 'paragraph', onclick: 'x', content: [{ text: 'y', style: 'z' }] }],
    });
    expect(JSON.stringify(parsed)).toBe('{"blocks":[{"type":"paragraph","content":[{"text":"y"}]}]}');
  });
});

describe('decision steps', () => {
  const step = (id: string, ...next: (string | null)[]) => ({
    id,
    question: `问题${id}`,
    answers: next.map((to) => ({ text: `到${to}`, next: to, outcome: to === null ? '答复' : '' })),
  });

  it('must come to an end on every way', () => {
    expect(stepsProblem([step('a', 'b', null), step('b', null)])).toBeNull();
    expect(stepsProblem([step('a', 'b'), step('b', 'a')])).toContain('绕回');
    expect(stepsProblem([step('a', 'c')])).toContain('不存在');
    expect(stepsProblem([step('a', null), step('a', null)])).toContain('同一个编号');
    expect(stepsProblem([{ id: 'a', question: '问', answers: [{ text: '是', next: null, outcome: '' }] }])).toContain(
      '没有答复',
    );
  });
});

describe('an article', () => {
  it('is read with a plain text and with a tree', () => {
    const article = {
      id: articleIdSchema.parse('k-1'),
      version: 1,
      title: '提取',
      kind: 'guide',
      unitId: null,
      asked: [],
      source: '',
      checkedOn: '2026-10-08',
      validUntil: null,
      state: 'published',
    };
    expect(articleSchema.parse({ ...article, body: PLAIN }).body).toBe(PLAIN);
    expect(articleSchema.parse({ ...article, body: TREE }).body).toEqual(TREE);
  });
});
