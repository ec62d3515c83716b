import { describe, expect, it } from 'vitest';
import { createTitlePinyin } from './title-pinyin.ts';

function titles(...all: string[]): ReturnType<typeof createTitlePinyin> {
  const pinyin = createTitlePinyin();
  for (const title of all) pinyin.put(title, title);
  return pinyin;
}

function meant(pinyin: ReturnType<typeof createTitlePinyin>, letters: string): string[] {
  return pinyin.resolve(letters).map(({ text }) => text);
}

describe('typed letters', () => {
  const pinyin = titles('住房公积金租房提取指南', '重庆银行网点', '女职工生育津贴', 'etc办理');

  it.each([
    ['gjj', '公积金'],
    ['gongjijin', '公积金'],
    ['gongjij', '公积金'],
    ['gongjj', '公积金'],
    ['gjjin', '公积金'],
    ['zfgjj', '住房公积金'],
    ['tq', '提取'],
    ['yinhang', '银行'],
    ['chongqing', '重庆'],
    ['nvzhigong', '女职工'],
  ])('%s mean %s', (letters, text) => {
    expect(meant(pinyin, letters)).toContain(text);
  });

  it('prefer whole syllables to mere initials', () => {
    expect(meant(titles('安装管道', '暗沟'), 'ango')[0]).toBe('暗沟');
  });

  it('mean nothing where no title has it, nor alone, nor across two titles', () => {
    expect(meant(pinyin, 'xyz')).toEqual([]);
    expect(meant(pinyin, 'g')).toEqual([]);
    expect(meant(titles('提取', '办理'), 'qb')).toEqual([]);
    expect(meant(pinyin, 'tc')).toEqual([]);
  });

  it('forget a title that was removed', () => {
    const own = titles('住房公积金', '提取');
    own.remove('住房公积金');
    expect(meant(own, 'gjj')).toEqual([]);
    expect(meant(own, 'tiqu')).toEqual(['提取']);
  });
});
