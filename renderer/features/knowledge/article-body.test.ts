import { describe, expect, it } from 'vitest';
import { richTextSchema } from '../../../shared/domain/knowledge/rich-text.ts';
import { answerFrom, appendAnswer, doubtOf } from './article-body.ts';

const BODY = '# 条件\n连续缴存满三个月。\n\n# 材料\n- 身份证\n- 租赁合同\n办理地点见附表。';

describe('an answer taken from an article', () => {
  it('is what it tells a caller, not what it has the operator ask', () => {
    const answers = [{ text: '有', next: null, outcome: '不符合。' }];
    const body = richTextSchema.parse({
      blocks: [
        { type: 'paragraph', content: [{ text: '满三个月可以提取。' }] },
        { type: 'picture', fileId: '00000000-0000-8000-b000-000000000001', says: '窗口' },
        { type: 'steps', steps: [{ id: 'home', question: '有住房吗？', answers }] },
      ],
    });
    expect(answerFrom({ body }, '', '')).toBe('满三个月可以提取。');
    expect(answerFrom({ body: { blocks: body.blocks.slice(2) } }, '', '')).toContain('不符合');
  });
});

describe('an answer from an article', () => {
  it('is what the operator selected, where something is', () => {
    expect(answerFrom({ body: BODY }, ' 租赁合同 ', '连续缴存')).toBe('租赁合同');
  });

  it('is the whole of a short article, without its signs', () => {
    expect(answerFrom({ body: BODY }, '', '连续缴存')).toBe(
      '条件\n连续缴存满三个月。\n材料\n· 身份证\n· 租赁合同\n办理地点见附表。',
    );
  });

  it('is the found passage of a long one', () => {
    expect(answerFrom({ body: '很长。'.repeat(300) }, '', '需提供租赁合同')).toBe('需提供租赁合同');
  });

  it('goes below what was written, once', () => {
    expect(appendAnswer('', '带合同')).toBe('带合同');
    expect(appendAnswer('您好。', '带合同')).toBe('您好。\n带合同');
    expect(appendAnswer('您好。\n带合同', '带合同')).toBe('您好。\n带合同');
  });
});

describe('what speaks against reading it out', () => {
  const now = Date.parse('2026-11-20T04:00:00.000Z');
  const article = { state: 'published', validUntil: null, checkedOn: '2026-10-08' } as const;

  it('nothing, where it was checked and is valid', () => {
    expect(doubtOf(article, now)).toBeNull();
    expect(doubtOf({ ...article, validUntil: '2026-11-20' }, now)).toBeNull();
  });

  it('its validity has ended, it was withdrawn, or nobody has looked at it for a year', () => {
    expect(doubtOf({ ...article, validUntil: '2026-11-19' }, now)).toEqual({ kind: 'expired', day: '2026-11-19' });
    expect(doubtOf({ ...article, state: 'withdrawn' }, now)).toEqual({ kind: 'withdrawn' });
    expect(doubtOf({ ...article, checkedOn: '2025-10-01' }, now)).toMatchObject({ kind: 'stale' });
  });
});
