import { describe, expect, it } from 'vitest';
import { synonymsIn } from './synonyms.ts';
import { pairsOf, wordsOf } from './terms.ts';

const blank = (text: string): string[] => text.split(' ');

describe('terms', () => {
  it('keep the words that tell something and drop signs, blanks and what only asks', () => {
    expect(wordsOf('请问 , 公积金 怎么 提取 ? gjj 12345', blank)).toEqual(['公积金', '提取', 'gjj', '12345']);
  });

  it('pair neighbouring characters, not across signs nor with joining ones', () => {
    expect(pairsOf('公积金,提取的吗')).toEqual(['公积', '积金', '提取']);
  });
});

describe('everyday words', () => {
  it('are found in a text, the longest at each place', () => {
    const found = synonymsIn('我的房产证和住房公积金');
    expect(found.map(({ word }) => word)).toEqual(['房产证', '住房公积金']);
    expect(found[0]?.others).toContain('不动产权证');
    expect(found[1]?.others).toEqual(['公积金']);
  });

  it('join the groups a word stands in, and never name the word itself', () => {
    const [card] = synonymsIn('社会保障卡');
    expect(card?.others).toEqual(expect.arrayContaining(['社保卡', '医保卡']));
    expect(card?.others).not.toContain('社会保障卡');
  });
});
