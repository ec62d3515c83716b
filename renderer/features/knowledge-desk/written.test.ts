import { describe, expect, it } from 'vitest';
import { draftFrom, draftOf, writtenFrom } from './written.ts';

describe('what is kept of what stands in the editor', () => {
  const nothing = writtenFrom(draftFrom(null));

  it('has the steps and wordings as they are typed, and comes back as it was', () => {
    const steps = '1 是否已婚？\n- 已婚：带结婚证\n- 未婚：带身份证';
    const draft = draftOf({ ...nothing, steps, asked: ' 怎么提取公积金 \n\n租房能取吗' });
    expect(draft.body?.blocks).toMatchObject([{ type: 'steps', steps: [{ question: '是否已婚？' }] }]);
    expect(draft.asked).toEqual(['怎么提取公积金', '租房能取吗']);
    expect(draftOf(writtenFrom(draft))).toEqual(draft);
  });

  it('has no body where nothing was written', () => {
    expect(draftOf(nothing)).toMatchObject({ title: '', body: null, asked: [] });
  });
});
