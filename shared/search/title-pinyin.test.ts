import { describe, expect, it } from 'vitest';
import { makeSounds, pickSounds, sounded, soundingLike, stretchesOf, type Sounds } from './title-pinyin.ts';

function titles(...all: string[]): Sounds {
  return makeSounds(all.map(sounded));
}

function meant(sounds: Sounds, letters: string): string[] {
  return stretchesOf([sounds], letters).map(({ text }) => text);
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

  it('are looked for in all lists of titles together', () => {
    const found = stretchesOf([titles('提取', '提取'), titles('提前', '提取')], 'tq');
    expect(found.map(({ text, times }) => [text, times])).toEqual([
      ['提取', 1.5],
      ['提前', 0.5],
    ]);
  });

  it('mean only what is left where titles are taken out of a list', () => {
    const first = titles('住房公积金', '提取');
    const other = titles('重庆银行');
    const picked = pickSounds([
      { sounds: other, start: 0, length: 4 },
      { sounds: first, start: 6, length: 2 },
    ]);
    expect(picked).toMatchObject({ titles: '重庆银行 提取 ', initials: 'cqyh tq ' });
    expect(meant(picked, 'gjj')).toEqual([]);
    expect(meant(picked, 'tiqu')).toEqual(['提取']);
    expect(meant(picked, 'chongqing')).toEqual(['重庆']);
  });
});

describe('characters of the same sound', () => {
  it('are found by their syllables, whole ones only', () => {
    const all = [titles('住房公积金租房提取指南', '工具间')];
    expect(soundingLike(all, ['gong', 'ji', 'jin']).map(({ text }) => text)).toEqual(['公积金']);
    expect(soundingLike(all, ['gong', 'ji'])).toEqual([expect.objectContaining({ text: '公积' })]);
    expect(soundingLike(all, ['gon', 'ji'])).toEqual([]);
  });
});
