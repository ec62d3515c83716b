import { describe, expect, it } from 'vitest';
import { urgencySigns } from './urgency.ts';

const signs = (text: string): string[] => urgencySigns(text).map(({ sign }) => sign);

describe('what speaks for 紧急', () => {
  it('a danger as callers say it, with the word and what to do about it', () => {
    expect(urgencySigns('楼道里有很浓的煤气味，怕爆炸')[0]).toMatchObject({ sign: '燃气', word: '煤气味' });
    expect(signs('整个小区停水两天了')).toEqual(['停水停电']);
    expect(signs('老人走失，家里着火')).toEqual(['人身安全', '火情']);
  });

  it('nothing that did not happen', () => {
    expect(signs('路口撞车，没有人员受伤')).toEqual([]);
    expect(signs('检修后未发生漏气')).toEqual([]);
    expect(signs('请加装护栏，避免再发生坠落')).toEqual([]);
  });

  it('nothing that is over', () => {
    expect(signs('昨天停水，现已恢复')).toEqual([]);
    expect(signs('停电现已恢复，但是今天又停电了')).toEqual(['停水停电']);
  });

  it('nothing that is only asked about', () => {
    expect(signs('咨询燃气泄漏怎么办理保险')).toEqual([]);
    expect(signs('咨询社保。另外家里漏气了')).toEqual(['燃气']);
  });

  it('an ordinary request says nothing', () => {
    expect(signs('小区绿化带缺水，树叶发黄，希望物业养护')).toEqual([]);
  });
});
