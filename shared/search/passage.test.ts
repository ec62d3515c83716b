import { describe, expect, it } from 'vitest';
import { bestPassage, marksIn } from './passage.ts';

const body = `# 办理条件
职工连续缴存满三个月。本人及配偶在本市无自有住房。
# 申请材料
- 身份证原件；
- 租房提取需提供租赁合同；
- 本人银行卡。
# 办理时限
即时办结，资金三个工作日到账。`;

describe('a passage', () => {
  it('is the sentences with most of what is asked for, marked', () => {
    const phrases = new Map([
      ['租赁合同', 1],
      ['提取', 1],
    ]);
    const { text, marks } = bestPassage(body, phrases);
    expect(text).toMatch(/^租房提取需提供租赁合同；/);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['提取', '租赁合同']);
  });

  it('goes on as far as there is room, on one line and without the signs of headings and items', () => {
    const { text } = bestPassage(body, new Map([['身份证', 1]]));
    expect(text).toBe(
      '身份证原件；   租房提取需提供租赁合同；   本人银行卡。   办理时限 即时办结，资金三个工作日到账。',
    );
  });

  it('begins at the beginning where nothing of it stands in the body', () => {
    const { text, marks } = bestPassage(body, new Map([['护照', 1]]));
    expect(text).toMatch(/^办理条件 职工连续缴存满三个月。/);
    expect(marks).toEqual([]);
  });

  it('marks in the original what was compared half width and small', () => {
    expect(marksIn('办理ＥＴＣ和etc', new Map([['etc', 1]]))).toEqual([
      [2, 5],
      [6, 9],
    ]);
  });

  it('merges marks that touch', () => {
    expect(
      marksIn(
        '住房公积金提取',
        new Map([
          ['住房公积金', 1],
          ['公积金', 1],
          ['提取', 1],
        ]),
      ),
    ).toEqual([[0, 7]]);
  });

  it('of one endless sentence is cut', () => {
    const { text } = bestPassage(`${'无'.repeat(500)}提取${'无'.repeat(500)}`, new Map([['提取', 1]]));
    expect(text).toContain('提取');
    expect(text.length).toBeLessThanOrEqual(130);
  });
});
